import { classNames } from './class-names.ts';
import styles from './DualDate.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface DatePart {
  /** The digits as written, e.g. `19/07/1447`. */
  readonly text: string;
  /** The era letter or word, outside the isolated digits: هـ, م, AH. May be absent. */
  readonly era?: string | undefined;
}

export interface DualDateProps {
  /** The calendar that was printed or spoken comes first and stronger. */
  readonly first: DatePart;
  readonly second?: DatePart | undefined;
  /** ISO Gregorian date of the same day, when it is known, for machines. */
  readonly iso?: string | undefined;
  /** `stack` puts the second under the first, as in tables. */
  readonly layout?: 'line' | 'stack';
  /** "that is", read between the two dates. */
  readonly betweenLabel?: string;
}

export function DualDate({ first, second, iso, layout = 'line', betweenLabel }: DualDateProps) {
  return (
    <time className={classNames(styles.dual, styles[layout])} dateTime={iso}>
      <OneDate date={first} className={styles.first} />
      {second !== undefined && (
        <span className={styles.other}>
          <span className={styles.separator} aria-hidden="true">
            ·
          </span>
          {betweenLabel !== undefined && <VisuallyHidden>{betweenLabel}</VisuallyHidden>}
          <OneDate date={second} className={styles.second} />
        </span>
      )}
    </time>
  );
}

function OneDate({
  date,
  className,
}: {
  readonly date: DatePart;
  readonly className: string | undefined;
}) {
  return (
    <span className={classNames(styles.one, className)}>
      <bdi dir="ltr">{date.text}</bdi>
      {date.era !== undefined && <span className={styles.era}>{date.era}</span>}
    </span>
  );
}
