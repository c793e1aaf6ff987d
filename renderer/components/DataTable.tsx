import { ChevronDown, ChevronRight } from 'lucide-react';
import { Fragment, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './DataTable.module.css';
import { IconButton } from './IconButton.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import { walkRows } from './walk-rows.ts';

export interface DataColumn<Row> {
  readonly id: string;
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand on their units: they align right in both directions. */
  readonly isFigure?: boolean;
  /** As narrow as what is in it. */
  readonly isTight?: boolean;
  /** The cell that names its row. */
  readonly isRowName?: boolean;
  /** The head is read but not drawn. */
  readonly isHeadHidden?: boolean;
}

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly isDense?: boolean;
  readonly selectedId?: string | null;
  /** Rows that open: a button at the end of each, and under the open one this content. */
  readonly drawer?: {
    readonly openId: string | null;
    readonly onToggle: (id: string) => void;
    readonly openLabel: (row: Row) => string;
    readonly closeLabel: (row: Row) => string;
    readonly content: (row: Row) => ReactNode;
  };
  /** Drawn instead of rows when there are none. */
  readonly empty?: ReactNode;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, drawer } = props;
  const columnCount = columns.length + (drawer === undefined ? 0 : 1);
  return (
    <table className={classNames(styles.table, props.isDense === true && styles.dense)}>
      <caption>
        <VisuallyHidden>{props.caption}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <HeadCells columns={columns} />
          {drawer !== undefined && <td className={styles.tight} />}
        </tr>
      </thead>
      <tbody onKeyDown={(event) => walkRows(event)}>
        {rows.map((row) => (
          <TableRow key={props.rowId(row)} table={props} row={row} columnCount={columnCount} />
        ))}
        {rows.length === 0 && props.empty !== undefined && (
          <tr data-empty="">
            <td colSpan={columnCount}>{props.empty}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

interface ColumnsProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
}

/** The heads of a table's columns, inside its row. */
export function HeadCells<Row>({ columns }: ColumnsProps<Row>) {
  return columns.map((column) => (
    <th key={column.id} scope="col" className={columnClass(column)}>
      {column.isHeadHidden === true ? <VisuallyHidden>{column.head}</VisuallyHidden> : column.head}
    </th>
  ));
}

/** The cells of one row, inside it. */
export function RowCells<Row>({ columns, row }: ColumnsProps<Row> & { readonly row: Row }) {
  return columns.map((column) =>
    column.isRowName === true ? (
      <th key={column.id} scope="row" className={columnClass(column)}>
        {column.cell(row)}
      </th>
    ) : (
      <td
        key={column.id}
        className={columnClass(column)}
        // Read by the style sheet where the columns are given up; the head itself stays for ears.
        data-column={
          column.isHeadHidden !== true && typeof column.head === 'string' ? column.head : undefined
        }
      >
        {column.cell(row)}
      </td>
    ),
  );
}

function TableRow<Row>({
  table,
  row,
  columnCount,
}: {
  readonly table: DataTableProps<Row>;
  readonly row: Row;
  readonly columnCount: number;
}) {
  const drawerId = useId();
  const { drawer } = table;
  const id = table.rowId(row);
  const isOpen = drawer?.openId === id;
  return (
    <Fragment>
      <tr
        className={classNames(isOpen && styles.open)}
        data-selected={table.selectedId === id ? '' : undefined}
      >
        <RowCells columns={table.columns} row={row} />
        {drawer !== undefined && (
          <td className={styles.tight}>
            <IconButton
              icon={isOpen ? ChevronDown : ChevronRight}
              flow={!isOpen}
              label={isOpen ? drawer.closeLabel(row) : drawer.openLabel(row)}
              expanded={isOpen}
              controls={drawerId}
              onPress={() => drawer.onToggle(id)}
            />
          </td>
        )}
      </tr>
      {isOpen && drawer !== undefined && (
        <tr className={styles.drawerRow} id={drawerId}>
          <td colSpan={columnCount}>
            <div className={styles.drawer}>{drawer.content(row)}</div>
          </td>
        </tr>
      )}
    </Fragment>
  );
}

function columnClass<Row>(column: DataColumn<Row>): string {
  return classNames(
    column.isFigure === true && styles.figure,
    column.isTight === true && styles.tight,
  );
}
