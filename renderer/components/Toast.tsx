import { CircleCheck, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './Toast.module.css';

export interface ToastItem {
  readonly id: string;
  readonly words: ReactNode;
  /** An undo, say. */
  readonly action?: ReactNode;
}

export interface ToastRegionProps {
  readonly label: string;
  readonly toasts: readonly ToastItem[];
  readonly closeLabel: string;
  readonly onClose: (id: string) => void;
}

/**
 * Small confirmations. The region is always in the page, so that what appears in it is announced.
 * The caller decides how long a toast stays; nothing that must be acted on is only a toast.
 */
export function ToastRegion({ label, toasts, closeLabel, onClose }: ToastRegionProps) {
  return (
    <section className={styles.region} aria-label={label}>
      <div role="status">
        <ol className={styles.list}>
          {toasts.map((toast) => (
            <li key={toast.id} className={styles.toast}>
              <Icon of={CircleCheck} tone="ok" />
              <span>{toast.words}</span>
              {toast.action}
              <IconButton icon={X} label={closeLabel} onPress={() => onClose(toast.id)} />
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
