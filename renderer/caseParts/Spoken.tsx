import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTexts } from '#renderer/access/reference.ts';
import { Note } from '#renderer/components/Note.tsx';
import { directionOf } from '#renderer/language/i18n.ts';
import type { SpokenLanguage } from '#shared/domain/case/vocabulary.ts';

/** Words in the beneficiary's language, with their own direction. */
export function Spoken({
  language,
  children,
}: {
  readonly language: SpokenLanguage;
  readonly children: ReactNode;
}) {
  return (
    <span lang={language} dir={directionOf(language)}>
      {children}
    </span>
  );
}

/** Says to the representative that no native speaker has gone over this translation yet. */
export function TranslationNote({ language }: { readonly language: SpokenLanguage }) {
  const { t } = useTranslation();
  const { languages } = useTexts();
  if (languages[language].reviewedByNativeSpeaker) return null;
  return (
    <Note tone="info" slim>
      {t('translationAwaitsReview', { language: languages[language].name })}
    </Note>
  );
}
