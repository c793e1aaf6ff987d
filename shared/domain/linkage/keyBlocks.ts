/** What has become of the records that a rule gave keys. */
export interface KeyBlocks {
  /** Brings together the records of each key that few share; `rows` are those that take part. */
  join(rows: Uint32Array, keys: Uint32Array, count: number, outcome: BlockOutcome): void;
}

export interface BlockOutcome {
  /** A record stands in a block that is small enough (of one alone, too): joined keys bring nothing new. */
  readonly settled: (row: number) => void;
  /** A record stands in a block that is too large; -1 where no other follows in it. */
  readonly crowded: (row: number, next: number, key: number) => void;
}

export interface BlockRules {
  readonly size: number;
  readonly leftSize: number;
  /** So many records may share a key, on each side where there are two. */
  readonly limit: number;
  readonly pair: (a: number, b: number) => void;
}

/**
 * Groups records by key in a hash table of chains: linear in the number of records, without sorting. The
 * tables are kept from rule to rule.
 */
export function createKeyBlocks({ size, leftSize, limit, pair }: BlockRules): KeyBlocks {
  let capacity = 1;
  while (capacity < size * 2) capacity *= 2;
  const slotKeys = new Uint32Array(capacity);
  const heads = new Int32Array(capacity);
  const lefts = new Uint32Array(capacity);
  const rights = new Uint32Array(capacity);
  const next = new Int32Array(size);
  const used = new Uint32Array(size);
  const twoFiles = leftSize < size;

  function place(row: number, key: number, mask: number): number {
    let slot = key & mask;
    while (slotKeys[slot] !== 0 && slotKeys[slot] !== key) slot = (slot + 1) & mask;
    const isNew = slotKeys[slot] === 0;
    if (isNew) {
      slotKeys[slot] = key;
      heads[slot] = -1;
      lefts[slot] = 0;
      rights[slot] = 0;
    }
    next[row] = heads[slot] ?? -1;
    heads[slot] = row;
    if (row < leftSize) lefts[slot] = (lefts[slot] ?? 0) + 1;
    else rights[slot] = (rights[slot] ?? 0) + 1;
    return isNew ? slot : -1;
  }

  function joinBlock(slot: number, outcome: BlockOutcome): void {
    const head = heads[slot] ?? -1;
    const onLeft = lefts[slot] ?? 0;
    const onRight = rights[slot] ?? 0;
    if (onLeft > limit || onRight > limit) {
      // Of two files, a key that one of them lacks brings nothing together.
      if (twoFiles && (onLeft === 0 || onRight === 0)) return;
      const key = slotKeys[slot] ?? 0;
      for (let row = head; row >= 0; row = next[row] ?? -1) {
        outcome.crowded(row, next[row] ?? -1, key);
      }
      return;
    }
    for (let row = head; row >= 0; row = next[row] ?? -1) {
      outcome.settled(row);
      for (let other = next[row] ?? -1; other >= 0; other = next[other] ?? -1) {
        if (!twoFiles) pair(Math.min(row, other), Math.max(row, other));
        else if (row < leftSize !== other < leftSize)
          pair(Math.min(row, other), Math.max(row, other));
      }
    }
  }

  return {
    join(rows, keys, count, outcome) {
      let wanted = 1;
      while (wanted < count * 2) wanted *= 2;
      const mask = wanted - 1;
      slotKeys.fill(0, 0, wanted);
      let blocks = 0;
      for (let index = 0; index < count; index += 1) {
        const row = rows[index] ?? 0;
        const slot = place(row, keys[index] ?? 0, mask);
        if (slot >= 0) {
          used[blocks] = slot;
          blocks += 1;
        }
      }
      for (let block = 0; block < blocks; block += 1) joinBlock(used[block] ?? 0, outcome);
    },
  };
}
