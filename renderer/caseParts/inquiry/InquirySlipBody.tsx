import { useTranslation } from 'react-i18next';
import { PaperFacts } from '#renderer/caseParts/PaperFacts.tsx';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { PrintSection, PrintSignatures } from '#renderer/components/PrintPage.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { InquiryReferral } from '#shared/domain/contacts/inquiryReferral.ts';
import styles from './inquiry.module.css';

export interface InquirySlipBodyProps {
  readonly referral: InquiryReferral;
  /** Of whom the question is, and what they asked. */
  readonly who: string;
  readonly phone: string | null;
  readonly topic: string;
}

/** What stands on slip N4 of somebody who has no case yet: to whom, why, what is asked, and when they meet. */
export function InquirySlipBody({ referral, who, phone, topic }: InquirySlipBodyProps) {
  const { t } = useTranslation(['waiting', 'contacts']);
  const language = useLanguage();
  const { reason, appointment, thread } = referral;
  return (
    <>
      <PaperFacts
        facts={[
          {
            id: 'to',
            term: t('waiting:paper.to'),
            value: <strong>{t('waiting:paper.toWhom')}</strong>,
            isWide: true,
          },
          { id: 'who', term: t('contacts:name'), value: <Words>{who}</Words> },
          ...(phone === null
            ? []
            : [{ id: 'phone', term: t('contacts:phone'), value: <Bdi>{phone}</Bdi> }]),
          { id: 'topic', term: t('contacts:topic'), value: <Words>{topic}</Words>, isWide: true },
          {
            id: 'reason',
            term: t('waiting:paper.reason'),
            value: t(`waiting:reason.${reason}`),
            isWide: true,
          },
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
            <li key={entry.entryId}>
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
      <p>{t('waiting:inquiry.noPenalty')}</p>
      <PrintSignatures
        places={[
          { id: 'office', label: t('waiting:paper.officeSign') },
          { id: 'officer', label: t('waiting:paper.officerSign') },
        ]}
      />
    </>
  );
}
