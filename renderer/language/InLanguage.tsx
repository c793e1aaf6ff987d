import i18next from 'i18next';
import { type ReactNode, useMemo } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { Language } from '#shared/domain/case/vocabulary.ts';

export interface InLanguageProps {
  readonly language: Language;
  readonly children: ReactNode;
}

/**
 * Everything inside is said in this language, whatever the screen's own is: a paper, or a text that is
 * read out. Direction and `lang` are set by the element that is drawn.
 */
export function InLanguage({ language, children }: InLanguageProps) {
  const inside = useMemo(() => i18next.cloneInstance({ lng: language }), [language]);
  return <I18nextProvider i18n={inside}>{children}</I18nextProvider>;
}
