import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { TableStretch } from '#renderer/components/LongTable.tsx';

/** Rows that a long list is fetched and drawn by: about as many as a small screen shows, for each takes a moment. */
export const ROWS_AT_ONCE = 13;

export interface LongList<Row> {
  /** Null until the first rows are here. */
  readonly total: number | null;
  readonly rowsOf: (stretch: TableStretch) => readonly Row[] | undefined;
  readonly onWanted: (stretches: readonly TableStretch[]) => void;
  readonly error: Error | null;
  /** More was found than the list holds. */
  readonly isCut: boolean;
}

interface Answered<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly isCut?: boolean;
}

/**
 * A long list, of which only the stretches are fetched that are looked at.
 * @param listKey what the list is of: with another one it begins anew, at `from`
 */
export function useLongList<Row>(
  listKey: string,
  from: number,
  query: (offset: number) => {
    readonly queryKey: readonly unknown[];
    readonly queryFn: () => Promise<Answered<Row>>;
  },
): LongList<Row> {
  const begins = Math.floor(from / ROWS_AT_ONCE) * ROWS_AT_ONCE;
  const [wanted, setWanted] = useState({ listKey, offsets: [begins] });
  const offsets = wanted.listKey === listKey ? wanted.offsets : [begins];
  const results = useQueries({ queries: offsets.map(query) });
  const found = results.find(({ data }) => data !== undefined)?.data;
  return {
    total: found?.total ?? null,
    rowsOf: ({ offset }) => results[offsets.indexOf(offset)]?.data?.rows,
    onWanted: (stretches) => setWanted({ listKey, offsets: stretches.map(({ offset }) => offset) }),
    isCut: found?.isCut ?? false,
    error: results.find(({ error }) => error !== null)?.error ?? null,
  };
}
