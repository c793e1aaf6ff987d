import type { Answer, AnswerPath, AnswerValue } from '../answers/answer.ts';
import { withoutRowIds } from '../answers/answerSet.ts';
import type { Field, Item, Questionnaire } from './model.ts';

/** The field that an answer's path leads to, or undefined when the questionnaire has none there. */
export function findField(questionnaire: Questionnaire, path: AnswerPath): Field | undefined {
  return questionnaire.fieldByName.get(withoutRowIds(path));
}

/** Whether one of these roles may see the field (`visible_to`). */
export function isVisibleTo(field: Field, roles: readonly string[]): boolean {
  return field.visibleTo === null || field.visibleTo.some((role) => roles.includes(role));
}

/** The default values of the questionnaire's fields outside repeats, as patches would set them. */
export function defaultAnswers(questionnaire: Questionnaire): Readonly<Record<AnswerPath, Answer>> {
  return defaultsIn(questionnaire.rootScope.cells, '');
}

/** The default values of a new row's fields, by path. */
export function defaultRowAnswers(
  questionnaire: Questionnaire,
  repeatPath: string,
  rowId: string,
): Readonly<Record<AnswerPath, Answer>> {
  const repeat = questionnaire.repeatByPath.get(withoutRowIds(repeatPath));
  return repeat ? defaultsIn(repeat.scope.cells, `${repeatPath}/${rowId}/`) : {};
}

function defaultsIn(items: readonly Item[], prefix: string): Readonly<Record<AnswerPath, Answer>> {
  return Object.fromEntries(
    items.flatMap((item): [AnswerPath, { value: AnswerValue }][] =>
      item.kind === 'field' && item.defaultValue !== null
        ? [[prefix + item.name, { value: item.defaultValue }]]
        : [],
    ),
  );
}
