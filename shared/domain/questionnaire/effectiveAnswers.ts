import type { Answer, AnswerSet } from '../answers/answer.ts';
import { answerAt } from '../answers/answerSet.ts';
import type { Evaluation } from './evaluation.ts';
import { findField } from './fields.ts';
import type { Questionnaire } from './model.ts';

/**
 * The answers that count: what the questionnaire asks of this case, what it calculates, and what
 * the desk filled in. What no longer applies, and what no field stands for, is left out; it stays in
 * storage, so that a condition set back brings it back. `evaluation` must be of these answers by this questionnaire.
 */
export function effectiveAnswers(
  questionnaire: Questionnaire,
  answers: AnswerSet,
  evaluation: Evaluation,
): AnswerSet {
  const values: Record<string, Answer> = {};
  for (const { path, relevant, answered, value } of evaluation.paths.values()) {
    if (!relevant) continue;
    if (findField(questionnaire, path)?.asked) {
      const answer = answered && answerAt(answers, path);
      if (answer) values[path] = answer;
    } else if (value !== null) values[path] = { value };
  }
  const rows: Record<string, readonly string[]> = {};
  for (const { path, relevant, rowIds } of evaluation.repeats.values()) {
    if (relevant && rowIds.length > 0) rows[path] = rowIds;
  }
  return { values, rows };
}
