import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Questionnaire } from '#shared/domain/questionnaire/model.ts';

/** Which form it is and of which version, as the foot of the paper says it. */
export function useEdition({ title, version }: Questionnaire): string {
  const { t } = useTranslation('papers');
  const language = useLanguage();
  return t('request.edition', { title: title[language], version });
}
