import { type Atom, atomsOf, mix, shareField } from './atoms.ts';
import { type BlockOutcome, createKeyBlocks, type KeyBlocks } from './keyBlocks.ts';
import { KeySample } from './keySample.ts';
import { type CandidatePairs, PairCollector } from './pairCollector.ts';
import { isTwoFiles, type Register } from './register.ts';

/** So few pairs are all compared. */
const ALL_PAIRS = 250_000;

/**
 * So many records may share a key, from strict to generous. Where people are told by many fields, strict
 * keys bring the records of one person together in many ways; where there are few, only generous ones do.
 */
const LIMITS = [3, 5, 10, 25, 60];

/** From so many pairs a record on there are enough: more would only take time. */
function enoughPairs(size: number): number {
  if (size <= 12_000) return 40;
  return size <= 200_000 ? 18 : 10;
}

/** So many pairs are collected for each record, repetitions among them. */
const PAIRS_PER_RECORD = 200;

/**
 * Finds the pairs worth comparing: those that have something rare in common, be it one atom or two or three
 * of different fields together. A key that many share is not used alone but joined with a further atom, so
 * that the number of pairs is bounded whatever the file holds.
 */
export function findCandidates(register: Register): CandidatePairs {
  const { size, leftSize } = register;
  const right = size - leftSize;
  const all = isTwoFiles(register) ? leftSize * right : (size * (size - 1)) / 2;
  if (all <= ALL_PAIRS) return everyPair(register);
  const atoms = atomsOf(register);
  for (const limit of LIMITS) {
    const pairs = new PairCollector(Math.min(size * PAIRS_PER_RECORD, 400_000_000));
    chainIdentical(register, pairs);
    const pair = (a: number, b: number) => pairs.add(a, b);
    const blocks = createKeyBlocks({ size, leftSize, limit, pair });
    new RuleWalk(atoms, blocks, pairs, register).walk();
    const candidates = pairs.finish(size);
    const isEnough = candidates.found >= enoughPairs(size) * size;
    if (isEnough || limit === LIMITS.at(-1)) return candidates;
  }
  throw new RangeError('no limit');
}

/** Goes through single atoms, then pairs, then threes, each time with the records that are left over. */
class RuleWalk {
  readonly #atoms: readonly Atom[];
  readonly #blocks: KeyBlocks;
  readonly #pairs: PairCollector;
  readonly #sample: KeySample;
  /** By atom: 1 for a record whose key is shared by few. */
  readonly #settled: readonly Uint8Array[];
  readonly #rows: Uint32Array;
  readonly #keys: Uint32Array;
  readonly #crowdedRows: Uint32Array;
  readonly #crowdedKeys: Uint32Array;
  #crowded = 0;
  readonly #leftSize: number;

  constructor(
    atoms: readonly Atom[],
    blocks: KeyBlocks,
    pairs: PairCollector,
    { size, leftSize }: Register,
  ) {
    this.#leftSize = leftSize;
    this.#atoms = atoms;
    this.#blocks = blocks;
    this.#pairs = pairs;
    this.#sample = new KeySample(size);
    this.#settled = atoms.map(() => new Uint8Array(size));
    this.#rows = new Uint32Array(size);
    this.#keys = new Uint32Array(size);
    this.#crowdedRows = new Uint32Array(size);
    this.#crowdedKeys = new Uint32Array(size);
  }

