import { useTranslation } from 'react-i18next';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { PrintSection, PrintSignatures } from '#renderer/components/PrintPage.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Appointment } from '#shared/domain/case/referral.ts';
import styles from './paperBodies.module.css';

/** When and where the person meets the social-research officer, as slip N4 says it. */
export function SlipAppointment({ appointment }: { readonly appointment: Appointment | null }) {
  const { t } = useTranslation('waiting');
  const language = useLanguage();
  if (appointment === null) return t('paper.noAppointment');
  return (
    <>
      {spokenDay(appointment.on, language).weekday} <DayText day={appointment.on} />
      {appointment.at !== null && (
        <>
          {' '}
          · <Bdi>{appointment.at}</Bdi>
        </>
      )}
      {appointment.place !== '' && (
        <>
          {' '}
          · <Words>{appointment.place}</Words>
        </>
      )}
    </>
  );
}

export interface SlipThreadProps {
  readonly entries: readonly {
    readonly id: string;
    readonly isAnswer: boolean;
    readonly text: string;
  }[];
  /** What a referral takes from nobody. */
  readonly noPenalty: string;
}

/** The questions with what was answered, room for the officer's hand, and who signs. */
export function SlipThread({ entries, noPenalty }: SlipThreadProps) {
  const { t } = useTranslation('waiting');
  return (
    <>
      <PrintSection title={t('paper.questions')}>
        <ol className={styles.questions}>
          {entries.map(({ id, isAnswer, text }) => (
            <li key={id}>
              {isAnswer && <strong>{t('paper.answered')}: </strong>}
              <Words>{text}</Words>
            </li>
          ))}
        </ol>
      </PrintSection>
      <PrintSection title={t('paper.answerSpace')}>
        <p className={styles.quiet}>{t('paper.answerSpaceNote')}</p>
        <div className={styles.answerSpace} />
      </PrintSection>
      <p className={styles.follow}>{noPenalty}</p>
      <PrintSignatures
        places={[
          { id: 'office', label: t('paper.officeSign') },
          { id: 'officer', label: t('paper.officerSign') },
        ]}
      />
    </>
  );
}
