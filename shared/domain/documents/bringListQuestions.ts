import { z } from 'zod';
import { type AnswerPath, AnswerValue, RowId } from '../answers/answer.ts';
import { VersionedName } from '../case/caseEvent.ts';
import type { Field, LocalText, Questionnaire } from '../questionnaire/model.ts';

const localText = z.strictObject({ ar: z.string().trim().min(1), en: z.string().trim().min(1) });

const fieldName = z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/);

const SettingRow = z.strictObject({
  repeat: fieldName,
  row: RowId,
  /** Whose the document is, in the place of a name that nobody has asked for yet. */
  who: localText,
  set: z.record(fieldName, AnswerValue).default({}),
});

/** One way in which things may stand; its documents are asked for in its own case only. */
const Branch = z.strictObject({
  onlyIf: localText.optional(),
  set: z.record(fieldName, AnswerValue).default({}),
  rows: z.array(SettingRow).default([]),
});

const Implied = z.strictObject({
  by: z.array(z.string().min(1)).min(1),
  /** One branch is simply so. Of several it is open which, and the list says so. */
  branches: z.array(Branch).min(1),
});

const OptionSource = z.union([
  /** One option for each choice of this field; in a repeat (`supportItems/type`) a row for each. */
  z.strictObject({ choicesOf: z.string().min(1), only: z.array(z.string()).min(1).optional() }),
  /** One option: this field of money holds something. */
  z.strictObject({ amountOf: fieldName }),
]);

const questionSource = z.strictObject({
  name: fieldName,
  ask: localText,
  pick: z.enum(['one', 'many']),
  options: z.array(OptionSource).min(1),
  implied: z.array(Implied).default([]),
});

export const BringListSource = VersionedName.extend({
  questions: z.array(questionSource).min(1).max(5),
});
export type BringListSource = z.infer<typeof BringListSource>;

/** An answer of the questionnaire that follows from an option. */
export interface Setting {
  readonly path: AnswerPath;
  readonly value: AnswerValue;
}

/** A row of a repeat that follows from an option. */
export interface AddedRow {
  readonly repeat: string;
  readonly rowId: RowId;
  /** Null where the row stands for nobody, such as an item of support. */
  readonly who: LocalText | null;
}

export interface BringBranch {
  readonly onlyIf: LocalText | null;
  readonly settings: readonly Setting[];
  readonly rows: readonly AddedRow[];
}

export interface BringOption {
  /** A choice of the questionnaire, or the name of its field of money. Unique in its question. */
  readonly name: string;
  readonly label: LocalText;
  /** The answer itself, as the questionnaire would hold it; amounts are not known yet. */
  readonly stated: readonly Setting[];
  readonly settings: readonly Setting[];
  readonly rows: readonly AddedRow[];
  readonly either: readonly (readonly BringBranch[])[];
}

export interface BringQuestion {
  readonly name: string;
  readonly ask: LocalText;
  readonly pick: 'one' | 'many';
  readonly options: readonly BringOption[];
}

/** The questions asked before a visit, with the questionnaire's own choices. */
export interface BringListQuestions {
  readonly version: VersionedName;
  readonly questions: readonly BringQuestion[];
}

/** Any amount above nothing: the rules ask only whether there is one. In halalas. */
const SOME_AMOUNT = 1;

/**
 * Parses the questions of `resources/documents/bring-list` (policy, 8a) against one questionnaire.
 * @throws ZodError for a malformed source, Error for a field, choice or option that is not there
 */
export function parseBringList(source: unknown, questionnaire: Questionnaire): BringListQuestions {
  const { id, version, questions } = BringListSource.parse(source);
  return {
    version: { id, version },
    questions: questions.map((question) => questionOf(question, questionnaire)),
  };
}

type OwnOption = Omit<BringOption, 'either'>;

