/** So many records are looked at. */
const SAMPLE = 16_384;
/** Of smaller registers nothing is left out. */
const LARGE = 60_000;
/** Slots of the table of keys: a power of two, twice the sample. */
const SLOTS = SAMPLE * 2;
/** So small a part of the sample that is alone with its key means that hardly a key is shared by few. */
const ALONE = 0.02;

/**
 * Tells from some of the records of a large register whether keys are so common that bringing records together
 * by them is in vain, before all of them are gone through.
 */
export class KeySample {
  readonly #rows: Uint32Array;
  readonly #keys = new Uint32Array(SLOTS);
  readonly #counts = new Uint16Array(SLOTS);

  constructor(size: number) {
    const step = size / SAMPLE;
    this.#rows =
      size < LARGE
        ? new Uint32Array(0)
        : Uint32Array.from({ length: SAMPLE }, (_, at) => Math.floor(at * step));
  }

  isHopeless(keyOf: (row: number) => number): boolean {
    if (this.#rows.length === 0) return false;
    this.#keys.fill(0);
    this.#counts.fill(0);
    let known = 0;
    let alone = 0;
    for (const row of this.#rows) {
      const key = keyOf(row);
      if (key === 0) continue;
      known += 1;
      let slot = key & (SLOTS - 1);
      while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & (SLOTS - 1);
      this.#keys[slot] = key;
      const count = (this.#counts[slot] ?? 0) + 1;
      this.#counts[slot] = count;
      if (count === 1) alone += 1;
      else if (count === 2) alone -= 1;
    }
    return alone < known * ALONE;
  }
}
