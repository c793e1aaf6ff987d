import { useEffect, useRef } from 'react';
import type { SurveyWords } from '#shared/domain/survey/survey.ts';
import styles from './kiosk.module.css';

export interface KioskEndProps {
  readonly words: SurveyWords;
  readonly ended: 'given' | 'declined';
}

/** Thanks, and what became of the answers; the screen stays here until staff take it back. */
export function KioskEnd({ words, ended }: KioskEndProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className={styles.ask}>
      <h1 ref={heading} tabIndex={-1} className={styles.question}>
        {ended === 'given' ? words.thanks : words.declined}
      </h1>
      <p className={styles.introduction}>
        {ended === 'given' ? words.thanksLine : words.declinedLine}
      </p>
    </main>
  );
}
