import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  SummaryEntry,
  SummaryHead,
  SummaryRow,
  SummaryRows,
} from '#renderer/caseParts/caseSummary.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import styles from './papers.module.css';

/** More columns than these leave no room for a name on a standing A4. */
const MOST_COLUMNS = 5;

export interface SummaryTableProps {
  readonly part: SummaryRows;
  /** In a line: the two calendars of a date beside each other. */
  readonly show: (entry: SummaryEntry) => ReactNode;
  /** In a cell, where they stand one under the other. */
  readonly showInCell: (entry: SummaryEntry) => ReactNode;
}

/**
 * A repeat as a table: what most rows answer stands in columns, the rest of a row in a line under it,
 * which never leaves it at the end of a page. The head comes again on every page.
 */
export function SummaryTable({ part, show, showInCell }: SummaryTableProps) {
  const { t } = useTranslation('papers');
  if (part.rows.length === 0) {
    return (
      <p>
        <span className={styles.partTitle}>{part.title}:</span>{' '}
        <span className={styles.quiet}>{t('noRows')}</span>
      </p>
    );
  }
  const columns = columnsOf(part);
  return (
    <div>
      <h3 className={styles.partTitle}>{part.title}</h3>
      <table className={styles.rows}>
        <thead>
          <tr>
            <th scope="col" className={styles.count}>
              {t('rowNumber')}
            </th>
            {columns.map((head) => (
              <th key={head.id} scope="col">
                {head.label}
              </th>
            ))}
          </tr>
        </thead>
        {part.rows.map((row, index) => (
          <TableRow
            key={row.id}
            row={row}
            number={index + 1}
            columns={columns}
            show={show}
            showInCell={showInCell}
          />
        ))}
      </table>
    </div>
  );
}

interface TableRowProps {
  readonly row: SummaryRow;
  readonly number: number;
  readonly columns: readonly SummaryHead[];
  readonly show: SummaryTableProps['show'];
  readonly showInCell: SummaryTableProps['showInCell'];
}

function TableRow({ row, number, columns, show, showInCell }: TableRowProps) {
  const rest = row.entries.filter(({ field }) => !columns.some(({ id }) => id === field.name));
  const hasDetail = rest.length > 0 || row.nested.length > 0;
  return (
    <tbody>
      <tr>
        <td className={styles.count}>
          <Bdi>{number}</Bdi>
        </td>
        {columns.map((head, index) => {
          const entry = row.entries.find(({ field }) => field.name === head.id);
          return (
            <td key={head.id} className={index === 0 ? styles.name : undefined}>
              {entry === undefined ? null : showInCell(entry)}
            </td>
          );
        })}
      </tr>
      {hasDetail && (
        <tr>
          <td />
          <td colSpan={columns.length} className={styles.detail}>
            <Details entries={rest} show={show} />
            {row.nested.map((nested) => (
              <NestedRows key={nested.id} part={nested} show={show} />
            ))}
          </td>
        </tr>
      )}
    </tbody>
  );
}

interface DetailsProps {
  readonly entries: readonly SummaryEntry[];
  readonly show: SummaryTableProps['show'];
}

function Details({ entries, show }: DetailsProps) {
  return (
    <ul className={styles.details}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <span className={styles.term}>{entry.label}:</span> {show(entry)}
        </li>
      ))}
    </ul>
  );
}

/** Rows inside a row: earlier help for the same need, a line each. */
function NestedRows({ part, show }: Omit<SummaryTableProps, 'showInCell'>) {
  return (
    <div>
      <span className={styles.partTitle}>{part.title}</span>
      {part.rows.map((row) => (
        <Details key={row.id} entries={row.entries} show={show} />
      ))}
    </div>
  );
}

function columnsOf({ heads, rows }: SummaryRows): readonly SummaryHead[] {
  const answered = ({ id }: SummaryHead) =>
    rows.filter(({ entries }) => entries.some(({ field }) => field.name === id)).length;
  return heads
    .filter(({ field }) => !field.appearance.includes('multiline'))
    .filter((head) => answered(head) * 2 >= rows.length)
    .slice(0, MOST_COLUMNS);
}
