import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { type DataColumn, DataTable } from '#renderer/components/DataTable.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import styles from './review.module.css';

export interface FoundListProps<Row> {
  readonly caption: string;
  /** Undefined while they are on their way. */
  readonly rows: readonly Row[] | undefined;
  readonly error: Error | null;
  readonly rowId: (row: Row) => string;
  readonly columns: readonly DataColumn<Row>[];
  readonly empty: ReactNode;
  readonly openLabel: (row: Row) => string;
  readonly closeLabel: (row: Row) => string;
  /** What opens under a row; it calls back when something was done with it. */
  readonly detail: (row: Row, onDone: () => void) => ReactNode;
  /** Said once something was done. */
  readonly done: string;
  /** The way to further rows; null where all are listed. */
  readonly onMore: (() => void) | null;
  /** Over the list: what narrows it. */
  readonly tools?: ReactNode;
}

/** Rows that open one at a time, each with what can be done about it. */
export function FoundList<Row>(props: FoundListProps<Row>) {
  const { t } = useTranslation(['review', 'common']);
  const { rows, error, caption } = props;
  const [openId, setOpenId] = useState<string | null>(null);
  const [isDone, setDone] = useState(false);
  if (rows === undefined) {
    return error === null ? (
      <Skeleton label={t('common:loading')} />
    ) : (
      <HqErrorNote error={error} />
    );
  }
  return (
    <div className={styles.view}>
      <HqErrorNote error={error} />
      {isDone && (
        <Note tone="ok" slim live="status">
          {props.done}
        </Note>
      )}
      {props.tools}
      <Panel body="flush" label={caption}>
        <DataTable
          caption={caption}
          rows={rows}
          rowId={props.rowId}
          empty={props.empty}
          columns={props.columns}
          drawer={{
            openId,
            onToggle: (id) => setOpenId(id === openId ? null : id),
            openLabel: props.openLabel,
            closeLabel: props.closeLabel,
            content: (row) => props.detail(row, () => setDone(true)),
          }}
        />
        {props.onMore !== null && (
          <Button kind="quiet" onPress={props.onMore}>
            {t('review:more')}
          </Button>
        )}
      </Panel>
    </div>
  );
}
