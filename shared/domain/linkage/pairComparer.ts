import {
  type ComparedSides,
  displacement,
  type OtherColumns,
  otherColumns,
} from './displacement.ts';
import { DIFFERENT, equalLevel, MISSING, shareOf } from './levels.ts';
import type { Register } from './register.ts';
import { ofFieldsTogether, type ValueComparison, valueComparisons } from './valueComparison.ts';

/**
 * Compares records of a register field by field. A record's codes stand side by side, since records are
 * visited in no order, and the levels of values that meet again and again are remembered.
 */
export class PairComparer implements ComparedSides {
  /** The levels of the last pair, by field. */
  readonly levels: Uint8Array;
  /** By record, by field: the codes. */
  readonly #rows: Int32Array;
  readonly #comparisons: readonly ValueComparison[];
  readonly #others: readonly OtherColumns[];
  /** By field, by code. */
  readonly #equalLevels: readonly Uint8Array[];
  #startOfA = 0;
  #startOfB = 0;

  constructor(register: Register) {
    const { fields, columns, dictionaries, size } = register;
    const width = fields.length;
    this.levels = new Uint8Array(width);
    this.#rows = new Int32Array(size * width);
    for (const [field, column] of columns.entries()) {
      for (let record = 0; record < size; record += 1) {
        this.#rows[record * width + field] = column[record] ?? 0;
      }
    }
    this.#comparisons = valueComparisons(fields, dictionaries, ofFieldsTogether(register));
    this.#others = otherColumns(fields);
    this.#equalLevels = register.counts.map((counts) => {
      const total = counts.reduce((sum, count) => sum + count, 0);
      return Uint8Array.from(counts, (count) => equalLevel(shareOf(count, total)));
    });
  }

  /** Fills `levels`. */
  compare(a: number, b: number): void {
    const { levels } = this;
    const rows = this.#rows;
    const width = levels.length;
    const startOfA = a * width;
    const startOfB = b * width;
    for (let field = 0; field < width; field += 1) {
      const valueOfA = rows[startOfA + field] ?? 0;
      const valueOfB = rows[startOfB + field] ?? 0;
      if (valueOfA === 0 || valueOfB === 0) levels[field] = MISSING;
      else if (valueOfA === valueOfB) {
        levels[field] = this.#equalLevels[field]?.[valueOfA] ?? DIFFERENT;
      } else levels[field] = this.#levelOfDifferent(field, valueOfA, valueOfB, startOfA, startOfB);
    }
  }

  #levelOfDifferent(
    field: number,
    valueOfA: number,
    valueOfB: number,
    startOfA: number,
    startOfB: number,
  ): number {
    const level = this.#comparisons[field]?.ofCodes(valueOfA, valueOfB) ?? DIFFERENT;
    const others = this.#others[field];
    if (level !== DIFFERENT || others === undefined || others.all.length === 0) return level;
    this.#startOfA = startOfA;
    this.#startOfB = startOfB;
    return displacement(field, others, this);
  }

  codeOfA(field: number): number {
    return this.#rows[this.#startOfA + field] ?? 0;
  }

  codeOfB(field: number): number {
    return this.#rows[this.#startOfB + field] ?? 0;
  }

  levelBetween(fieldOfA: number, codeOfB: number): number {
    return this.#comparisons[fieldOfA]?.ofCodes(this.codeOfA(fieldOfA), codeOfB) ?? DIFFERENT;
  }
}
