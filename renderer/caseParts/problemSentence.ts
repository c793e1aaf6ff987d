import { useTranslation } from 'react-i18next';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { Problem } from '#shared/domain/questionnaire/problem.ts';

/** The sentence that belongs to a problem: the questionnaire's own, or the one of its code. */
export function useProblemSentence(): (problem: Problem) => string {
  const { t } = useTranslation('interview');
  const language = useLanguage();
  return (problem) =>
    problem.message === null
      ? t(`problem.${problem.code}`, { ...problem.params })
      : inLanguage(problem.message, language);
}
