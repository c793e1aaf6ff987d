/** So many records of one key are looked at, the newest first: what more share says nothing. */
const LONGEST_WALK = 160;
/** So many keys of a line wait to be sorted in; some more in each further line, so that not all are sorted at once. */
const WAITING = 256;
const MORE_WAITING = 8;

/**
 * Records by their keys, `width` keys a record, one line for each. A line holds what it has in sorted runs, each
 * as long as those that follow together: eight bytes a key, and nothing for a key that a record lacks.
 */
export class KeyTable {
  readonly #lines: readonly KeyLine[];
  #records = 0;

  constructor(width: number) {
    this.#lines = Array.from(
      { length: width },
      (_, line) => new KeyLine(WAITING + line * MORE_WAITING),
    );
  }

  /** Records are numbered in the order in which they come. A key 0 is none. */
  add(keys: Uint32Array): void {
    for (const [at, line] of this.#lines.entries()) {
      const key = keys[at] ?? 0;
      if (key !== 0) line.add(key, this.#records);
    }
    this.#records += 1;
  }

  /** Calls for each record that has a key in common, as often as it has. */
  walk(keys: Uint32Array, found: (record: number) => void): void {
    for (const [at, line] of this.#lines.entries()) {
      const key = keys[at] ?? 0;
      if (key !== 0) line.walk(key, found);
    }
  }
}

/** Sorted by key; records of one key have the newest first. */
interface Run {
  readonly keys: Uint32Array;
  readonly records: Uint32Array;
}

class KeyLine {
  /** The oldest and longest first. */
  readonly #runs: Run[] = [];
  readonly #room: number;
  /** In the order in which they came; made with the first key, since many lines never have one. */
  #waiting: Run | null = null;
  #length = 0;

  constructor(room: number) {
    this.#room = room;
  }

  add(key: number, record: number): void {
    this.#waiting ??= { keys: new Uint32Array(this.#room), records: new Uint32Array(this.#room) };
    this.#waiting.keys[this.#length] = key;
    this.#waiting.records[this.#length] = record;
    this.#length += 1;
    if (this.#length === this.#room) this.#settle(this.#waiting);
  }

  walk(key: number, found: (record: number) => void): void {
    let left = LONGEST_WALK;
    for (let at = this.#length - 1; at >= 0 && left > 0; at -= 1) {
      if (this.#waiting?.keys[at] !== key) continue;
      found(this.#waiting.records[at] ?? 0);
      left -= 1;
    }
    for (let run = this.#runs.length - 1; run >= 0 && left > 0; run -= 1) {
      const { keys, records } = this.#runs[run] ?? NOTHING;
      for (let at = firstOf(keys, key); keys[at] === key && left > 0; at += 1) {
        found(records[at] ?? 0);
        left -= 1;
      }
    }
  }

  #settle(waiting: Run): void {
    this.#length = 0;
    let run = sorted(waiting);
    for (;;) {
      const before = this.#runs.at(-1);
      if (before === undefined || before.keys.length > run.keys.length) break;
      this.#runs.pop();
      run = merged(before, run);
    }
    this.#runs.push(run);
  }
}

const NOTHING: Run = { keys: new Uint32Array(0), records: new Uint32Array(0) };

/** The first place whose key is not smaller. */
function firstOf(keys: Uint32Array, key: number): number {
  let from = 0;
  let to = keys.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((keys[middle] ?? 0) < key) from = middle + 1;
    else to = middle;
  }
  return from;
}

function sorted({ keys, records }: Run): Run {
  const { length } = keys;
  // Key and place in one number, the last place of a key first: far below 2 to the power of 53.
  const order = Float64Array.from(keys, (key, at) => key * length + (length - 1 - at)).sort();
  const placeOf = (value: number) => length - 1 - (value % length);
  return {
    keys: Uint32Array.from(order, (value) => Math.floor(value / length)),
    records: Uint32Array.from(order, (value) => records[placeOf(value)] ?? 0),
  };
}

function merged(older: Run, newer: Run): Run {
  const length = older.keys.length + newer.keys.length;
  const keys = new Uint32Array(length);
  const records = new Uint32Array(length);
  let ofOlder = 0;
  let ofNewer = 0;
  for (let at = 0; at < length; at += 1) {
    const takesNewer =
      ofOlder === older.keys.length ||
      (ofNewer < newer.keys.length && (newer.keys[ofNewer] ?? 0) <= (older.keys[ofOlder] ?? 0));
    const [run, from] = takesNewer ? [newer, ofNewer] : [older, ofOlder];
    keys[at] = run.keys[from] ?? 0;
    records[at] = run.records[from] ?? 0;
    if (takesNewer) ofNewer += 1;
    else ofOlder += 1;
  }
  return { keys, records };
}
