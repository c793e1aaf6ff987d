import styles from './Skeleton.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** Lines where words will stand in a moment. `label` is announced; nothing spins. */
export function Skeleton({
  label,
  lines = 3,
}: {
  readonly label: string;
  readonly lines?: number;
}) {
  return (
    <div className={styles.skeleton} role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: lines }, (_, index) => (
        <span key={`line-${index + 1}`} className={styles.line} aria-hidden="true" />
      ))}
    </div>
  );
}

export interface ProgressProps {
  readonly label: string;
  /** Of `total`; both in the same unit. Where a count is known, it is shown and nothing spins. */
  readonly done: number;
  readonly total: number;
}

export function Progress({ label, done, total }: ProgressProps) {
  const percent = total <= 0 ? 0 : Math.min(100, Math.max(0, (done / total) * 100));
  return (
    <span
      className={styles.progress}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
    >
      <span className={styles.bar} style={{ inlineSize: `${percent}%` }} />
    </span>
  );
}
