import type { ReactNode } from 'react';
import styles from './Thread.module.css';

export interface ThreadEntry {
  readonly id: string;
  readonly isAnswer?: boolean;
  /** Who said it, and when. */
  readonly about: ReactNode;
  /** A person's own words, in whichever direction they were written. */
  readonly words: string;
  /** What came of it. */
  readonly outcome?: ReactNode;
}

/** What was asked and answered, in its order. */
export function Thread({ entries }: { readonly entries: readonly ThreadEntry[] }) {
  return (
    <ol className={styles.thread}>
      {entries.map(({ id, isAnswer = false, about, words, outcome }) => (
        <li key={id} className={styles.entry} data-kind={isAnswer ? 'answer' : undefined}>
          <span className={styles.about}>{about}</span>
          <span className={styles.words} dir="auto">
            {words}
          </span>
          {outcome}
        </li>
      ))}
    </ol>
  );
}
