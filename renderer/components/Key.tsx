import styles from './Key.module.css';

/** A keyboard shortcut as it is pressed, e.g. `Ctrl K`. Decoration: the control itself carries `aria-keyshortcuts`. */
export function Key({ children }: { readonly children: string }) {
  return (
    <kbd className={styles.key} aria-hidden="true" dir="ltr">
      {children}
    </kbd>
  );
}
