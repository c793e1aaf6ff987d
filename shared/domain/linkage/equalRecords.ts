import { mix } from './atoms.ts';
import type { LinkageField } from './fields.ts';
import type { LinkedPair } from './linkRegister.ts';
import type { Register } from './register.ts';

/** A register without the many copies of one record, and what was left out of it. */
export interface ThinnedRegister {
  readonly register: Register;
  /** By record of the thinned register: its number in the whole. */
  readonly numbers: Uint32Array;
  /** By record of the thinned register, for those that have some: numbers in the whole of further copies. */
  readonly copies: ReadonlyMap<number, readonly number[]>;
}

/** So many equal records of one file tell as much as all of them. */
const COPIES_KEPT = 3;

/**
 * Takes out what is there again and again, equal in every field: a file that was pasted many times over
 * would teach that everybody agrees by chance. Only records with a number or a birth date in them are meant;
 * of others many may be equal.
 * @returns null where there is nothing to take out.
 */
export function withoutManyCopies(register: Register): ThinnedRegister | null {
  const { size, leftSize } = register;
  const keys = keysOf(register);
  const kept = new Map<number, number[]>();
  const copies = new Map<number, number[]>();
  const numbers: number[] = [];
  let left = 0;
  for (let record = 0; record < size; record += 1) {
    if (record === leftSize) kept.clear();
    const key = keys[record] ?? 0;
    const before = kept.get(key) ?? [];
    const first = before[0];
    if (key !== 0 && before.length >= COPIES_KEPT && first !== undefined) {
      if (isEqual(register, numbers[first] ?? 0, record)) {
        const further = copies.get(first) ?? [];
        further.push(record);
        copies.set(first, further);
        continue;
      }
    }
    before.push(numbers.length);
    kept.set(key, before);
    numbers.push(record);
    if (record < leftSize) left += 1;
  }
  if (copies.size === 0) return null;
  return { register: chosen(register, numbers, left), numbers: Uint32Array.from(numbers), copies };
}

function isTelling({ kind, scope }: LinkageField): boolean {
  return scope === 'person' && (kind === 'code' || kind === 'date');
}

/** By record: one number for all its values, 0 where none of them is a person's number or date. */
function keysOf({ fields, columns, size }: Register): Uint32Array {
  const keys = new Uint32Array(size);
  for (let record = 0; record < size; record += 1) {
    let key = 1;
    let tells = false;
    for (const [field, column] of columns.entries()) {
      const code = column[record] ?? 0;
      key = mix(Math.imul(key, 31) ^ code);
      const kind = fields[field];
      if (code !== 0 && kind !== undefined && isTelling(kind)) tells = true;
    }
    keys[record] = tells ? key : 0;
  }
  return keys;
}

function isEqual({ columns }: Register, one: number, other: number): boolean {
  return columns.every((column) => column[one] === column[other]);
}

function chosen(register: Register, numbers: readonly number[], left: number): Register {
  const columns = register.columns.map((column) =>
    Int32Array.from(numbers, (record) => column[record] ?? 0),
  );
  return {
    ...register,
    size: numbers.length,
    leftSize: register.leftSize === register.size ? numbers.length : left,
    columns,
    counts: register.counts.map((counts, field) => {
      const fewer = new Uint32Array(counts.length);
      for (const code of columns[field] ?? []) {
        if (code > 0) fewer[code] = (fewer[code] ?? 0) + 1;
      }
      return fewer;
    }),
  };
}

/** Of so many copies all pairs are given, of more each with one record alone. */
const COPIES_IN_FULL = 200;

export interface WithCopies {
  readonly pairs: readonly LinkedPair[];
  /** For how many records the copies were too many for all their pairs. */
  readonly abridged: number;
}

/** The pairs of a thinned register as pairs of the whole: copies are what the record is that was kept. */
export function withCopies(pairs: readonly LinkedPair[], thinned: ThinnedRegister): WithCopies {
  const { numbers, copies } = thinned;
  const whole: LinkedPair[] = [];
  const add = (pair: LinkedPair, one: number, other: number) => {
    whole.push({ ...pair, left: Math.min(one, other), right: Math.max(one, other) });
  };
  const numberOf = (record: number) => numbers[record] ?? 0;
  const seen = new Set<number>();
  let abridged = 0;
  for (const pair of pairs) {
    const { left, right } = pair;
    add(pair, numberOf(left), numberOf(right));
    for (const [record, partner] of [
      [left, right],
      [right, left],
    ] as const) {
      const further = copies.get(record) ?? [];
      const isFirst = !seen.has(record);
      seen.add(record);
      const isAbridged = further.length > COPIES_IN_FULL;
      if (isAbridged && isFirst) abridged += 1;
      // The first partner of one file is an equal record that was kept: what it is, the copies are.
      const isOneFile = isSameFile(thinned, record, partner);
      if (isOneFile && isFirst) {
        for (const [at, copy] of further.entries()) {
          add(pair, numberOf(record), copy);
          if (!isAbridged) for (const other of further.slice(at + 1)) add(pair, copy, other);
        }
      }
      if (isAbridged && (isOneFile || !isFirst)) continue;
      for (const copy of further) add(pair, copy, numberOf(partner));
    }
    const ofRight = copies.get(right) ?? [];
    if (ofRight.length > COPIES_IN_FULL) continue;
    for (const copy of (copies.get(left) ?? []).slice(0, COPIES_IN_FULL)) {
      for (const other of ofRight) add(pair, copy, other);
    }
  }
  whole.sort((one, other) => one.left - other.left || one.right - other.right);
  return { pairs: whole, abridged };
}

function isSameFile({ register }: ThinnedRegister, one: number, other: number): boolean {
  return one < register.leftSize === other < register.leftSize;
}
