import { TranslationNote } from '#renderer/caseParts/Spoken.tsx';
import { directionOf } from '#renderer/language/i18n.ts';
import { Language, type SpokenLanguage } from '#shared/domain/case/vocabulary.ts';
import type { SpokenText } from '#shared/domain/texts/textLibrary.ts';
import styles from './welcome.module.css';

export interface SpokenSummaryProps {
  readonly text: { readonly title: SpokenText; readonly summary: SpokenText };
  readonly language: SpokenLanguage;
}

/**
 * The heart of a text in the person's own language, where the whole is at hand only in those of the
 * screens; nothing where the whole itself is read out.
 */
export function SpokenSummary({ text, language }: SpokenSummaryProps) {
  if (Language.safeParse(language).success) return null;
  return (
    <div className={styles.summary}>
      <TranslationNote language={language} />
      <div lang={language} dir={directionOf(language)}>
        <h3 className={styles.heading}>{text.title[language]}</h3>
        <p>{text.summary[language]}</p>
      </div>
    </div>
  );
}
