import { ArrowRight, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon, type IconProps } from './Icon.tsx';
import styles from './Stations.module.css';

export interface Station {
  readonly id: string;
  readonly name: string;
  readonly icon: LucideIcon;
  readonly tone?: IconProps['tone'];
  /** How many are there, already written. */
  readonly count: string;
  readonly hint?: ReactNode;
}

/** Where the work is safe: from the draft at the start to the decision at the end. */
export function Stations({
  label,
  stations,
}: {
  readonly label: string;
  readonly stations: readonly Station[];
}) {
  return (
    <ol className={styles.stations} aria-label={label}>
      {stations.map((station, index) => (
        <li key={station.id} className={styles.station}>
          {index > 0 && (
            <span className={styles.go} aria-hidden="true">
              <Icon of={ArrowRight} size="sm" flow />
            </span>
          )}
          <span className={styles.name}>
            <Icon of={station.icon} size="sm" tone={station.tone ?? 'brand'} />
            <span>{station.name}</span>
          </span>
          <span className={styles.count}>
            <bdi dir="ltr">{station.count}</bdi>
          </span>
          {station.hint !== undefined && <span className={styles.hint}>{station.hint}</span>}
        </li>
      ))}
    </ol>
  );
}
