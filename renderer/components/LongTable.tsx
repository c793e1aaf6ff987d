import {
  Fragment,
  memo,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { classNames } from './class-names.ts';
import tableStyles from './DataTable.module.css';
import { type DataColumn, HeadCells, RowCells } from './DataTable.tsx';
import styles from './LongTable.module.css';
import { chunkAt, chunkTop, drawnChunks, type Heights, heightsWith } from './long-table.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import { walkRows } from './walk-rows.ts';

/** A stretch of a long list, by the place of its first row. */
export interface TableStretch {
  readonly offset: number;
  readonly limit: number;
}

export interface LongTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly DataColumn<Row>[];
  /** Rows of the whole list. */
  readonly total: number;
  /** How many rows are fetched at once. */
  readonly chunk: number;
  /** The rows of a stretch; undefined while they are on their way. */
  readonly rowsOf: (stretch: TableStretch) => readonly Row[] | undefined;
  readonly rowId: (row: Row) => string;
  /** The stretches that are wanted now. */
  readonly onWanted: (stretches: readonly TableStretch[]) => void;
  /** The row at the top when the list comes up again, and where to keep it: 0 for the first. */
  readonly from: number;
  readonly onFrom: (row: number) => void;
}

/** What a row takes until one has been seen. */
const ROW_GUESS_PX = 57;
const KEEP_PLACE_AFTER_MS = 150;

/**
 * A table of as many rows as there are, of which only those near the eye stand in the page; the rest is
 * room of their height. The page itself scrolls, so that keys, find and zoom work as everywhere.
 */
export function LongTable<Row>(props: LongTableProps<Row>) {
  const { total, chunk, from, columns } = props;
  const chunks = Math.ceil(total / chunk);
  const table = useRef<HTMLTableElement>(null);
  const [heights, setHeights] = useState<Heights>({ rowGuess: ROW_GUESS_PX, known: new Map() });
  const begins = Math.min(Math.floor(from / chunk), Math.max(0, chunks - 1));
  const [seen, setSeen] = useState({ first: begins, last: begins });
  const [focused, setFocused] = useState<number | null>(null);
  const drawn = drawnChunks(seen, focused, chunks);
  const drawnKey = drawn.join();
  const stretchOf = (index: number): TableStretch => ({
    offset: index * chunk,
    limit: Math.min(chunk, Math.max(1, total - index * chunk)),
  });
  const sizes = { total, chunk, chunks };
  const between = (begin: number, end: number) =>
    chunkTop(end, heights, sizes) - chunkTop(begin, heights, sizes);
  // The row that the eye is on stays where it is, whatever the rows above it turn out to take.
  const anchor = useRef<Anchor | null>(from === 0 ? null : { row: from, place: null, scrolled: 0 });
  // Home and End lead to a row that may still be on its way: the focus follows once it stands there.
  const awaited = useRef<number | null>(null);
  const see = () => {
    const bodyTop = bodyTopOf(table.current);
    if (bodyTop === null) return;
    const next = {
      first: chunkAt(Math.max(0, -bodyTop), heights, sizes),
      last: chunkAt(Math.max(0, window.innerHeight - bodyTop), heights, sizes),
    };
    setSeen((before) => (before.first === next.first && before.last === next.last ? before : next));
  };
  const look = useEffectEvent(() => {
    anchor.current = topRowOf(table.current);
    see();
  });
  const want = useEffectEvent(() => props.onWanted(drawn.map(stretchOf)));
  useEffect(() => {
    if (drawnKey !== '') want();
  }, [drawnKey]);

  const focusAwaited = (rows: HTMLTableElement) => {
    if (awaited.current === null || !focusRow(rows, awaited.current)) return;
    awaited.current = null;
    anchor.current = topRowOf(rows);
  };
  const keepPlace = () => {
    const top = topRowOf(table.current);
    if (top !== null && top.row !== from) props.onFrom(top.row);
  };
  const keepPlaceLater = useEffectEvent(keepPlace);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      look();
      clearTimeout(timer);
      timer = setTimeout(() => keepPlaceLater(), KEEP_PLACE_AFTER_MS);
    };
    // Captured: it is the frame's own column that scrolls, or the page in a narrow window.
    window.addEventListener('scroll', onScroll, { capture: true, passive: true });
    window.addEventListener('resize', onScroll);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', onScroll, { capture: true });
      window.removeEventListener('resize', onScroll);
    };
  }, []);

  const settle = useEffectEvent(() => {
    if (table.current === null) return;
    const standing = [...standingChunks(table.current)];
    setHeights(heightsWith(heights, standing, sizes));
    if (anchor.current !== null) anchor.current = held(table.current, anchor.current);
    focusAwaited(table.current);
    // A tall window shows more than the chunk that it began with.
    if (standing.length > 0) see();
  });
  useLayoutEffect(() => settle(), [heights, props]);

  return (
    <table
      ref={table}
      className={classNames(tableStyles.table, styles.table)}
      aria-rowcount={total + 1}
      // Whoever opens a row leaves the list in this moment.
      onClickCapture={keepPlace}
      onKeyDown={(event) => {
        const { key, currentTarget } = event;
        walkRows(event, 'arrows');
        awaited.current = key === 'End' ? total - 1 : key === 'Home' ? 0 : null;
        if (awaited.current === null) return;
        // At once: rows that come on the way would end the browser's own gliding half way.
        event.preventDefault();
        const scroller = scrollerOf(currentTarget);
        scroller?.scrollTo({ top: key === 'End' ? scroller.scrollHeight : 0, behavior: 'instant' });
        focusAwaited(currentTarget);
      }}
      onFocus={({ target }) => setFocused(chunkOf(target))}
      onBlur={({ relatedTarget }) => setFocused(chunkOf(relatedTarget))}
    >
      <caption>
        <VisuallyHidden>{props.caption}</VisuallyHidden>
      </caption>
      <thead className={styles.head}>
        <tr aria-rowindex={1}>
          <HeadCells columns={columns} />
        </tr>
      </thead>
      {drawn.map((index, at) => {
        const stretch = stretchOf(index);
        const rows = props.rowsOf(stretch);
        const before = at === 0 ? 0 : (drawn[at - 1] ?? 0) + 1;
        return (
          <Fragment key={index}>
            <Room height={between(before, index)} columns={columns.length} />
            {rows === undefined ? (
              <Room height={between(index, index + 1)} columns={columns.length} />
            ) : (
              <tbody data-chunk={index}>
                {rows.map((row, place) => (
                  <LongRow
                    key={props.rowId(row)}
                    columns={columns}
                    row={row}
                    rowIndex={stretch.offset + place + 2}
                  />
                ))}
              </tbody>
            )}
          </Fragment>
        );
      })}
      <Room height={between((drawn.at(-1) ?? -1) + 1, chunks)} columns={columns.length} />
    </table>
  );
}

