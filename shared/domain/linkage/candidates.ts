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

/** An atom's keys once it was looked at by itself: what few share brings nothing new in joined keys. */
interface OpenAtom {
  readonly atom: Atom;
  /** By record; 0 where the key is missing or shared by few. */
  readonly keys: Uint32Array;
  /** The records whose key is neither. */
  readonly rows: Uint32Array;
}

/** Goes through single atoms, then pairs, then threes, each time with the records that are left over. */
class RuleWalk {
  readonly #atoms: readonly Atom[];
  readonly #blocks: KeyBlocks;
  readonly #pairs: PairCollector;
  readonly #sample: KeySample;
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
    this.#rows = new Uint32Array(size);
    this.#keys = new Uint32Array(size);
    this.#crowdedRows = new Uint32Array(size);
    this.#crowdedKeys = new Uint32Array(size);
  }

  walk(): void {
    const open = this.#atoms.map((atom) => this.#single(atom));
    for (const [first, one] of open.entries()) {
      for (let second = first + 1; second < open.length; second += 1) {
        const other = open[second];
        if (other === undefined || this.#pairs.isFull) continue;
        this.#double(one, other, open.slice(second + 1));
      }
    }
  }

  #single(atom: Atom): OpenAtom {
    const { length } = this.#rows;
    let count = 0;
    for (let row = 0; row < length; row += 1) {
      const key = atom.keys[row] ?? 0;
      if (key === 0) continue;
      this.#rows[count] = row;
      this.#keys[count] = key;
      count += 1;
    }
    const keys = atom.keys.slice();
    this.#blocks.join(this.#rows, this.#keys, count, {
      settled: (row) => {
        keys[row] = 0;
      },
      crowded: () => undefined,
    });
    return { atom, keys, rows: this.#rows.slice(0, count).filter((row) => keys[row] !== 0) };
  }

  #double(a: OpenAtom, b: OpenAtom, further: readonly OpenAtom[]): void {
    if (shareField(a.atom.fields, b.atom.fields)) return;
    const count = this.#gather(a, b);
    if (count < 2) return;
    const mayBeTriple = a.atom.whole && b.atom.whole;
    this.#crowded = 0;
    if (this.#sample.isHopeless((row) => joined(a.keys[row] ?? 0, b.keys[row] ?? 0))) {
      if (!mayBeTriple) return;
      this.#crowdedRows.set(this.#rows.subarray(0, count));
      this.#crowdedKeys.set(this.#keys.subarray(0, count));
      this.#crowded = count;
    } else {
      this.#blocks.join(this.#rows, this.#keys, count, mayBeTriple ? this.#kept : NOTHING_MORE);
    }
    if (this.#crowded < 2) return;
    const fields = [...a.atom.fields, ...b.atom.fields];
    for (const c of further) {
      if (!this.#pairs.isFull && !shareField(c.atom.fields, fields)) this.#triple(a, b, c);
    }
  }

  /** Puts the records that have both keys into `rows`, and the joined key into `keys`. @returns how many. */
  #gather(a: OpenAtom, b: OpenAtom): number {
    const rows = a.rows.length <= b.rows.length ? a.rows : b.rows;
    const ofA = a.keys;
    const ofB = b.keys;
    let count = 0;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] ?? 0;
      const key = joined(ofA[row] ?? 0, ofB[row] ?? 0);
      if (key === 0) continue;
      this.#rows[count] = row;
      this.#keys[count] = key;
      count += 1;
    }
    return count;
  }

  #triple(a: OpenAtom, b: OpenAtom, c: OpenAtom): void {
    const ofC = c.keys;
    const isHopeless = this.#sample.isHopeless((row) =>
      joined(joined(a.keys[row] ?? 0, b.keys[row] ?? 0), ofC[row] ?? 0),
    );
    if (isHopeless) return;
    let count = 0;
    for (let index = 0; index < this.#crowded; index += 1) {
      const row = this.#crowdedRows[index] ?? 0;
      const key = joined(this.#crowdedKeys[index] ?? 0, ofC[row] ?? 0);
      if (key === 0) continue;
      this.#rows[count] = row;
      this.#keys[count] = key;
      count += 1;
    }
    const outcome = c.atom.whole ? this.#neighbours : NOTHING_MORE;
    this.#blocks.join(this.#rows, this.#keys, count, outcome);
  }

  /** What is too large for two atoms is kept for a third. */
  readonly #kept: BlockOutcome = {
    settled: () => undefined,
    crowded: (row, _next, key) => {
      this.#crowdedRows[this.#crowded] = row;
      this.#crowdedKeys[this.#crowded] = key;
      this.#crowded += 1;
    },
  };

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

/** The key of two keys together; 0 where one of them is missing. */
function joined(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : mix(Math.imul(one, 31) ^ other);
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
