import type { DraftItem } from './draft.ts';

/**
 * Finds calculations and conditions that would need themselves. An item needs what its expressions
 * name, the group around it and the repeat that its scope is the inside of.
 * @param named what the `relevant` and `calculation` of an item refer to
 * @returns each cycle once, in the order in which its items need one another
 */
export function findCycles(
  items: readonly DraftItem[],
  named: ReadonlyMap<DraftItem, ReadonlySet<DraftItem>>,
): readonly (readonly DraftItem[])[] {
  const cycles: DraftItem[][] = [];
  const finished = new Set<DraftItem>();
  const path: DraftItem[] = [];
  const visit = (item: DraftItem): void => {
    if (finished.has(item)) return;
    const from = path.indexOf(item);
    if (from >= 0) {
      cycles.push(path.slice(from));
      return;
    }
    path.push(item);
    for (const next of named.get(item) ?? []) visit(next);
    if (item.within) visit(item.within);
    else if (item.scope.repeat) visit(item.scope.repeat);
    path.pop();
    finished.add(item);
  };
  for (const item of items) visit(item);
  return cycles;
}
