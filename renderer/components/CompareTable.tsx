import { Fragment, type ReactNode } from 'react';
import styles from './CompareTable.module.css';
import { type Verdict, VerdictChip } from './VerdictChip.tsx';

export interface CompareRow {
  readonly id: string;
  readonly label: ReactNode;
  readonly stated: ReactNode;
  readonly read: ReactNode;
  readonly verdict: Verdict;
  readonly verdictLabel: string;
  readonly reason?: ReactNode;
  /**
   * What can be done about it. With actions a row that needs work gets a bar over the full width;
   * only `mismatch` is drawn as a problem, what merely waits is never red.
   */
  readonly actions?: ReactNode;
}

export interface CompareTableProps {
  readonly caption: string;
  readonly columns: {
    readonly field: string;
    readonly stated: string;
    readonly read: string;
    readonly verdict: string;
  };
  readonly rows: readonly CompareRow[];
}

/** Stated, beside read, then the verdict with its reason: always in this order. */
export function CompareTable({ caption, columns, rows }: CompareTableProps) {
  return (
    <table className={styles.compare}>
      <caption className={styles.caption}>{caption}</caption>
      <colgroup>
        <col className={styles.fieldColumn} />
        <col />
        <col />
        <col className={styles.verdictColumn} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{columns.field}</th>
          <th scope="col">{columns.stated}</th>
          <th scope="col">{columns.read}</th>
          <th scope="col">{columns.verdict}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.id}>
            <tr
              id={row.id}
              data-verdict={row.verdict}
              data-open={row.actions === undefined ? undefined : ''}
            >
              <th scope="row">{row.label}</th>
              <td className={styles.value}>{row.stated}</td>
              <td className={styles.value}>{row.read}</td>
              <td>
                <VerdictChip verdict={row.verdict} label={row.verdictLabel} />
                {row.reason !== undefined && <span className={styles.sub}>{row.reason}</span>}
              </td>
            </tr>
            {row.actions !== undefined && (
              <tr className={styles.actions} data-verdict={row.verdict}>
                <td colSpan={4}>
                  <div className={styles.bar}>{row.actions}</div>
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
