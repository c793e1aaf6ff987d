import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';
import { Icon } from './Icon.tsx';

export interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing is here, said kindly, with what one can do. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <span className={styles.glyph}>
        <Icon of={icon} size="lg" tone="brand" />
      </span>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div>{children}</div>}
      {action}
    </div>
  );
}
