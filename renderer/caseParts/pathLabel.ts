import { useTranslation } from 'react-i18next';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import { type AnswerPath, isNonAnswer } from '#shared/domain/answers/answer.ts';
import type { Evaluation } from '#shared/domain/questionnaire/evaluation.ts';

const NAME_FIELDS = ['name', 'type'] as const;

/** What a place in the form is called in a list: the field's label, and whose row it is in. */
export function usePathLabel(evaluation: Evaluation): (path: AnswerPath) => string {
  const { t } = useTranslation('interview');
  const language = useLanguage();
  return (path) => {
    const state = evaluation.paths.get(path);
    if (state === undefined) {
      const repeat = evaluation.repeats.get(path)?.repeat;
      return repeat === undefined ? path : inLanguage(repeat.label, language);
    }
    const label = inLanguage(state.field.label, language);
    const parts = path.split('/');
    if (parts.length < 3) return label;
    const row = parts.slice(0, -1).join('/');
    for (const name of NAME_FIELDS) {
      const named = evaluation.paths.get(`${row}/${name}`);
      const answer = named?.answer ?? null;
      if (named === undefined || answer === null || isNonAnswer(answer)) continue;
      const { value } = answer;
      if (typeof value !== 'string') continue;
      const choice = named.field.choices.find((each) => each.name === value);
      const whose =
        choice === undefined ? (value.split(' ')[0] ?? value) : inLanguage(choice.label, language);
      return t('ofRow', { label, whose });
    }
    const rowIds = evaluation.repeats.get(parts.slice(0, -2).join('/'))?.rowIds ?? [];
    const number = rowIds.indexOf(parts.at(-2) ?? '') + 1;
    return t('ofRow', { label, whose: t('rowNumber', { number }) });
  };
}