function questionOf(
  { name, ask, pick, options, implied }: z.infer<typeof questionSource>,
  questionnaire: Questionnaire,
): BringQuestion {
  const own = options.flatMap((option) => optionsOf(option, questionnaire));
  const names = new Set(own.map((option) => option.name));
  if (names.size < own.length) throw new Error(`an option given twice: ${name}`);
  for (const unknown of implied.flatMap(({ by }) => by).filter((each) => !names.has(each))) {
    throw new Error(`no such option: ${name} ${unknown}`);
  }
  for (const branch of implied.flatMap(({ branches }) => branches)) {
    assertKnown(branch, questionnaire);
  }
  // Options that leave the same thing open share its branches, so that it is looked at once.
  const read = implied.map(({ by, branches }) => ({ by, branches: branches.map(branchOf) }));
  return { name, ask, pick, options: own.map((option) => withImplied(option, read)) };
}

interface ReadImplied {
  readonly by: readonly string[];
  readonly branches: readonly BringBranch[];
}

function withImplied(option: OwnOption, implied: readonly ReadImplied[]): BringOption {
  const mine = implied.filter(({ by }) => by.includes(option.name)).map(({ branches }) => branches);
  const sure = mine.filter(({ length }) => length === 1).flat();
  return {
    ...option,
    settings: [...option.settings, ...sure.flatMap(({ settings }) => settings)],
    rows: [...option.rows, ...sure.flatMap(({ rows }) => rows)],
    either: mine.filter(({ length }) => length > 1),
  };
}

function branchOf(branch: z.infer<typeof Branch>): BringBranch {
  return {
    onlyIf: branch.onlyIf ?? null,
    settings: [
      ...settingsOf('', branch.set),
      ...branch.rows.flatMap(({ repeat, row, set }) => settingsOf(`${repeat}/${row}/`, set)),
    ],
    rows: branch.rows.map(({ repeat, row, who }) => ({ repeat, rowId: row, who })),
  };
}

function settingsOf(prefix: string, set: Readonly<Record<string, AnswerValue>>): Setting[] {
  return Object.entries(set).map(([name, value]) => ({ path: prefix + name, value }));
}

function optionsOf(
  source: z.infer<typeof OptionSource>,
  questionnaire: Questionnaire,
): readonly OwnOption[] {
  if ('amountOf' in source) {
    const { name, label } = fieldAt(questionnaire, source.amountOf);
    const settings = [{ path: name, value: SOME_AMOUNT }];
    return [{ name, label, stated: [], settings, rows: [] }];
  }
  const { choiceList, schemaPath } = fieldAt(questionnaire, source.choicesOf);
  if (choiceList === null) throw new Error(`a field without choices: ${schemaPath}`);
  const { only } = source;
  for (const name of only ?? []) {
    if (!choiceList.byName.has(name)) throw new Error(`no such choice: ${schemaPath} ${name}`);
  }
  const [first = '', inRow] = schemaPath.split('/');
  return choiceList.choices
    .filter(({ name }) => only?.includes(name) ?? true)
    .map(({ name, label }) => {
      const path = inRow === undefined ? first : `${first}/${name}/${inRow}`;
      const stated = [{ path, value: name }];
      const rows = inRow === undefined ? [] : [{ repeat: first, rowId: name, who: null }];
      return { name, label, stated, settings: stated, rows };
    });
}

function fieldAt(questionnaire: Questionnaire, path: string): Field {
  const field = questionnaire.fieldByName.get(path);
  if (field === undefined) throw new Error(`no such field: ${path}`);
  return field;
}

function assertKnown(branch: z.infer<typeof Branch>, questionnaire: Questionnaire): void {
  for (const name of Object.keys(branch.set)) fieldAt(questionnaire, name);
  for (const { repeat, set } of branch.rows) {
    if (!questionnaire.repeatByPath.has(repeat)) throw new Error(`no such repeat: ${repeat}`);
    for (const name of Object.keys(set)) fieldAt(questionnaire, `${repeat}/${name}`);
  }
}
