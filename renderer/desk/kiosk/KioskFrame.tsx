import { LockKeyhole } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '#renderer/components/Button.tsx';
import { Segmented } from '#renderer/components/Choice.tsx';
import { Logo } from '#renderer/components/Logo.tsx';
import type { Person } from '#shared/contracts/session.ts';
import type { Survey, SurveyLanguage, SurveyWords } from '#shared/domain/survey/survey.ts';
import styles from './kiosk.module.css';
import { StaffDialog } from './StaffDialog.tsx';

export interface KioskFrameProps {
  readonly survey: Survey;
  readonly words: SurveyWords;
  readonly language: SurveyLanguage;
  readonly onLanguage: (language: SurveyLanguage) => void;
  readonly person: Person;
  /** Answered or declined: nothing is lost by leaving. */
  readonly isOver: boolean;
  readonly children: ReactNode;
}

/** The mark, whose answers these are, the languages by their own names, and the way back for staff. */
export function KioskFrame(props: KioskFrameProps) {
  const { survey, words, language, onLanguage, person, isOver, children } = props;
  const [asksStaff, setAsksStaff] = useState(false);
  return (
    <div className={styles.kiosk} lang={language} dir={words.direction}>
      <header className={styles.bar}>
        <span className={styles.mark}>
          <Logo />
        </span>
        <span className={styles.about}>
          <span className={styles.title}>{words.title}</span>
          <span className={styles.alone}>{words.alone}</span>
        </span>
        <span className={styles.staff}>
          <Button kind="quiet" size="lg" icon={LockKeyhole} onPress={() => setAsksStaff(true)}>
            {words.staff}
          </Button>
        </span>
        {!isOver && (
          <Segmented
            label={words.name}
            size="lg"
            value={language}
            options={Object.entries(survey.languages).map(([value, { name }]) => ({
              value,
              label: name,
              lang: value,
            }))}
            onChange={onLanguage}
          />
        )}
      </header>
      {children}
      {asksStaff && (
        <StaffDialog person={person} isOver={isOver} onClose={() => setAsksStaff(false)} />
      )}
    </div>
  );
}
