import type { AnswerValue } from '../answers/answer.ts';
import { assertNever } from '../assertNever.ts';
import {
  type DraftField,
  type DraftGroup,
  type DraftItem,
  type DraftRepeat,
  schemaPathOf,
} from './draft.ts';
import type { EngineFunctions } from './engineFunctions.ts';
import type { ExpressionLinker } from './linkExpressions.ts';
import type { Constraint, Field, Group, Item, Repeat } from './model.ts';
import { parseTyped } from './parseTyped.ts';

/** Finishes an item of the outline and all inside it, and enters it in its scope and in the maps. */
export function buildItem(
  draft: DraftItem,
  linker: ExpressionLinker,
  functions: EngineFunctions,
  fieldByName: Map<string, Field>,
  repeatByPath: Map<string, Repeat>,
): Item {
  const inner = (items: readonly DraftItem[]): readonly Item[] =>
    items.map((item) => buildItem(item, linker, functions, fieldByName, repeatByPath));
  const item = finish(draft, linker, functions, inner);
  draft.scope.cells[draft.cell] = item;
  if (item.kind === 'field') fieldByName.set(item.schemaPath, item);
  if (item.kind === 'repeat') {
    repeatByPath.set(item.schemaPath, item);
    draft.scope.repeats.set(item.name, item);
  }
  return item;
}

function finish(
  draft: DraftItem,
  linker: ExpressionLinker,
  functions: EngineFunctions,
  inner: (items: readonly DraftItem[]) => readonly Item[],
): Item {
  switch (draft.kind) {
    case 'field':
      return buildField(draft, linker, functions);
    case 'group':
      return buildGroup(draft, linker, inner);
    case 'repeat':
      return buildRepeat(draft, linker, inner);
    default:
      return assertNever(draft);
  }
}

function buildGroup(
  draft: DraftGroup,
  linker: ExpressionLinker,
  inner: (items: readonly DraftItem[]) => readonly Item[],
): Group {
  const { row } = draft;
  return {
    kind: 'group',
    name: draft.name,
    label: row.text('label'),
    hint: row.text('hint'),
    appearance: row.words('appearance'),
    relevant: linker.relevant(draft),
    items: inner(draft.items),
    cell: draft.cell,
    within: draft.within?.cell ?? -1,
  };
}

function buildRepeat(
  draft: DraftRepeat,
  linker: ExpressionLinker,
  inner: (items: readonly DraftItem[]) => readonly Item[],
): Repeat {
  const { row } = draft;
  return {
    kind: 'repeat',
    name: draft.name,
    schemaPath: schemaPathOf(draft.scope, draft.name),
    number: row.cell('number') || null,
    label: row.label(),
    hint: row.text('hint'),
    appearance: row.words('appearance'),
    relevant: linker.relevant(draft),
    required: linker.required(draft),
    items: inner(draft.items),
    scope: draft.inner,
    cell: draft.cell,
    within: draft.within?.cell ?? -1,
  };
}

function buildField(
  draft: DraftField,
  linker: ExpressionLinker,
  functions: EngineFunctions,
): Field {
  const { row, type } = draft;
  const calculation = linker.calculation(draft);
  if (type === 'calculate' && row.cell('calculation') === '') {
    row.fault('calculation', 'missingCalculation', draft.name);
  }
  const fromSystem = row.yesNo('system');
  const asked = type !== 'note' && calculation === null && !fromSystem;
  const visibleTo = row.words('visible_to');
  const field: Field = {
    kind: 'field',
    name: draft.name,
    schemaPath: schemaPathOf(draft.scope, draft.name),
    number: row.cell('number') || null,
    type,
    label: row.label(),
    hint: row.text('hint'),
    choiceList: draft.choiceList,
    choices: draft.choiceList?.choices ?? [],
    format: row.format(type),
    limits: row.limits(type),
    appearance: row.words('appearance'),
    nonAnswers: asked ? row.nonAnswers() : [],
    sensitive: row.yesNo('sensitive'),
    restricted: row.yesNo('restricted'),
    visibleTo: visibleTo.length === 0 ? null : visibleTo,
    readOnly: row.yesNo('read_only') || !asked,
    asked,
    fromSystem,
    defaultValue: null,
    libraryTopic: row.cell('library') || null,
    valueType: draft.valueType(),
    relevant: linker.relevant(draft),
    required: asked && linker.required(draft),
    constraint: readConstraint(draft, linker),
    calculation,
    choiceFilter: row.cell('choice_filter') === '' ? null : linker.choiceFilter(draft),
    cell: draft.cell,
    within: draft.within?.cell ?? -1,
  };
  return { ...field, defaultValue: readDefault(field, draft, functions) };
}

function readDefault(
  field: Field,
  draft: DraftField,
  functions: EngineFunctions,
): AnswerValue | null {
  const cell = draft.row.cell('default');
  if (cell === '') return null;
  const typed = parseTyped(field, cell, functions);
  if ('answer' in typed && 'value' in typed.answer) return typed.answer.value;
  draft.row.fault('default', 'invalidDefault', cell);
  return null;
}

function readConstraint(draft: DraftField, linker: ExpressionLinker): Constraint | null {
  const { row } = draft;
  const holds = linker.constraint(draft);
  const strength = row.cell('constraint_strength');
  if (!['', 'block', 'warn'].includes(strength)) {
    row.fault('constraint_strength', 'invalidYesNo', strength);
  }
  if (!holds) return null;
  const key = row.cell('constraint_message');
  return {
    holds,
    message: key === '' ? row.text('constraint_message') : key,
    blocking: strength !== 'warn',
  };
}
