import type { ReactNode } from 'react';
import styles from './CaseFrame.module.css';
import { ScrollColumn } from './ScrollColumn.tsx';
import { WORK_ID } from './use-focus-on-screen.ts';

export interface CaseFrameProps {
  /** The way back, an icon link or button. */
  readonly back?: ReactNode;
  readonly name: ReactNode;
  /** Id, reference, status: each one element. */
  readonly facts?: ReactNode;
  /** At the end of the head: when and where it was saved. */
  readonly saved?: ReactNode;
  readonly spine?: ReactNode;
  /** Over all columns: what must be seen wherever one is in the case. */
  readonly banner?: ReactNode;
  /** The column at the start: parts, documents. */
  readonly start?: ReactNode;
  readonly children: ReactNode;
  /** The column at the end: what is missing, what is counted. */
  readonly aside?: ReactNode;
  readonly foot?: ReactNode;
}

/** Head, spine, three columns and a foot with the next step. Each column scrolls by itself. */
export function CaseFrame(props: CaseFrameProps) {
  return (
    <div className={styles.frame}>
      <header className={styles.head}>
        {props.back}
        <h1 className={styles.name}>{props.name}</h1>
        {props.facts !== undefined && <div className={styles.facts}>{props.facts}</div>}
        {props.saved !== undefined && <div className={styles.saved}>{props.saved}</div>}
      </header>
      {props.spine}
      {props.banner}
      <div
        className={styles.body}
        data-start={props.start === undefined ? undefined : ''}
        data-aside={props.aside === undefined ? undefined : ''}
      >
        {props.start !== undefined && (
          <ScrollColumn className={styles.column}>{props.start}</ScrollColumn>
        )}
        <ScrollColumn id={WORK_ID} className={styles.work}>
          {props.children}
        </ScrollColumn>
        {props.aside !== undefined && (
          <ScrollColumn as="aside" className={styles.column}>
            {props.aside}
          </ScrollColumn>
        )}
      </div>
      {props.foot !== undefined && <footer className={styles.foot}>{props.foot}</footer>}
    </div>
  );
}
