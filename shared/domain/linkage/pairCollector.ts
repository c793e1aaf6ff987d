/** Pairs of records by the first of the two: the partners of `i` stand from `starts[i]` to `starts[i + 1]`. */
export interface CandidatePairs {
  readonly starts: Uint32Array;
  readonly partners: Uint32Array;
}

/** Takes pairs in any order and any number of times, up to a limit; gives each once, in order. */
export class PairCollector {
  #first = new Uint32Array(4096);
  #second = new Uint32Array(4096);
  #length = 0;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isFull(): boolean {
    return this.#length >= this.#limit;
  }

  add(first: number, second: number): void {
    if (this.#length === this.#first.length) {
      if (this.isFull) return;
      this.#first = twice(this.#first);
      this.#second = twice(this.#second);
    }
    this.#first[this.#length] = first;
    this.#second[this.#length] = second;
    this.#length += 1;
  }

  finish(size: number): CandidatePairs {
    const places = new Uint32Array(size + 1);
    for (let index = 0; index < this.#length; index += 1) {
      const row = (this.#first[index] ?? 0) + 1;
      places[row] = (places[row] ?? 0) + 1;
    }
    for (let row = 0; row < size; row += 1) {
      places[row + 1] = (places[row + 1] ?? 0) + (places[row] ?? 0);
    }
    const grouped = new Uint32Array(this.#length);
    const next = places.slice();
    for (let index = 0; index < this.#length; index += 1) {
      const row = this.#first[index] ?? 0;
      const place = next[row] ?? 0;
      grouped[place] = this.#second[index] ?? 0;
      next[row] = place + 1;
    }
    this.#first = new Uint32Array(0);
    this.#second = new Uint32Array(0);
    return withoutRepetition(places, grouped, size);
  }
}

function withoutRepetition(
  places: Uint32Array,
  grouped: Uint32Array,
  size: number,
): CandidatePairs {
  const starts = new Uint32Array(size + 1);
  let kept = 0;
  for (let row = 0; row < size; row += 1) {
    const partners = grouped.subarray(places[row] ?? 0, places[row + 1] ?? 0).sort();
    starts[row] = kept;
    let previous = -1;
    for (const partner of partners) {
      if (partner === previous) continue;
      grouped[kept] = partner;
      kept += 1;
      previous = partner;
    }
  }
  starts[size] = kept;
  return { starts, partners: grouped.slice(0, kept) };
}

function twice(values: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(values.length * 2);
  larger.set(values);
  return larger;
}
