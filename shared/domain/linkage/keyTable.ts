/** So many records of one key are looked at, the newest first: what more share says nothing. */
const LONGEST_WALK = 160;

/**
 * Records by their keys, `width` keys a record: a hash table of chains in flat arrays, which grows with
 * the records. 12 bytes a key.
 */
export class KeyTable {
  readonly #width: number;
  #keys: Uint32Array;
  #next: Int32Array;
  #heads: Int32Array;
  #records = 0;

  constructor(width: number) {
    this.#width = width;
    this.#keys = new Uint32Array(width * 1024);
    this.#next = new Int32Array(width * 1024);
    this.#heads = new Int32Array(16_384).fill(-1);
  }

  /** Records are numbered in the order in which they come. */
  add(keys: Uint32Array): void {
    const start = this.#records * this.#width;
    if (start === this.#keys.length) this.#grow();
    this.#keys.set(keys, start);
    for (let at = start; at < start + this.#width; at += 1) this.#link(at);
    this.#records += 1;
  }

  /** Calls for each record that has a key in common, as often as it has. */
  walk(keys: Uint32Array, found: (record: number) => void): void {
    const width = this.#width;
    for (let line = 0; line < width; line += 1) {
      const key = keys[line] ?? 0;
      if (key === 0) continue;
      let left = LONGEST_WALK;
      let at = this.#heads[key & (this.#heads.length - 1)] ?? -1;
      while (at >= 0 && left > 0) {
        if (this.#keys[at] === key && at % width === line) {
          found((at - line) / width);
          left -= 1;
        }
        at = this.#next[at] ?? -1;
      }
    }
  }

  #link(at: number): void {
    const key = this.#keys[at] ?? 0;
    if (key === 0) return;
    const slot = key & (this.#heads.length - 1);
    this.#next[at] = this.#heads[slot] ?? -1;
    this.#heads[slot] = at;
  }

  #grow(): void {
    const length = this.#keys.length * 2;
    const keys = new Uint32Array(length);
    keys.set(this.#keys);
    const used = this.#keys.length;
    this.#keys = keys;
    this.#next = new Int32Array(length);
    this.#heads = new Int32Array(this.#heads.length * 2).fill(-1);
    for (let at = 0; at < used; at += 1) this.#link(at);
  }
}
