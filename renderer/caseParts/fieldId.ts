import type { AnswerPath } from '#shared/domain/answers/answer.ts';

/** The id of a field's control on its page, so that a link can lead to this very field. */
export function fieldId(path: AnswerPath): string {
  return `field-${path.replaceAll('/', '-')}`;
}
