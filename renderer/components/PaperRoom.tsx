import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonClass } from './button-class.ts';
import { Icon } from './Icon.tsx';
import styles from './PaperRoom.module.css';

export interface PaperRoomProps {
  readonly back: { readonly href: string; readonly label: string };
  /** The name of the paper. */
  readonly name: string;
  /** There is no paper with a title of its own: the name is the heading. */
  readonly isHeading?: boolean;
  /** It stands inside a frame that has a main area already. */
  readonly isInside?: boolean;
  /** At the end of the bar: language, print. */
  readonly end?: ReactNode;
  readonly notes?: ReactNode;
  readonly children: ReactNode;
}

/** A paper on its own, under a bar that is not printed. */
export function PaperRoom(props: PaperRoomProps) {
  const { back, name, isHeading, isInside, end, notes, children } = props;
  const Preview = isInside === true ? 'div' : 'main';
  return (
    <div className={styles.room}>
      <header className={styles.bar}>
        <a className={buttonClass('quiet', 'md')} href={back.href}>
          <Icon of={ArrowLeft} flow />
          <span>{back.label}</span>
        </a>
        {isHeading === true ? (
          <h1 className={styles.barTitle}>{name}</h1>
        ) : (
          <span className={styles.barTitle}>{name}</span>
        )}
        {end !== undefined && <div className={styles.barEnd}>{end}</div>}
      </header>
      <div className={styles.notes}>{notes}</div>
      <Preview className={styles.preview}>{children}</Preview>
    </div>
  );
}
