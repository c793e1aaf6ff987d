import { useTranslation } from 'react-i18next';
import { useDocumentName } from '#renderer/caseParts/documentName.ts';
import { PaperFacts } from '#renderer/caseParts/PaperFacts.tsx';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { PrintSection, PrintSignatures } from '#renderer/components/PrintPage.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { dayOf, spokenDay } from '#renderer/language/days.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { Referral } from '#shared/domain/case/caseState.ts';
import { type PaperProps, PaperSheet } from './PaperSheet.tsx';
import styles from './papers.module.css';
import { WaitingFacts } from './WaitingFacts.tsx';

export interface ReferralSlipProps extends PaperProps {
  readonly referral: Referral;
}

/** N4: to the social-research officer, with the reason, the questions and the appointment (P33). */
export function ReferralSlip({ open, copy, referral }: ReferralSlipProps) {
  const { t } = useTranslation(['papers', 'waiting']);
  const language = useLanguage();
  const documentName = useDocumentName();
  const { documents, matrix } = open.assessment;
  const { about, appointment, reason, opened, thread } = referral;
  const subjects = [
    ...documents
      .filter(({ needed }) => about.documents.includes(needed.documentKey))
      .map(({ needed }) => documentName(needed)),
    ...matrix
      .filter(({ row }) => about.rows.includes(row.rowKey))
      .map(({ row }) => inLanguage(row.label, language)),
  ];
  return (
    <PaperSheet
      open={open}
      copy={copy}
      paper="N4"
      title={t('papers:name.N4')}
      subtitle={t('papers:made', spokenDay(dayOf(opened.at), language))}
    >
      <PaperFacts
        facts={[
          {
            id: 'to',
            term: t('waiting:paper.to'),
            value: <strong>{t('waiting:paper.toWhom')}</strong>,
            isWide: true,
          },
        ]}
      />
      <WaitingFacts open={open} actorId={opened.actorId} />
      <PaperFacts
        facts={[
          {
            id: 'reason',
            term: t('waiting:paper.reason'),
            value: t(`waiting:reason.${reason}`),
            isWide: true,
          },
          ...(subjects.length === 0
            ? []
            : [
                {
                  id: 'about',
                  term: t('waiting:paper.about'),
                  value: <Words>{subjects.join(' · ')}</Words>,
                  isWide: true,
                },
              ]),
          {
            id: 'appointment',
            term: t('waiting:paper.appointment'),
            value:
              appointment === null ? (
                t('waiting:paper.noAppointment')
              ) : (
                <>
                  {spokenDay(appointment.on, language).weekday} <DayText day={appointment.on} />{' '}
                  {appointment.at !== null && <Bdi>{appointment.at}</Bdi>}{' '}
                  <Words>{appointment.place}</Words>
                </>
              ),
            isWide: true,
          },
        ]}
      />
      <PrintSection title={t('waiting:paper.questions')}>
        <ol className={styles.questions}>
          {thread.map((entry) => (
            <li key={entry.eventId} data-kind={entry.kind}>
              {entry.kind === 'answer' && <strong>{t('waiting:paper.answered')}: </strong>}
              <Words>{entry.text}</Words>
            </li>
          ))}
        </ol>
      </PrintSection>
      <PrintSection title={t('waiting:paper.answerSpace')}>
        <p className={styles.quiet}>{t('waiting:paper.answerSpaceNote')}</p>
        <div className={styles.answerSpace} />
      </PrintSection>
      <p className={styles.follow}>{t('waiting:paper.noPenalty')}</p>
      <PrintSignatures
        places={[
          { id: 'office', label: t('waiting:paper.officeSign') },
          { id: 'officer', label: t('waiting:paper.officerSign') },
        ]}
      />
    </PaperSheet>
  );
}
