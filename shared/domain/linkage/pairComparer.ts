import { DIFFERENT, DISPLACED, equalLevel, MISSING, shareOf } from './levels.ts';
import type { Register } from './register.ts';
import { type ValueComparison, valueComparisons } from './valueComparison.ts';

/**
 * Compares records of a register field by field. Similar values meet again and again, so the levels of
 * pairs of distinct values are remembered, in a table of fixed size.
 */
export class PairComparer {
  /** The levels of the last pair, by field. */
  readonly levels: Uint8Array;
  readonly #columns: readonly Int32Array[];
  readonly #comparisons: readonly ValueComparison[];
  /** By field: the other fields of its group. */
  readonly #others: readonly (readonly Int32Array[])[];
  /** By field, by code. */
  readonly #equalLevels: readonly Uint8Array[];

  constructor(register: Register) {
    const { fields, columns, dictionaries } = register;
    this.levels = new Uint8Array(fields.length);
    this.#columns = columns;
    this.#comparisons = valueComparisons(fields, dictionaries);
    this.#others = fields.map(({ group }, index) =>
      group === null
        ? []
        : columns.filter((_, other) => other !== index && fields[other]?.group === group),
    );
    this.#equalLevels = register.counts.map((counts) => {
      const total = counts.reduce((sum, count) => sum + count, 0);
      return Uint8Array.from(counts, (count) => equalLevel(shareOf(count, total)));
    });
  }

  /** Fills `levels`. */
  compare(a: number, b: number): void {
    const { levels } = this;
    for (let field = 0; field < levels.length; field += 1) {
      const column = this.#columns[field];
      const valueOfA = column?.[a] ?? 0;
      const valueOfB = column?.[b] ?? 0;
      levels[field] = this.#level(field, valueOfA, valueOfB, a, b);
    }
  }

  #level(field: number, valueOfA: number, valueOfB: number, a: number, b: number): number {
    if (valueOfA === 0 || valueOfB === 0) return MISSING;
    if (valueOfA === valueOfB) return this.#equalLevels[field]?.[valueOfA] ?? DIFFERENT;
    const level = this.#comparisons[field]?.ofCodes(valueOfA, valueOfB) ?? DIFFERENT;
    if (level !== DIFFERENT) return level;
    for (const column of this.#others[field] ?? []) {
      if (column[b] === valueOfA || column[a] === valueOfB) return DISPLACED;
    }
    return DIFFERENT;
  }
}
