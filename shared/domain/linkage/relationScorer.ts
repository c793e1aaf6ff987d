import { CELLS, parentState } from './dependence.ts';
import { LEVELS, MISSING } from './levels.ts';
import type { LinkageModel } from './mixture.ts';
import { FIRST_SAME } from './relations.ts';

/** Scores levels under a model without making anything new: for the one applicant who waits. */
export class RelationScorer {
  readonly #tables: readonly Float64Array[];
  readonly #parents: Int8Array;
  readonly #logShares: Float64Array;
  readonly #cells: Int16Array;
  readonly #logs: Float64Array;

  /** `shares` are those of the relations among the pairs in question, by relation. */
  constructor({ tables, parents }: LinkageModel, shares: Float64Array) {
    this.#tables = tables;
    this.#parents = Int8Array.from(parents);
    this.#logShares = shares.map((share) => Math.log(Math.max(share, 1e-15)));
    this.#cells = new Int16Array(parents.length);
    this.#logs = new Float64Array(shares.length);
  }

  /**
   * The natural logarithm of the odds that a pair with these levels is one person; `rarity` as `rarityOf`
   * gives it.
   */
  logOdds(levels: Uint8Array, rarity: number): number {
    this.fill(levels);
    return this.same - logOfTwo(this.related, this.unrelated + rarity);
  }

  /** The logarithm of the share of pairs that look like those last filled and are the same person. */
  same = 0;
  /** The same of those that are related otherwise, and of those that are not. */
  related = 0;
  unrelated = 0;

  fill(levels: Uint8Array): void {
    this.#placeCells(levels);
    const logs = this.#logs;
    for (let relation = 0; relation < logs.length; relation += 1) {
      const table = this.#tables[relation];
      let sum = this.#logShares[relation] ?? 0;
      for (let field = 0; field < this.#cells.length; field += 1) {
        const cell = this.#cells[field] ?? -1;
        if (cell >= 0) sum += table?.[cell] ?? 0;
      }
      logs[relation] = sum;
    }
    this.same = logOfSum(logs, FIRST_SAME, logs.length);
    this.related = logOfSum(logs, 1, FIRST_SAME);
    this.unrelated = logs[0] ?? 0;
  }

  #placeCells(levels: Uint8Array): void {
    for (let field = 0; field < levels.length; field += 1) {
      const level = levels[field] ?? MISSING;
      const parent = this.#parents[field] ?? -1;
      const state = parent < 0 ? 0 : parentState(levels[parent] ?? MISSING);
      this.#cells[field] = level === MISSING ? -1 : field * CELLS + state * LEVELS + level;
    }
  }
}

function logOfSum(logs: Float64Array, from: number, to: number): number {
  let highest = -Infinity;
  for (let at = from; at < to; at += 1) highest = Math.max(highest, logs[at] ?? -Infinity);
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += Math.exp((logs[at] ?? -Infinity) - highest);
  return highest + Math.log(sum);
}

export function logOfTwo(one: number, other: number): number {
  const highest = Math.max(one, other);
  return highest + Math.log(Math.exp(one - highest) + Math.exp(other - highest));
}
