import type { ReactNode } from 'react';
import styles from './Button.module.css';

export interface LinkButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly id?: string;
  readonly describedBy?: string;
}

/** A button that reads as a link inside running text. What goes to another screen is an `<a>`. */
export function LinkButton({ children, onPress, id, describedBy }: LinkButtonProps) {
  return (
    <button
      type="button"
      id={id}
      className={styles.linkLike}
      onClick={onPress}
      aria-describedby={describedBy}
    >
      {children}
    </button>
  );
}
