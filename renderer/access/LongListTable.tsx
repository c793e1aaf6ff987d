import type { DataColumn } from '#renderer/components/DataTable.tsx';
import { LongTable } from '#renderer/components/LongTable.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { type LongList, ROWS_AT_ONCE } from './longList.ts';

/** A long list as its screen holds it, and the row at its top, which the address keeps. */
export interface ListedRows<Row> {
  readonly list: LongList<Row>;
  readonly total: number;
  readonly from: number;
  readonly onFrom: (row: number) => void;
}

export interface LongListTableProps<Row> extends ListedRows<Row> {
  readonly caption: string;
  /** The same ones as long as they say the same: rows that stand are then not drawn again. */
  readonly columns: readonly DataColumn<Row>[];
  readonly rowId: (row: Row) => string;
}

/** A long list in a panel of its own. */
export function LongListTable<Row>({ list, caption, ...table }: LongListTableProps<Row>) {
  return (
    <Panel body="flush" label={caption}>
      <LongTable
        caption={caption}
        chunk={ROWS_AT_ONCE}
        rowsOf={list.rowsOf}
        onWanted={list.onWanted}
        {...table}
      />
    </Panel>
  );
}
