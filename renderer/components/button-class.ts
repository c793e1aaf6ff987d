import styles from './Button.module.css';
import type { ButtonKind, ButtonSize } from './Button.tsx';
import { classNames } from './class-names.ts';

/** The looks of a button for a router link: `<Link className={buttonClass('main')} …>`. */
export function buttonClass(kind: ButtonKind = 'plain', size: ButtonSize = 'md'): string {
  return classNames(styles.button, styles[kind], styles[size]);
}
