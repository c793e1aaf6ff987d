import type { ReactNode } from 'react';
import { Logo } from './Logo.tsx';
import styles from './PrintPage.module.css';
import { Qr } from './Qr.tsx';

export interface PrintPageProps {
  readonly lang: string;
  readonly dir: 'rtl' | 'ltr';
  readonly association: string;
  /** Branch and department: a line under the association. */
  readonly unit: string;
  readonly referenceLabel?: string;
  readonly reference?: string;
  readonly qr?: { readonly text: string; readonly label: string };
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly children: ReactNode;
  /** Up to three short parts at the end: form and policy, telephone, copy. */
  readonly foot: readonly ReactNode[];
}

/**
 * An A4 paper, always light. Longer papers break over pages; `PrintPage.module.css` sets the page
 * and writes "x/y" into its margin, which the counters of the browser's own print know.
 */
export function PrintPage(props: PrintPageProps) {
  return (
    <article className={styles.sheet} lang={props.lang} dir={props.dir} data-theme="light">
      <header className={styles.head}>
        <span className={styles.mark}>
          <Logo />
        </span>
        <span className={styles.from}>
          <span className={styles.association}>{props.association}</span>
          <span className={styles.muted}>{props.unit}</span>
        </span>
        {props.reference !== undefined && (
          <span className={styles.reference}>
            <span className={styles.muted}>{props.referenceLabel}</span>
            <bdi dir="ltr" className={styles.number}>
              {props.reference}
            </bdi>
          </span>
        )}
        {props.qr !== undefined && (
          <span className={styles.qr}>
            <Qr text={props.qr.text} label={props.qr.label} />
          </span>
        )}
      </header>
      <div>
        <h1 className={styles.title}>{props.title}</h1>
        {props.subtitle !== undefined && <p className={styles.muted}>{props.subtitle}</p>}
      </div>
      {props.children}
      <footer className={styles.foot}>
        {props.foot.map((part, index) => (
          <span key={`foot-${index + 1}`}>{part}</span>
        ))}
      </footer>
    </article>
  );
}

export function PrintSection({
  title,
  children,
}: {
  readonly title: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.section}>
      <h2 className={styles.sectionTitle}>{title}</h2>
      {children}
    </section>
  );
}

export interface PrintTableProps {
  readonly heads: readonly ReactNode[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
}

export function PrintTable({ heads, rows }: PrintTableProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {heads.map((head, index) => (
            <th key={`head-${index + 1}`} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {row.cells.map((cell, index) => (
              <td key={`cell-${index + 1}`}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The promise, framed in gold: the one thing on the paper to take home. */
export function PrintPromise({ children }: { readonly children: ReactNode }) {
  return <section className={styles.promise}>{children}</section>;
}

/** Lines to sign on, or the signature itself above its line. */
export function PrintSignatures({
  places,
}: {
  readonly places: readonly {
    readonly id: string;
    readonly label: ReactNode;
    readonly mark?: ReactNode;
  }[];
}) {
  return (
    <div className={styles.signatures}>
      {places.map((place) => (
        <div key={place.id} className={styles.place}>
          <span className={styles.muted}>{place.label}</span>
          <span className={styles.line}>{place.mark}</span>
        </div>
      ))}
    </div>
  );
}
