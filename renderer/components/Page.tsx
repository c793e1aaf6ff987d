import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Page.module.css';

export interface PageProps {
  readonly title?: ReactNode;
  /** One line under the title: the day, the counts. */
  readonly subtitle?: ReactNode;
  /** The one main action of the screen. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
  /** `split` keeps a narrow column at the end (`PageAside`); `one` is a single column. */
  readonly columns?: 'one' | 'split';
}

/** The inside of a screen that is not a case: title, action, then panels. */
export function Page({ title, subtitle, action, children, columns = 'one' }: PageProps) {
  return (
    <div className={classNames(styles.page, styles[columns])}>
      {title !== undefined && (
        <header className={styles.head}>
          <div>
            <h1 className={styles.title}>{title}</h1>
            {subtitle !== undefined && <p className={styles.subtitle}>{subtitle}</p>}
          </div>
          {action !== undefined && <div className={styles.action}>{action}</div>}
        </header>
      )}
      {children}
    </div>
  );
}

/** Things that stand one under the other, `gap` steps of the 4 px grid apart. */
export function Stack({
  children,
  gap = 4,
}: {
  readonly children: ReactNode;
  readonly gap?: 1 | 2 | 3 | 4 | 5 | 6;
}) {
  return (
    <div className={styles.stack} data-gap={gap}>
      {children}
    </div>
  );
}

/** Things that stand beside each other and wrap when there is no room. */
export function Row({
  children,
  gap = 2,
  align = 'center',
}: {
  readonly children: ReactNode;
  readonly gap?: 1 | 2 | 3 | 4 | 5 | 6;
  readonly align?: 'center' | 'start' | 'between';
}) {
  return (
    <div className={classNames(styles.row, styles[align])} data-gap={gap}>
      {children}
    </div>
  );
}
