import { equalLevel, isEqualLevel, LEVELS } from './levels.ts';
import type { Register } from './register.ts';

/** How common the values of a register are, in general and one by one. */
export interface ValueFrequency {
  /** By field: how equality falls on its four levels. */
  readonly equalMass: readonly Float64Array[];
  /** By field, by code: the logarithm of the value's frequency over the mean one of its level. */
  readonly rarity: readonly Float32Array[];
}

export function frequencyOf({ counts, fields }: Register): ValueFrequency {
  const tables = counts.map((ofField, index) => {
    const total = Math.max(
      1,
      ofField.reduce((sum, count) => sum + count, 0),
    );
    const mass = new Float64Array(LEVELS);
    const squares = new Float64Array(LEVELS);
    for (const count of ofField) {
      const share = count / total;
      const level = equalLevel(share);
      mass[level] = (mass[level] ?? 0) + share;
      squares[level] = (squares[level] ?? 0) + share * share;
    }
    const isCategory = fields[index]?.kind === 'category';
    const rarity = Float32Array.from(ofField, (count) => {
      if (count === 0 || isCategory) return 0;
      const level = equalLevel(count / total);
      return Math.log((count / total) * ((mass[level] ?? 1) / (squares[level] ?? 1)));
    });
    return { mass: mass.map((share) => Math.max(share, 1e-4)), rarity };
  });
  return {
    equalMass: tables.map(({ mass }) => mass),
    rarity: tables.map(({ rarity }) => rarity),
  };
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
