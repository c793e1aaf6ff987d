import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useTexts } from '#renderer/access/reference.ts';
import { TranslationNote } from '#renderer/caseParts/Spoken.tsx';
import { Choice } from '#renderer/components/Choice.tsx';
import { directionOf } from '#renderer/language/i18n.ts';
import { needsWitness } from '#shared/domain/case/sealing.ts';
import { MarkKind, SigningLevel } from '#shared/domain/case/signing.ts';
import type { Language, SpokenLanguage } from '#shared/domain/case/vocabulary.ts';
import { DrawnPad } from './DrawnPad.tsx';
import styles from './declaration.module.css';
import { InterpreterPart } from './InterpreterPart.tsx';
import { PaperPart } from './PaperPart.tsx';
import { SignerLine } from './SignerLine.tsx';
import type { SigningGap, SigningNeeds } from './signingForm.ts';
import type { SigningUnderWay } from './useSigning.ts';
import { WitnessPart } from './WitnessPart.tsx';

/** Whose quotation marks a language takes. */
const QUOTES = {
  ar: 'ar',
  ur: 'ar',
  fr: 'ar',
  en: 'en',
  id: 'en',
  tr: 'en',
} as const satisfies Record<SpokenLanguage, Language>;

export interface SigningPartProps {
  readonly open: OpenCase;
  readonly signing: SigningUnderWay;
  readonly language: SpokenLanguage;
  readonly needs: SigningNeeds;
  /** What is missing, once signing was tried. */
  readonly gap: SigningGap | null;
}

/** The text that is signed, who signs it and how: on the screen or on paper, by hand or by thumb. */
export function SigningPart({ open, signing, language, needs, gap }: SigningPartProps) {
  const { t } = useTranslation('declaration');
  const { declaration } = useTexts();
  const { form, change } = signing;
  const errorAt = (...gaps: readonly SigningGap[]) =>
    gap !== null && gaps.includes(gap) ? t(`gap.${gap}`) : undefined;
  return (
    <>
      <SignerLine open={open} />
      <TranslationNote language={language} />
      <p className={styles.declaration} lang={language} dir={directionOf(language)}>
        {t('quoted', { text: declaration.text[language], lng: QUOTES[language] })}
      </p>
      {language !== 'ar' && language !== 'en' && (
        <p className={styles.beside} lang="ar" dir="rtl">
          {t('quoted', { text: declaration.text.ar, lng: 'ar' })}
        </p>
      )}
      <Choice
        label={t('byWhat')}
        size="lg"
        value={form.by}
        options={MarkKind.options.map((value) => ({ value, label: t(`by.${value}`) }))}
        onChange={(by) => change({ by: MarkKind.parse(by) })}
      />
      <Choice
        label={t('onWhat')}
        size="lg"
        value={form.level}
        options={SigningLevel.options.map((value) => ({ value, label: t(`on.${value}`) }))}
        onChange={(level) => change({ level: SigningLevel.parse(level) })}
      />
      {form.level === 'paperOriginal' ? (
        <PaperPart
          open={open}
          signing={signing}
          isPrinted={needs.paperIsPrinted}
          error={errorAt('paperNotPrinted', 'shelfMissing')}
        />
      ) : (
        <DrawnPad
          open={open}
          signing={signing}
          owner="signer"
          label={t(form.by === 'thumb' ? 'thumbPad' : 'pad')}
          hint={t(form.by === 'thumb' ? 'thumbHint' : 'padHint')}
          error={errorAt('blank', 'thumbBlank')}
        />
      )}
      {needsWitness(form) && <WitnessPart open={open} signing={signing} gap={gap} />}
      {needs.interpreter && <InterpreterPart open={open} signing={signing} gap={gap} />}
      <p className={styles.small}>{t(`level.${form.level}.${form.by}`)}</p>
    </>
  );
}
