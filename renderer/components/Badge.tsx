import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Badge.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { Tone } from './tone.ts';

export interface BadgeProps {
  readonly children: ReactNode;
  readonly tone?: Tone;
  /** A status always has three signs: icon, word and colour. */
  readonly icon: LucideIcon;
  /** `dashed` for what is not there, `bare` for what does not apply. */
  readonly look?: 'soft' | 'dashed' | 'bare';
}

export function Badge({ children, tone = 'neutral', icon, look = 'soft' }: BadgeProps) {
  return (
    <span className={classNames(styles.badge, styles[tone], styles[look])}>
      <Icon of={icon} size="sm" />
      <span>{children}</span>
    </span>
  );
}

export interface CountBadgeProps {
  readonly count: number;
  /** What is counted, read after the number. */
  readonly label?: string;
}

export function CountBadge({ count, label }: CountBadgeProps) {
  return (
    <span className={classNames(styles.badge, styles.count)}>
      <bdi dir="ltr">{count}</bdi>
      {label !== undefined && <span className={styles.countLabel}>{label}</span>}
    </span>
  );
}
