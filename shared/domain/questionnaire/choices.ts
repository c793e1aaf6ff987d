import type { Choice, ChoiceList } from './model.ts';
import type { FaultList } from './questionnaireError.ts';
import { type Cells, CHOICE_COLUMNS } from './source.ts';

/** Reads the choices sheet into lists, in the order of its rows. */
export function readChoiceLists(
  rows: readonly Cells[],
  faults: FaultList,
): ReadonlyMap<string, ChoiceList> {
  const lists = new Map<string, Map<string, Choice>>();
  for (const [index, cells] of rows.entries()) {
    // The header is row 1 of the spreadsheet.
    const rowNumber = index + 2;
    const { list_name: listName = '', name = '' } = cells;
    const label = { ar: cells['label::ar'] ?? '', en: cells['label::en'] ?? '' };
    if (listName === '') faults.add('choices', rowNumber, 'list_name', 'missingName');
    if (!/^\S{1,200}$/.test(name)) faults.add('choices', rowNumber, 'name', 'invalidName', name);
    if (label.ar === '') faults.add('choices', rowNumber, 'label::ar', 'missingLabel', name);
    if (label.en === '') faults.add('choices', rowNumber, 'label::en', 'missingLabel', name);
    const list = lists.get(listName) ?? new Map<string, Choice>();
    lists.set(listName, list);
    if (list.has(name)) faults.add('choices', rowNumber, 'name', 'duplicateChoice', name);
    const columns = Object.fromEntries(
      Object.entries(cells).filter(([column]) => !CHOICE_COLUMNS.has(column)),
    );
    list.set(name, { name, label, columns });
  }
  return new Map(
    [...lists].map(([name, byName]) => [name, { name, choices: [...byName.values()], byName }]),
  );
}

/** The filter columns of a list, which a `choice_filter` may name. */
export function filterColumns(list: ChoiceList | null): ReadonlySet<string> {
  return new Set(list?.choices.flatMap((choice) => Object.keys(choice.columns)) ?? []);
}
