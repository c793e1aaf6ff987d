import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTexts } from '#renderer/access/reference.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { useActingWords } from '#renderer/caseParts/actingWords.ts';
import { PaperFacts } from '#renderer/caseParts/PaperFacts.tsx';
import { theirLanguage } from '#renderer/caseParts/spokenLanguage.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { needsInterpreter, whoSigns } from '#shared/domain/case/whoSigns.ts';
import { declarationIn } from '#shared/domain/texts/textLibrary.ts';
import { DeclaredText } from './DeclaredText.tsx';
import { type PaperProps, PaperSheet } from './PaperSheet.tsx';
import styles from './papers.module.css';
import { StatedData } from './StatedData.tsx';

/**
 * N3 to be signed in ink: all that is declared, the text, and places for signature or thumb, witness,
 * interpreter and officer. Its numbered copy is bound to the data by the journal.
 */
export function DeclarationToSign({ open, copy }: PaperProps) {
  const { t } = useTranslation('papers');
  const language = useLanguage();
  const texts = useTexts();
  const { today, person } = useOpenStatus();
  const { state, assessment, rules } = open;
  const acting = useActingWords(rules);
  const found = whoSigns(state, assessment.authority);
  const capacity = found.ok ? acting(found.signer) : null;
  const spoken = theirLanguage(state.answers, language);
  return (
    <PaperSheet
      open={open}
      copy={copy}
      paper="N3"
      title={t('name.N3')}
      subtitle={t('toSign', spokenDay(today, language))}
    >
      <StatedData open={open} assessment={assessment} />
      <section className={styles.signed}>
        <h2 className={styles.partTitle}>{t('toDeclare')}</h2>
        <DeclaredText declaration={declarationIn(texts, spoken)} />
        <p className={styles.consent}>
          <span>{texts.declaration.consentToVerify[language]}:</span>
          <span>
            ☐ {t('yes')} ☐ {t('no')}
          </span>
        </p>
        {capacity !== null && (
          <PaperFacts
            isDense
            facts={[{ id: 'capacity', term: t('capacity'), value: capacity, isWide: true }]}
          />
        )}
        <div className={styles.marks}>
          <InkPlace label={t('inkSigner')} isTall>
            {found.ok && <Words>{found.signer.name}</Words>}
          </InkPlace>
          <InkPlace label={t('officerSignature')} isTall>
            <Words>{person.displayName}</Words>
          </InkPlace>
          <InkPlace label={t('inkWitness')} />
          {needsInterpreter(state) && <InkPlace label={t('inkInterpreter')} />}
        </div>
      </section>
    </PaperSheet>
  );
}

function InkPlace({
  label,
  isTall = false,
  children,
}: {
  readonly label: string;
  readonly isTall?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles.mark}>
      <span className={styles.quiet}>{label}</span>
      <span className={styles.ink} data-tall={isTall ? '' : undefined} />
      <span className={styles.line}>{children}</span>
    </div>
  );
}
