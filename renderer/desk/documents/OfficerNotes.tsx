import { FileClock, MessageCircleQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDocumentName } from '#renderer/caseParts/documentName.ts';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { LEAVE_PLACE, referPlace } from '#renderer/caseParts/waitingPlace.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { AssessedDocument } from '#shared/domain/case/assessCase.ts';
import { graceFor } from '#shared/domain/case/reduceReferral.ts';
import styles from './documents.module.css';

export interface OfficerNotesProps extends Pick<StepProps, 'open' | 'go'> {
  readonly document: AssessedDocument;
}

/**
 * What of a document lies with the social-research officer: the choice for an identity that has run
 * out, grace while it runs and when it ended, who is known without papers, differences that were raised.
 */
export function OfficerNotes({ open, go, document }: OfficerNotesProps) {
  const { t } = useTranslation('waiting');
  const language = useLanguage();
  const name = useDocumentName();
  const { needed, validity, byOfficer } = document;
  const { documentKey } = needed;
  const { facts, matrix } = open.assessment;
  if (open.state.submission !== null) return null;
  const grace = graceFor(open.state, documentKey);
  const hasRunOut = validity.verdict === 'expired' && byOfficer === null;
  const raised = matrix.filter(
    ({ row }) => row.documentKey === documentKey && facts.matching.raised.includes(row.rowKey),
  );
  const refer = (about: string) => (
    <Button
      size="sm"
      icon={MessageCircleQuestion}
      onPress={() => go('waiting', referPlace('documents', about))}
    >
      {t('refer')}
    </Button>
  );
  return (
    <>
      {byOfficer?.until != null && (
        <Note tone="ok" slim>
          {t('graceRuns')} <DayText day={byOfficer.until} />
        </Note>
      )}
      {byOfficer?.outcome === 'acceptIdentity' && (
        <Note tone="ok" slim>
          {t('identityKnown')}
        </Note>
      )}
      {hasRunOut && grace?.until != null && (
        <Note tone="review" slim>
          {t('graceEnded')} <DayText day={grace.until} />
        </Note>
      )}
      {hasRunOut && needed.identity && (
        <section
          className={styles.choice}
          aria-label={t('choiceTitle', { document: name(needed) })}
        >
          <strong>{t('choiceTitle', { document: name(needed) })}</strong>
          <span className={styles.explained}>{t('choiceHelp')}</span>
          <div className={styles.ways}>
            <div className={styles.way}>
              <Button icon={FileClock} onPress={() => go('waiting', LEAVE_PLACE)}>
                {t('choiceBring')}
              </Button>
              <span className={styles.explained}>{t('choiceBringHelp')}</span>
            </div>
            <div className={styles.way}>
              <Button
                icon={MessageCircleQuestion}
                onPress={() => go('waiting', referPlace('documents', documentKey))}
              >
                {t('choiceGrace')}
              </Button>
              <span className={styles.explained}>{t('choiceGraceHelp')}</span>
            </div>
          </div>
        </section>
      )}
      {facts.documents.forOfficer.includes(documentKey) && (
        <Note tone="review" slim action={refer(documentKey)}>
          {t('forOfficer')}
        </Note>
      )}
      {raised.map(({ row }) => (
        <Note key={row.rowKey} tone="review" slim action={refer(row.rowKey)}>
          <strong>{inLanguage(row.label, language)}</strong> {t('rowForOfficer')}
        </Note>
      ))}
    </>
  );
}
