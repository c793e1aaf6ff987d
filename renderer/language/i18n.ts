import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language, SpokenLanguage } from '#shared/domain/case/vocabulary.ts';
import { ARABIC, ENGLISH } from './locales.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof ARABIC;
  }
}

const DIRECTIONS = {
  ar: 'rtl',
  en: 'ltr',
  ur: 'rtl',
  id: 'ltr',
  tr: 'ltr',
  fr: 'ltr',
} as const satisfies Record<SpokenLanguage, 'rtl' | 'ltr'>;

/**
 * BCP 47 tags given to formatters and to React Aria: digits 0-9 and the Gregorian calendar are said
 * outright, since the Saudi default is another.
 */
export const LOCALE_TAGS = {
  ar: 'ar-SA-u-ca-gregory-nu-latn',
  en: 'en-GB-u-ca-gregory-nu-latn',
} as const satisfies Record<Language, string>;

export async function startLanguages(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'ar',
    ns: Object.keys(ARABIC),
    defaultNS: 'common',
    resources: { ar: ARABIC, en: ENGLISH },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  markDocument(language);
}

/** Switches in place: nothing is loaded, nothing that was typed is lost. */
export async function switchLanguage(language: Language): Promise<void> {
  if (i18next.language === language) return;
  await i18next.changeLanguage(language);
  markDocument(language);
}

export function directionOf(language: SpokenLanguage): 'rtl' | 'ltr' {
  return DIRECTIONS[language];
}

function markDocument(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = DIRECTIONS[language];
  document.title = i18next.t('appName');
}
