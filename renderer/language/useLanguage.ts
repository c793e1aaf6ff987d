import i18next from 'i18next';
import { useCallback, useContext, useSyncExternalStore } from 'react';
import { I18nContext } from 'react-i18next';
import type { Language } from '#shared/domain/case/vocabulary.ts';

/** The language of what is around: of the screen, or inside `InLanguage` of the paper that is drawn. */
export function useLanguage(): Language {
  // Not by `useTranslation`: a list asks hundreds of times.
  const i18n = useContext(I18nContext)?.i18n ?? i18next;
  const subscribe = useCallback(
    (listener: () => void) => {
      i18n.on('languageChanged', listener);
      return () => i18n.off('languageChanged', listener);
    },
    [i18n],
  );
  return useSyncExternalStore(subscribe, () => (i18n.language === 'en' ? 'en' : 'ar'));
}

/** The label of this language out of a pair. */
export function inLanguage(
  label: { readonly ar: string; readonly en: string },
  language: Language,
): string {
  return label[language];
}
