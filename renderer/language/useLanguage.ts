import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/domain/case/vocabulary.ts';

/** The language in which the screen is shown now. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'ar';
}

/** The label of this language out of a pair. */
export function inLanguage(
  label: { readonly ar: string; readonly en: string },
  language: Language,
): string {
  return label[language];
}
