import type { ReactNode } from 'react';
import styles from './Timeline.module.css';

export interface TimelineItem {
  readonly id: string;
  /** Already written, e.g. `10:20`; isolated here. */
  readonly time: string;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly state?: 'past' | 'now' | 'later';
}

export function Timeline({
  label,
  items,
}: {
  readonly label?: string;
  readonly items: readonly TimelineItem[];
}) {
  return (
    <ol className={styles.timeline} aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className={styles.item} data-state={item.state ?? 'past'}>
          <span className={styles.time}>
            <bdi dir="ltr">{item.time}</bdi>
          </span>
          <span>
            <span className={item.detail === undefined ? undefined : styles.strong}>
              {item.title}
            </span>
            {item.detail !== undefined && <span className={styles.detail}>{item.detail}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
