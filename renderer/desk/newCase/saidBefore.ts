import { useBringListRules } from '#renderer/access/reference.ts';
import { readChoices } from '#renderer/caseParts/bringPlace.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { AnswerPatch } from '#shared/domain/answers/answerPatch.ts';
import { chosenOptions } from '#shared/domain/documents/bringList.ts';

/** What was chosen before the visit, as answers of the interview: what was only implied is asked. */
export function useSaidBefore(said: string | undefined): {
  readonly labels: readonly string[];
  readonly patches: readonly AnswerPatch[];
} {
  const language = useLanguage();
  const { questions } = useBringListRules();
  const chosen = chosenOptions(questions, readChoices(said)).filter(
    ({ option }) => option.stated.length > 0,
  );
  return {
    labels: chosen.map(({ option }) => inLanguage(option.label, language)),
    patches: chosen.flatMap(({ option: { rows, stated } }) => [
      ...rows
        .filter(({ who }) => who === null)
        .map(({ repeat, rowId }) => ({ op: 'addRow' as const, repeat, rowId })),
      ...stated.map(({ path, value }) => ({
        op: 'set' as const,
        path,
        answer: { value },
        base: null,
      })),
    ]),
  };
}