  walk(): void {
    for (const [index, atom] of this.#atoms.entries()) this.#single(index, atom);
    for (let first = 0; first < this.#atoms.length; first += 1) {
      for (let second = first + 1; second < this.#atoms.length; second += 1) {
        if (!this.#pairs.isFull) this.#double(first, second);
      }
    }
  }

  #single(index: number, atom: Atom): void {
    const settled = this.#settled[index];
    const count = this.#gather((row) => atom.keys[row] ?? 0);
    this.#blocks.join(this.#rows, this.#keys, count, {
      settled: (row) => {
        if (settled !== undefined) settled[row] = 1;
      },
      crowded: () => undefined,
    });
  }

  #double(first: number, second: number): void {
    const a = this.#atoms[first];
    const b = this.#atoms[second];
    if (a === undefined || b === undefined || shareField(a.fields, b.fields)) return;
    const settledOfA = this.#settled[first];
    const settledOfB = this.#settled[second];
    const keyOf = (row: number): number => {
      if (settledOfA?.[row] === 1 || settledOfB?.[row] === 1) return 0;
      const [keyOfA, keyOfB] = [a.keys[row] ?? 0, b.keys[row] ?? 0];
      return keyOfA === 0 || keyOfB === 0 ? 0 : mix(Math.imul(keyOfA, 31) ^ keyOfB);
    };
    const count = this.#gather(keyOf);
    if (count < 2) return;
    this.#crowded = 0;
    if (this.#sample.isHopeless(keyOf)) {
      if (!a.whole || !b.whole) return;
      this.#crowdedRows.set(this.#rows.subarray(0, count));
      this.#crowdedKeys.set(this.#keys.subarray(0, count));
      this.#crowded = count;
    } else {
      this.#blocks.join(this.#rows, this.#keys, count, {
        settled: () => undefined,
        crowded: (row) => {
          this.#crowdedRows[this.#crowded] = row;
          this.#crowdedKeys[this.#crowded] = keyOf(row);
          this.#crowded += 1;
        },
      });
    }
    if (this.#crowded < 2 || !a.whole || !b.whole) return;
    for (let third = second + 1; third < this.#atoms.length; third += 1) {
      this.#triple([...a.fields, ...b.fields], third, keyOf);
    }
  }

  #triple(fields: readonly number[], third: number, keyOf: (row: number) => number): void {
    const c = this.#atoms[third];
    if (c === undefined || shareField(c.fields, fields) || this.#pairs.isFull) return;
    const settled = this.#settled[third];
    const join = (key: number, row: number): number => {
      const keyOfC = c.keys[row] ?? 0;
      if (key === 0 || keyOfC === 0 || settled?.[row] === 1) return 0;
      return mix(Math.imul(key, 31) ^ keyOfC);
    };
    if (this.#sample.isHopeless((row) => join(keyOf(row), row))) return;
    let count = 0;
    for (let index = 0; index < this.#crowded; index += 1) {
      const row = this.#crowdedRows[index] ?? 0;
      const key = join(this.#crowdedKeys[index] ?? 0, row);
      if (key === 0) continue;
      this.#rows[count] = row;
      this.#keys[count] = key;
      count += 1;
    }
    this.#blocks.join(this.#rows, this.#keys, count, c.whole ? this.#neighbours : NOTHING_MORE);
  }

  /** Puts the records that have a key into `rows` and `keys`. @returns how many. */
  #gather(keyOf: (row: number) => number): number {
    let count = 0;
    for (let row = 0; row < this.#rows.length; row += 1) {
      const key = keyOf(row);
      if (key === 0) continue;
      this.#rows[count] = row;
      this.#keys[count] = key;
      count += 1;
    }
    return count;
  }

  /** What is still too large holds near-copies: each is brought together with the next. */
  readonly #neighbours: BlockOutcome = {
    settled: () => undefined,
    crowded: (row, next) => {
      if (
        next < 0 ||
        (this.#leftSize < this.#rows.length && row < this.#leftSize === next < this.#leftSize)
      )
        return;
      this.#pairs.add(Math.min(row, next), Math.max(row, next));
    },
  };
}

const NOTHING_MORE: BlockOutcome = { settled: () => undefined, crowded: () => undefined };

/** Records that agree in everything are brought together one by one, however many they are. */
function chainIdentical({ columns, size, leftSize }: Register, pairs: PairCollector): void {
  const twoFiles = leftSize < size;
  const last = new Map<number, number>();
  for (let row = 0; row < size; row += 1) {
    let key = 1;
    for (const column of columns) key = mix(Math.imul(key, 31) ^ (column[row] ?? 0));
    const before = last.get(key);
    if (before !== undefined) {
      if (!twoFiles || (before < leftSize && row >= leftSize)) pairs.add(before, row);
      if (twoFiles) continue;
    }
    last.set(key, row);
  }
}

function everyPair(register: Register): CandidatePairs {
  const { size, leftSize } = register;
  const twoFiles = isTwoFiles(register);
  const pairs = new PairCollector(ALL_PAIRS);
  for (let a = 0; a < leftSize; a += 1) {
    for (let b = twoFiles ? leftSize : a + 1; b < size; b += 1) pairs.add(a, b);
  }
  return pairs.finish(size);
}
