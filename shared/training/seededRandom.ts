/** Chance that repeats itself: the same seed and place give the same numbers on every machine. */
export interface SeededRandom {
  /** 0 to `below` - 1. */
  below(below: number): number;
  /** `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** True in so many of a hundred. */
  percent(chance: number): boolean;
  /** @throws RangeError on an empty list */
  pick<Item>(items: readonly Item[]): Item;
}

/** A stream of its own for each name under one seed: what one draws moves no other. */
export function seededRandom(seed: string, stream: string): SeededRandom {
  let state = hashOf(`${seed}\n${stream}`);
  const next = (): number => {
    // Mulberry32: a counter, mixed; enough for invented people, not for secrets.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    percent: (chance) => next() * 100 < chance,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
  };
}

/** Picks as often as each is weighed. The sums are made once. */
export function weighted<Item>(
  items: readonly Item[],
  weightOf: (item: Item) => number,
): (random: SeededRandom) => Item {
  const sums: number[] = [];
  let total = 0;
  for (const item of items) {
    total += weightOf(item);
    sums.push(total);
  }
  return (random) => {
    const at = random.below(total);
    const index = firstAbove(sums, at);
    const item = items[index];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
}

function firstAbove(sums: readonly number[], at: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** FNV-1a over UTF-16 units, mixed once more. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
