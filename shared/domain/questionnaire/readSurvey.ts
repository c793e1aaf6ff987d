import {
  type DraftField,
  type DraftGroup,
  type DraftItem,
  type DraftRepeat,
  type DraftScope,
  newScope,
} from './draft.ts';
import type { ExpressionType } from './expression/types.ts';
import type { ChoiceList, FieldType } from './model.ts';
import type { FaultList } from './questionnaireError.ts';
import { type Cells, SURVEY_COLUMNS } from './source.ts';
import { FIELD_TYPES, SurveyRow } from './surveyRows.ts';

/** Sections within groups within repeats: deeper than this nobody can follow on a page. */
const DEEPEST_NESTING = 8;

export interface DraftSurvey {
  readonly root: DraftScope;
  readonly sections: readonly DraftGroup[];
}

const VALUE_TYPES: Readonly<Record<Exclude<FieldType, 'calculate'>, ExpressionType>> = {
  text: 'text',
  integer: 'number',
  money: 'number',
  date: 'date',
  selectOne: 'text',
  selectMultiple: 'list',
  boolean: 'boolean',
  geopoint: 'point',
  note: 'empty',
};

interface OpenBlock {
  readonly end: 'end_group' | 'end_repeat';
  readonly row: SurveyRow;
  readonly scope: DraftScope;
  readonly group: DraftGroup | null;
  readonly items: DraftItem[];
}

/**
 * Reads the outline of the survey sheet: what nests in what, and which names stand in which scope.
 * @param calculationType type of a calculated field, asked for only after all rows are read
 */
export function readSurvey(
  rows: readonly Cells[],
  lists: ReadonlyMap<string, ChoiceList>,
  faults: FaultList,
  calculationType: (field: DraftField) => ExpressionType,
): DraftSurvey {
  const root = newScope(null, '', -1);
  const sections: DraftGroup[] = [];
  const groupNames = new Set<string>();
  const open: OpenBlock[] = [];

  for (const [index, cells] of rows.entries()) {
    const row = new SurveyRow(cells, index + 2, faults);
    for (const column of row.columns()) {
      if (!SURVEY_COLUMNS.has(column)) row.fault(column, 'unknownColumn', column);
    }
    const [type = '', ...typeWords] = row
      .cell('type')
      .replace(/^(begin|end) (group|repeat)$/, '$1_$2')
      .split(/\s+/);
    const block = open.at(-1);
    if (type === 'end_group' || type === 'end_repeat') {
      if (block?.end === type) open.pop();
      else row.fault('type', 'unopenedEnd', type);
      continue;
    }
    if (open.length >= DEEPEST_NESTING) row.fault('type', 'tooDeep', type);
    const scope = block?.scope ?? root;
    const within = block?.group ?? null;
    const name = readName(row);
    if (type === 'begin_group') {
      if (groupNames.has(name)) row.fault('name', 'duplicateName', name);
      groupNames.add(name);
      const group: DraftGroup = {
        kind: 'group',
        name,
        row,
        scope,
        cell: scope.cellCount++,
        within,
        items: [],
      };
      if (block) block.items.push(group);
      else sections.push(group);
      open.push({ end: 'end_group', row, scope, group, items: group.items });
      continue;
    }
    if (!block) {
      row.fault('type', 'outsideSection', type);
      continue;
    }
    if (type === 'begin_repeat') {
      const repeat = readRepeat(row, name, scope, within);
      declare(scope, repeat, row);
      block.items.push(repeat);
      open.push({ end: 'end_repeat', row, scope: repeat.inner, group: null, items: repeat.items });
      continue;
    }
    const field = readField(row, name, type, typeWords, scope, within, lists, calculationType);
    if (!field) continue;
    declare(scope, field, row);
    block.items.push(field);
  }
  for (const block of open) block.row.fault('type', 'unclosedGroup', block.row.cell('name'));
  return { root, sections };
}

function readName(row: SurveyRow): string {
  const name = row.cell('name');
  if (name === '') row.fault('name', 'missingName');
  else if (!/^[A-Za-z][A-Za-z0-9]{0,59}$/.test(name)) row.fault('name', 'invalidName', name);
  return name;
}

function declare(scope: DraftScope, item: DraftField | DraftRepeat, row: SurveyRow): void {
  if (scope.members.has(item.name)) row.fault('name', 'duplicateName', item.name);
  scope.members.set(item.name, item);
}

function readRepeat(
  row: SurveyRow,
  name: string,
  scope: DraftScope,
  within: DraftGroup | null,
): DraftRepeat {
  const cell = scope.cellCount++;
  const inner = newScope(scope, name, cell);
  const repeat: DraftRepeat = { kind: 'repeat', name, row, scope, cell, within, inner, items: [] };
  inner.repeat = repeat;
  return repeat;
}

function readField(
  row: SurveyRow,
  name: string,
  typeName: string,
  typeWords: readonly string[],
  scope: DraftScope,
  within: DraftGroup | null,
  lists: ReadonlyMap<string, ChoiceList>,
  calculationType: (field: DraftField) => ExpressionType,
): DraftField | null {
  const type = Object.hasOwn(FIELD_TYPES, typeName) ? FIELD_TYPES[typeName] : undefined;
  const isSelect = type === 'selectOne' || type === 'selectMultiple';
  if (!type || typeWords.length !== (isSelect ? 1 : 0)) {
    row.fault('type', 'unknownType', row.cell('type'));
    return null;
  }
  const choiceList = isSelect ? row.choiceList(typeWords[0] ?? '', lists) : null;
  const field: DraftField = {
    kind: 'field',
    name,
    row,
    scope,
    cell: scope.cellCount++,
    within,
    type,
    choiceList,
    choiceNames: choiceList ? new Set(choiceList.byName.keys()) : null,
    valueType: () => (type === 'calculate' ? calculationType(field) : VALUE_TYPES[type]),
  };
  return field;
}
