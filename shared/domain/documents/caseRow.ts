import type { Answer, AnswerPath, AnswerSet } from '../answers/answer.ts';
import { answerAt } from '../answers/answerSet.ts';
import type { Field, Questionnaire } from '../questionnaire/model.ts';
import { type Row, rootRow } from '../questionnaire/rows.ts';

/** The answers of a case as rows in which conditions are read. `today`: days since 1970-01-01. */
export function caseRow(questionnaire: Questionnaire, answers: AnswerSet, today: number): Row {
  return rootRow(
    { answers, functions: questionnaire.functions, today, calculatedBySystem: {} },
    questionnaire.rootScope,
  );
}

/** The rows of a repeat that count; none when it does not apply or the form has none of that name. */
export function rowsOfRepeat(
  questionnaire: Questionnaire,
  root: Row,
  path: string,
): readonly Row[] {
  const repeat = questionnaire.repeatByPath.get(path);
  return repeat === undefined ? [] : root.countedRows(repeat.cell);
}

/** A field of one row with what it holds. */
export interface FieldAnswer {
  readonly field: Field;
  readonly path: AnswerPath;
  readonly relevant: boolean;
  /** What was answered, or the value that the form calculates; undefined for neither. */
  readonly answer: Answer | undefined;
}

/** Looks a field up in this row; undefined when this version of the form has no such field. */
export function fieldAnswer(
  questionnaire: Questionnaire,
  row: Row,
  name: string,
): FieldAnswer | undefined {
  const { schemaPath } = row.scope;
  const field = questionnaire.fieldByName.get(schemaPath === '' ? name : `${schemaPath}/${name}`);
  if (field === undefined) return undefined;
  const path = row.prefix + name;
  const relevant = row.isRelevant(field.cell);
  if (field.calculation === null) {
    return { field, path, relevant, answer: answerAt(row.run.answers, path) };
  }
  const value = row.valueOf(field.cell);
  const calculated =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { field, path, relevant, answer: calculated ? { value } : undefined };
}

/** The text of a field in this row; null when it holds none. */
export function textOf(questionnaire: Questionnaire, row: Row, name: string): string | null {
  const answer = fieldAnswer(questionnaire, row, name)?.answer;
  if (answer === undefined || !('value' in answer)) return null;
  return typeof answer.value === 'string' && answer.value.trim() !== '' ? answer.value : null;
}
