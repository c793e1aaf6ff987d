import type { KeyboardEvent } from 'react';

type Rows = HTMLTableElement | HTMLTableSectionElement;

/**
 * Up and down lead from the link of a row to that of the row beside it, Home and End to the first and the
 * last of those that are drawn; Enter opens it, as any link.
 */
export function walkRows(event: KeyboardEvent<Rows>, keys: 'all' | 'arrows' = 'all'): void {
  const { target, currentTarget, key } = event;
  const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!isPlain || !(target instanceof HTMLAnchorElement)) return;
  const links = [...currentTarget.rows].flatMap(
    (row) => row.querySelector<HTMLAnchorElement>('a[href]') ?? [],
  );
  const at = links.findIndex((link) => link.closest('tr') === target.closest('tr'));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[key] ?? endOf(key, links.length);
  if (at < 0 || to === undefined || (keys === 'arrows' && !key.startsWith('Arrow'))) return;
  const link = links[to];
  if (link === undefined) return;
  link.focus();
  event.preventDefault();
}

function endOf(key: string, count: number): number | undefined {
  return { Home: 0, End: count - 1 }[key];
}
