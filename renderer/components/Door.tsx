import { type ReactNode, useEffect, useRef } from 'react';
import styles from './Door.module.css';
import { Logo } from './Logo.tsx';

export interface DoorProps {
  readonly title: string;
  readonly line?: ReactNode;
  readonly wide?: boolean;
  /** At the end of the head: the choice of the language. */
  readonly language: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every screen before anything is open: the mark, one sheet, the language. */
export function Door({ title, line, wide = false, language, children }: DoorProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Behind a new door without a field that takes the focus, the next Tab begins at its heading.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <div className={styles.door}>
      <header className={styles.top}>
        <span className={styles.mark}>
          <Logo />
        </span>
        {language}
      </header>
      <main className={styles.sheet} data-wide={wide ? '' : undefined}>
        <h1 ref={heading} className={styles.title} tabIndex={-1}>
          {title}
        </h1>
        {line !== undefined && <p className={styles.line}>{line}</p>}
        {children}
      </main>
    </div>
  );
}
