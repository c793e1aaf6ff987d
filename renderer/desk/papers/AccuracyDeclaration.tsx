import { useTranslation } from 'react-i18next';
import { clockTime, dayOf, spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { SignedDeclaration } from '#shared/domain/case/caseState.ts';
import { type PaperProps, PaperSheet } from './PaperSheet.tsx';
import { momentOf } from './paperMoment.ts';
import styles from './papers.module.css';
import { SignedStatement } from './SignedStatement.tsx';
import { StatedData } from './StatedData.tsx';

export interface AccuracyDeclarationProps extends PaperProps {
  readonly declaration: SignedDeclaration;
}

/** N3: everything that was stated when it was signed, what was signed, and the seal (P34). */
export function AccuracyDeclaration({ open, copy, declaration }: AccuracyDeclarationProps) {
  const { t } = useTranslation('papers');
  const language = useLanguage();
  const { assessment } = momentOf(open, declaration);
  const { statement } = declaration.seal;
  const signed = {
    ...spokenDay(dayOf(statement.signedAt), language),
    time: clockTime(statement.signedAt),
  };
  return (
    <PaperSheet
      open={open}
      copy={copy}
      paper="N3"
      title={t('name.N3')}
      subtitle={t('signedOn', signed)}
    >
      {declaration.voidedBy !== null && (
        <p className={styles.voided}>
          {t('voided', {
            ...spokenDay(dayOf(declaration.voidedBy.at), language),
            time: clockTime(declaration.voidedBy.at),
          })}
        </p>
      )}
      <StatedData open={open} assessment={assessment} />
      <SignedStatement open={open} seal={declaration.seal} evaluation={assessment.evaluation} />
    </PaperSheet>
  );
}
