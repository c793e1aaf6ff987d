import { buildItem } from './buildItems.ts';
import { readChoiceLists } from './choices.ts';
import type { Declared } from './declarations.ts';
import type { DraftItem } from './draft.ts';
import type { EngineFunctions } from './engineFunctions.ts';
import { findCycles } from './findCycles.ts';
import { ExpressionLinker } from './linkExpressions.ts';
import type { Field, LocalText, Questionnaire, Repeat, Section } from './model.ts';
import { FaultList } from './questionnaireError.ts';
import { readSurvey } from './readSurvey.ts';
import { type Cells, QuestionnaireSource, SETTING_COLUMNS } from './source.ts';
import { STANDARD_FUNCTIONS } from './standardFunctions.ts';

/**
 * Makes a questionnaire of its source, the three sheets of an XLSForm as rows. Expressions are
 * parsed, typed and compiled here, once.
 * @param functions calendars and identifiers; the project's own unless a test gives others
 * @throws QuestionnaireError with every fault by sheet, row and column
 */
export function parseQuestionnaire(
  source: unknown,
  functions: EngineFunctions = STANDARD_FUNCTIONS,
): Questionnaire {
  const faults = new FaultList();
  const sheets = readSheets(source, faults);
  const settings = readSettings(sheets.settings, faults);
  const choiceLists = readChoiceLists(sheets.choices, faults);
  const drafts = new Map<Declared, DraftItem>();
  const linker = new ExpressionLinker(drafts);
  const survey = readSurvey(sheets.survey, choiceLists, faults, (field) =>
    linker.calculationType(field),
  );
  const all = survey.sections.flatMap(withInner);
  for (const draft of all) if (draft.kind !== 'group') drafts.set(draft, draft);

  const fieldByName = new Map<string, Field>();
  const repeatByPath = new Map<string, Repeat>();
  const sections = survey.sections.map((draft): Section => {
    const letter = { ar: draft.row.cell('letter::ar'), en: draft.row.cell('letter') };
    if ((letter.ar === '') !== (letter.en === '')) {
      draft.row.fault(letter.ar === '' ? 'letter::ar' : 'letter', 'missingLetter', draft.name);
    }
    const group = buildItem(draft, linker, functions, fieldByName, repeatByPath);
    if (group.kind !== 'group') throw new TypeError(`${draft.name} is no group`);
    return { ...group, label: draft.row.label(), letter: letter.en === '' ? null : letter };
  });
  for (const cycle of findCycles(all, linker.named)) {
    const blamed = cycle.find((item) => item.row.cell('calculation') || item.row.cell('relevant'));
    const { row } = blamed ?? cycle[0] ?? {};
    const names = [...cycle, ...cycle.slice(0, 1)].map((item) => item.name).join(' → ');
    row?.fault(row.cell('calculation') ? 'calculation' : 'relevant', 'cycle', names);
  }
  faults.throwIfAny();
  return {
    ...settings,
    sections,
    fieldByName,
    repeatByPath,
    choiceLists,
    rootScope: survey.root,
    functions,
  };
}

function withInner(item: DraftItem): readonly DraftItem[] {
  return item.kind === 'field' ? [item] : [item, ...item.items.flatMap(withInner)];
}

function readSheets(source: unknown, faults: FaultList): QuestionnaireSource {
  const parsed = QuestionnaireSource.safeParse(source);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues.slice(0, 20)) {
    const [sheet, row, column] = issue.path;
    const known = sheet === 'survey' || sheet === 'choices' ? sheet : 'settings';
    const rowNumber = typeof row === 'number' ? row + 2 : 1;
    faults.add(known, rowNumber, String(column ?? ''), 'malformedSource', issue.code);
  }
  faults.throwIfAny();
  throw parsed.error;
}

function readSettings(
  cells: Cells,
  faults: FaultList,
): { readonly id: string; readonly version: number; readonly title: LocalText } {
  for (const column of Object.keys(cells)) {
    if (!SETTING_COLUMNS.has(column)) faults.add('settings', 2, column, 'unknownColumn', column);
  }
  const read = (column: string): string => {
    const cell = cells[column] ?? '';
    if (cell === '') faults.add('settings', 2, column, 'missingSetting', column);
    return cell;
  };
  const id = read('form_id');
  if (id !== '' && !/^[A-Za-z][A-Za-z0-9_-]{0,79}$/.test(id)) {
    faults.add('settings', 2, 'form_id', 'invalidSetting', id);
  }
  const version = read('version');
  if (version !== '' && !/^[1-9]\d{0,8}$/.test(version)) {
    faults.add('settings', 2, 'version', 'invalidSetting', version);
  }
  return { id, version: Number(version), title: { ar: read('title::ar'), en: read('title::en') } };
}
