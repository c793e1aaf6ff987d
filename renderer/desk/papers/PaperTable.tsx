import type { ReactNode } from 'react';
import { classNames } from '#renderer/components/class-names.ts';
import styles from './papers.module.css';

export interface PaperColumn {
  readonly head: ReactNode;
  /** Percent of the line: fixed, so that one long value does not take the room of the others. */
  readonly share: number;
}

export interface PaperTableProps {
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
}

/** A table over pages: rows stay whole, the head comes again. */
export function PaperTable({ columns, rows }: PaperTableProps) {
  return (
    <table className={classNames(styles.rows, styles.fixed)}>
      <colgroup>
        {columns.map((column, index) => (
          <col key={`column-${index + 1}`} style={{ inlineSize: `${column.share}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={`column-${index + 1}`} scope="col">
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row) => (
        <tbody key={row.id}>
          <tr>
            {row.cells.map((cell, index) => (
              <td key={`cell-${index + 1}`}>{cell}</td>
            ))}
          </tr>
        </tbody>
      ))}
    </table>
  );
}