interface LongRowProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly row: Row;
  /** As it is announced: the head is the first. */
  readonly rowIndex: number;
}

function EveryRow<Row>({ columns, row, rowIndex }: LongRowProps<Row>) {
  return (
    <tr aria-rowindex={rowIndex}>
      <RowCells columns={columns} row={row} />
    </tr>
  );
}

/** Drawn again only where its row or the columns are others: heights and scrolling change neither. */
const LongRow = memo(EveryRow) as typeof EveryRow;

/** The chunk in which an element stands; null outside of them. */
function chunkOf(element: EventTarget | null): number | null {
  const body = element instanceof Element ? element.closest('tbody') : null;
  const index = body?.dataset['chunk'];
  return index === undefined ? null : Number(index);
}

/** The height of rows that are not drawn. */
function Room({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr className={styles.room}>
        <td colSpan={columns} style={{ blockSize: `${height}px` }} />
      </tr>
    </tbody>
  );
}

/** Where the first row of all begins, from the top of the window. */
function bodyTopOf(table: HTMLTableElement | null): number | null {
  const head = table?.tHead;
  if (table === null || head === null || head === undefined) return null;
  // The head may stick to the top: its height counts, not its place.
  return table.getBoundingClientRect().top + head.offsetHeight;
}

/** The chunks that stand in the page, and what each takes. */
function* standingChunks(table: HTMLTableElement): Generator<readonly [number, number]> {
  for (const body of table.tBodies) {
    const index = chunkOf(body);
    if (index !== null) yield [index, body.getBoundingClientRect().height];
  }
}

/** A row that the eye is on. */
interface Anchor {
  readonly row: number;
  /** How far below the upper edge of the table it stands; null for one that is to come right under the head. */
  readonly place: number | null;
  /** How far the column was scrolled then: a browser scrolls by itself where the list becomes shorter. */
  readonly scrolled: number;
}

/** Where rows come out from under what stands above them. */
function upperEdge(table: HTMLTableElement): number {
  const main = table.closest('main')?.getBoundingClientRect().top ?? 0;
  return Math.max(0, main) + (table.tHead?.offsetHeight ?? 0);
}

/** The first row that can be seen; null while none is drawn. */
function topRowOf(table: HTMLTableElement | null): Anchor | null {
  if (table === null) return null;
  const edge = upperEdge(table);
  const tableTop = table.getBoundingClientRect().top;
  for (const row of table.querySelectorAll('tbody tr[aria-rowindex]')) {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom > edge) {
      return {
        row: Number(row.getAttribute('aria-rowindex')) - 2,
        place: top - tableTop,
        scrolled: scrollerOf(table)?.scrollTop ?? 0,
      };
    }
  }
  return null;
}

/** Gives the focus to what opens a row, where it is drawn, and brings it in sight. */
function focusRow(table: HTMLTableElement, row: number): boolean {
  const opener = table.querySelector<HTMLElement>(
    `tbody tr[aria-rowindex="${row + 2}"] :is(a, button)`,
  );
  opener?.focus();
  return opener !== null;
}

/** Scrolls by as much as what stands above the row has grown since it was looked at. */
function held(table: HTMLTableElement, anchor: Anchor): Anchor {
  const element = table.querySelector(`tbody tr[aria-rowindex="${anchor.row + 2}"]`);
  const scroller = scrollerOf(table);
  if (element === null || scroller === null) return anchor;
  const { top } = element.getBoundingClientRect();
  const place = top - table.getBoundingClientRect().top;
  const isNew = anchor.place === null;
  const moved = isNew ? top - upperEdge(table) : place - anchor.place;
  if (Math.abs(moved) >= 1) {
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    const isCut = scrollTop < anchor.scrolled && scrollTop + clientHeight >= scrollHeight - 1;
    const from = isCut ? anchor.scrolled : scrollTop;
    scroller.scrollTo({ top: from + moved, behavior: 'instant' });
  }
  return { row: anchor.row, place, scrolled: scroller.scrollTop };
}

/** The frame's own column, or the page where the window is too narrow for one. */
function scrollerOf(table: HTMLTableElement): Element | null {
  const main = table.closest('main');
  return main === null || getComputedStyle(main).overflowY === 'visible'
    ? document.scrollingElement
    : main;
}
