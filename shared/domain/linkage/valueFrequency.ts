import { equalLevel, isEqualLevel, LEVELS, shareOf } from './levels.ts';
import { isTwoFiles, type Register } from './register.ts';

/** How common the values of a register are, in general and one by one. */
export interface ValueFrequency {
  /** By field: how equality falls on its four levels. */
  readonly equalMass: readonly Float64Array[];
  /** By field: how many of all pairs are equal, by level. */
  readonly equalPairs: readonly Float64Array[];
  /** By field: how many of all pairs have a value in both records. */
  readonly knownPairs: Float64Array;
  /** By field, by level of equality: the mean share of a value that two records have in common; 0 for none. */
  readonly equalShares: readonly Float64Array[];
  /** By field, by code: the logarithm of the value's frequency over the mean one of its level. */
  readonly rarity: readonly Float32Array[];
}

export function frequencyOf(register: Register): ValueFrequency {
  const { counts, fields } = register;
  const tables = counts.map((ofField, index) => {
    const total = Math.max(
      1,
      ofField.reduce((sum, count) => sum + count, 0),
    );
    const mass = new Float64Array(LEVELS);
    const squares = new Float64Array(LEVELS);
    for (const count of ofField) {
      const share = shareOf(count, total);
      const level = equalLevel(share);
      mass[level] = (mass[level] ?? 0) + share;
      squares[level] = (squares[level] ?? 0) + share * share;
    }
    const isCategory = fields[index]?.kind === 'category';
    const rarity = Float32Array.from(ofField, (count) => {
      if (count === 0 || isCategory) return 0;
      const level = equalLevel(shareOf(count, total));
      return Math.log(shareOf(count, total) * ((mass[level] ?? 1) / (squares[level] ?? 1)));
    });
    const means = squares.map((square, level) => (square === 0 ? 0 : square / (mass[level] ?? 1)));
    return { mass: mass.map((share) => Math.max(share, 1e-4)), rarity, means };
  });
  const pairs = counts.map((ofField, index) => pairsOfField(register, index, ofField));
  return {
    equalMass: tables.map(({ mass }) => mass),
    equalPairs: pairs.map(({ equal }) => equal),
    knownPairs: Float64Array.from(pairs, ({ known }) => known),
    equalShares: tables.map(({ means }) => means),
    rarity: tables.map(({ rarity }) => rarity),
  };
}

function pairsOfField(register: Register, field: number, counts: Uint32Array) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const equal = new Float64Array(LEVELS);
  if (!isTwoFiles(register)) {
    for (const count of counts) {
      const level = equalLevel(shareOf(count, total));
      equal[level] = (equal[level] ?? 0) + (count * (count - 1)) / 2;
    }
    return { equal, known: (total * (total - 1)) / 2 };
  }
  const onLeft = new Uint32Array(counts.length);
  const column = register.columns[field]?.subarray(0, register.leftSize) ?? new Int32Array(0);
  for (const code of column) if (code > 0) onLeft[code] = (onLeft[code] ?? 0) + 1;
  let left = 0;
  for (const [code, count] of counts.entries()) {
    const ofLeft = onLeft[code] ?? 0;
    const level = equalLevel(shareOf(count, total));
    equal[level] = (equal[level] ?? 0) + ofLeft * (count - ofLeft);
    left += ofLeft;
  }
  return { equal, known: left * (total - left) };
}

/** What the values in common add to the logarithm of the chance that two unrelated records look like this. */
export function rarityOf(
  { columns }: Register,
  { rarity }: ValueFrequency,
  levels: Uint8Array,
  record: number,
): number {
  let sum = 0;
  for (let field = 0; field < levels.length; field += 1) {
    if (!isEqualLevel(levels[field] ?? 0)) continue;
    sum += rarity[field]?.[columns[field]?.[record] ?? 0] ?? 0;
  }
  return sum;
}
