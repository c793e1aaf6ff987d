/** Pairs of records by the first of the two: the partners of `i` stand from `starts[i]` to `starts[i + 1]`. */
export interface CandidatePairs {
  readonly starts: Uint32Array;
  readonly partners: Uint32Array;
  /** How many there were before those that few rules found were left out. */
  readonly found: number;
}

/** Pairs stand in pieces of so many, so that none is ever copied while they become more. */
const PIECE = 1 << 20;

/** Takes pairs in any order and any number of times, up to a limit; gives each once, in order. */
export class PairCollector {
  /** By piece: first and second of each pair, side by side. */
  #pieces: Uint32Array[] = [];
  #piece = new Uint32Array(0);
  #length = 0;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isFull(): boolean {
    return this.#length >= this.#limit;
  }

  add(first: number, second: number): void {
    const at = (this.#length % PIECE) * 2;
    if (at === 0) {
      if (this.isFull) return;
      this.#piece = new Uint32Array(PIECE * 2);
      this.#pieces.push(this.#piece);
    }
    this.#piece[at] = first;
    this.#piece[at + 1] = second;
    this.#length += 1;
  }

  finish(size: number): CandidatePairs {
    const places = new Uint32Array(size + 1);
    this.#each((first) => {
      places[first + 1] = (places[first + 1] ?? 0) + 1;
    });
    for (let row = 0; row < size; row += 1) {
      places[row + 1] = (places[row + 1] ?? 0) + (places[row] ?? 0);
    }
    const grouped = new Uint32Array(this.#length);
    const next = places.slice();
    this.#each((first, second) => {
      const place = next[first] ?? 0;
      grouped[place] = second;
      next[first] = place + 1;
    });
    this.#pieces = [];
    return withoutRepetition(places, grouped, size);
  }

  #each(visit: (first: number, second: number) => void): void {
    for (const [number, piece] of this.#pieces.entries()) {
      const pairs = Math.min(PIECE, this.#length - number * PIECE);
      for (let at = 0; at < pairs * 2; at += 2) visit(piece[at] ?? 0, piece[at + 1] ?? 0);
    }
  }
}

/** Beyond so many pairs a record, what only few rules brought together is left out. */
const PLENTY = 40;
/** The same of registers of more than so many records. */
const LARGE = 120_000;
const PLENTY_OF_LARGE = 22;
const MOST_RULES = 16;

/**
 * Each pair once. Of a plenty of pairs, those of one person come again and again by different rules; what
 * one rule alone found has something rare in common by chance.
 */
function withoutRepetition(
  places: Uint32Array,
  grouped: Uint32Array,
  size: number,
): CandidatePairs {
  for (let row = 0; row < size; row += 1) {
    grouped.subarray(places[row] ?? 0, places[row + 1] ?? 0).sort();
  }
  const byRules = pairsByRules(places, grouped, size);
  const least = leastRules(byRules, size);
  const starts = new Uint32Array(size + 1);
  let kept = 0;
  for (let row = 0; row < size; row += 1) {
    starts[row] = kept;
    const end = places[row + 1] ?? 0;
    for (let at = places[row] ?? 0; at < end; ) {
      const partner = grouped[at] ?? 0;
      let next = at + 1;
      while (next < end && grouped[next] === partner) next += 1;
      if (next - at >= least) {
        grouped[kept] = partner;
        kept += 1;
      }
      at = next;
    }
  }
  starts[size] = kept;
  const found = byRules.reduce((sum, pairs) => sum + pairs, 0);
  return { starts, partners: grouped.slice(0, kept), found };
}

/** How many pairs so many rules found, by number of rules; the last stands for as many and more. */
function pairsByRules(places: Uint32Array, grouped: Uint32Array, size: number): Uint32Array {
  const found = new Uint32Array(MOST_RULES + 1);
  for (let row = 0; row < size; row += 1) {
    const end = places[row + 1] ?? 0;
    for (let at = places[row] ?? 0; at < end; ) {
      let next = at + 1;
      while (next < end && grouped[next] === grouped[at]) next += 1;
      const rules = Math.min(MOST_RULES, next - at);
      found[rules] = (found[rules] ?? 0) + 1;
      at = next;
    }
  }
  return found;
}

function leastRules(found: Uint32Array, size: number): number {
  const room = Math.max(size * (size > LARGE ? PLENTY_OF_LARGE : PLENTY), FEW_ENOUGH);
  let pairs = 0;
  for (let rules = MOST_RULES; rules > 0; rules -= 1) {
    const before = pairs;
    pairs += found[rules] ?? 0;
    // Where there are few rules, one rule more or less is a great step: rather too many than too few.
    const isTooFew = before < room / 2 && pairs <= room * 3;
    if (pairs > room && !isTooFew) return rules + 1;
  }
  return 1;
}

/** So many pairs are compared in a second or two, however few the records. */
const FEW_ENOUGH = 600_000;
