import type { Answer, AnswerPath, AnswerSet } from '../answers/answer.ts';
import { checkAnswer, isAnswered, isOffered } from './checkAnswer.ts';
import { isRequired, rootOf } from './evaluate.ts';
import type { EvaluationContext } from './evaluation.ts';
import { findField } from './fields.ts';
import type { Choice, Field, Questionnaire } from './model.ts';
import { type Problem, problem } from './problem.ts';
import type { Row } from './rows.ts';

/**
 * What would be wrong if this answer stood at this path: for one field while it is typed. Without
 * an answer: `required`, where one is needed. A field that does not apply has no problems.
 */
export function validateAnswer(
  questionnaire: Questionnaire,
  path: AnswerPath,
  answer: Answer | null,
  answers: AnswerSet,
  context: EvaluationContext,
): readonly Problem[] {
  const values = { ...answers.values };
  if (answer) values[path] = answer;
  else delete values[path];
  const place = findPlace(questionnaire, path, { ...answers, values }, context);
  if (!place) return [problem(path, 'unknownPath')];
  const { row, field } = place;
  if (!row.isRelevant(field.cell)) return [];
  if (answer && isAnswered(answer)) return checkAnswer(row, field, answer);
  return isRequired(field.required, row) ? [problem(path, 'required')] : [];
}

/** The choices that a field offers at this path, in the order of the list; none for an unknown path. */
export function availableChoices(
  questionnaire: Questionnaire,
  path: AnswerPath,
  answers: AnswerSet,
  context: EvaluationContext,
): readonly Choice[] {
  const place = findPlace(questionnaire, path, answers, context);
  if (!place) return [];
  const { row, field } = place;
  if (!field.choiceFilter) return field.choices;
  return field.choices.filter((choice) => isOffered(row, field, choice.name));
}

function findPlace(
  questionnaire: Questionnaire,
  path: AnswerPath,
  answers: AnswerSet,
  context: EvaluationContext,
): { readonly row: Row; readonly field: Field } | null {
  const parts = path.split('/');
  let row = rootOf(questionnaire, answers, context);
  for (let at = 0; at + 2 < parts.length; at += 2) {
    const repeat = row.scope.repeats.get(parts[at] ?? '');
    const next = repeat && row.rows(repeat.cell).find((one) => one.rowId === parts[at + 1]);
    if (!next) return null;
    row = next;
  }
  const field = findField(questionnaire, path);
  return field && parts.length % 2 === 1 ? { row, field } : null;
}
