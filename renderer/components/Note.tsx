import {
  CalendarDays,
  CircleCheck,
  Info,
  type LucideIcon,
  OctagonX,
  TriangleAlert,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import styles from './Note.module.css';

export type NoteTone = 'ok' | 'info' | 'review' | 'stop' | 'gold';

export interface NoteProps {
  readonly children: ReactNode;
  readonly tone?: NoteTone;
  readonly icon?: LucideIcon;
  readonly slim?: boolean;
  /** At the end: the one thing that can be done about it. */
  readonly action?: ReactNode;
  /** `status` is announced when it appears, `alert` at once; leave away what stood there from the start. */
  readonly live?: 'status' | 'alert';
  readonly id?: string;
}

const NOTE_ICONS = {
  ok: CircleCheck,
  info: Info,
  review: TriangleAlert,
  stop: OctagonX,
  gold: CalendarDays,
} as const satisfies Record<NoteTone, LucideIcon>;

export function Note({ children, tone = 'info', icon, slim = false, action, live, id }: NoteProps) {
  return (
    <div id={id} className={classNames(styles.note, styles[tone], slim && styles.slim)} role={live}>
      <Icon of={icon ?? NOTE_ICONS[tone]} />
      <div className={styles.words}>{children}</div>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
