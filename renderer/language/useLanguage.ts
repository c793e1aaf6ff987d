import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import type { Language } from '#shared/domain/case/vocabulary.ts';

/** The language in which the screen is shown now. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguageChanged, languageNow);
}

function onLanguageChanged(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

function languageNow(): Language {
  return i18next.language === 'en' ? 'en' : 'ar';
}

/** The label of this language out of a pair. */
export function inLanguage(
  label: { readonly ar: string; readonly en: string },
  language: Language,
): string {
  return label[language];
}
