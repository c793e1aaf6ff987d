import type { ReactNode } from 'react';
import styles from './FocusFrame.module.css';
import { ScrollColumn } from './ScrollColumn.tsx';

export interface FocusFrameProps {
  /** The way back and the title, from the start of the bar. */
  readonly bar: ReactNode;
  /** At the end of the bar: language, safety. */
  readonly barEnd?: ReactNode;
  readonly children: ReactNode;
  /** A second column at the end: the text that is signed, the pad. */
  readonly aside?: ReactNode;
  readonly foot?: ReactNode;
}

/**
 * Work with the beneficiary: no rail, one thing to do. Controls in here are of size `lg` (56 px and
 * more). The text column scrolls; bar and foot stay.
 */
export function FocusFrame({ bar, barEnd, children, aside, foot }: FocusFrameProps) {
  return (
    <div className={styles.focus}>
      <header className={styles.bar}>
        {bar}
        {barEnd !== undefined && <div className={styles.end}>{barEnd}</div>}
      </header>
      <main className={styles.body} data-aside={aside === undefined ? undefined : ''}>
        <ScrollColumn className={styles.column}>{children}</ScrollColumn>
        {aside !== undefined && <ScrollColumn className={styles.column}>{aside}</ScrollColumn>}
      </main>
      {foot !== undefined && <footer className={styles.foot}>{foot}</footer>}
    </div>
  );
}
