import { useTranslation } from 'react-i18next';
import type { LinkageWords } from '#shared/domain/linkage/explainInWords.ts';

/** The sentences of linkage in the language of the screen. */
export function useLinkageWords(): LinkageWords {
  const { t } = useTranslation('linkage');
  return (key, { field = '', agreement = '', strength = '' }) =>
    t(key, { field, agreement, strength });
}
