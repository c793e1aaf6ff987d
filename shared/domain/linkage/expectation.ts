import { CELLS, cellOf, type Parents } from './dependence.ts';
import { MISSING } from './levels.ts';
import type { LinkageModel } from './mixture.ts';
import type { WeightedPatterns } from './patterns.ts';

/** Patterns as the places of their levels in the tables: what learning goes over again and again. */
export interface PatternCells {
  readonly width: number;
  /** By pattern, by field: `field * CELLS + cell`, and `width * CELLS` where nothing is known. */
  readonly cells: Uint16Array;
  /** By pattern: for how many pairs it stands. */
  readonly weights: Float64Array;
}

export function cellsOf(patterns: WeightedPatterns, parents: Parents): PatternCells {
  const width = parents.length;
  const cells = new Uint16Array(patterns.length * width);
  for (let pattern = 0; pattern < patterns.length; pattern += 1) {
    const levels = patterns.levelsOf(pattern);
    for (let field = 0; field < width; field += 1) {
      cells[pattern * width + field] =
        levels[field] === MISSING ? width * CELLS : field * CELLS + cellOf(levels, field, parents);
    }
  }
  return { width, cells, weights: patterns.counts };
}

export interface Expectation {
  /** By relation: the expected number of pairs. */
  readonly pairs: Float64Array;
  /** By relation: expected counts by field and cell; of the unrelated none are kept. */
  readonly counts: readonly Float64Array[];
  readonly logLikelihood: number;
}

/** Below so many pairs an expectation is not worth counting. */
const LEAST_EXPECTED = 1e-6;

/** How the pairs fall on the relations; those that were never compared are taken as unrelated. */
export function expect(
  model: LinkageModel,
  { width, cells, weights }: PatternCells,
  totalPairs: number,
): Expectation {
  const relations = model.tables.length;
  const sums = new RelationSums(model, totalPairs);
  const { shares } = sums;
  const pairs = new Float64Array(relations);
  // The cells of all relations side by side, as `RelationSums` has them.
  const counts = new Float64Array((width * CELLS + 1) * relations);
  let logLikelihood = 0;
  let seen = 0;
  for (let pattern = 0; pattern < weights.length; pattern += 1) {
    const weight = weights[pattern] ?? 0;
    const start = pattern * width;
    logLikelihood += weight * sums.fill(cells, start, width);
    seen += weight;
    pairs[0] = (pairs[0] ?? 0) + weight * (shares[0] ?? 0);
    if (weight * (1 - (shares[0] ?? 0)) < LEAST_EXPECTED) continue;
    for (let relation = 1; relation < relations; relation += 1) {
      const expected = weight * (shares[relation] ?? 0);
      pairs[relation] = (pairs[relation] ?? 0) + expected;
      if (expected < LEAST_EXPECTED) continue;
      for (let field = 0; field < width; field += 1) {
        const place = (cells[start + field] ?? 0) * relations + relation;
        counts[place] = (counts[place] ?? 0) + expected;
      }
    }
  }
  const unseen = Math.max(0, totalPairs - seen);
  pairs[0] = (pairs[0] ?? 0) + unseen;
  logLikelihood += unseen * Math.log(Math.max(model.pairs[0] ?? 0, 1e-9) / totalPairs);
  return { pairs, counts: apart(counts, width, relations), logLikelihood };
}

function apart(counts: Float64Array, width: number, relations: number): readonly Float64Array[] {
  return Array.from({ length: relations }, (_, relation) =>
    Float64Array.from({ length: width * CELLS }, (__, cell) =>
      relation === 0 ? 0 : (counts[cell * relations + relation] ?? 0),
    ),
  );
}

/** By pattern: the probability of each relation from `first` on, all together. */
export function shareFrom(
  first: number,
  model: LinkageModel,
  { width, cells, weights }: PatternCells,
  totalPairs: number,
): Float64Array {
  const sums = new RelationSums(model, totalPairs);
  return weights.map((_, pattern) => {
    sums.fill(cells, pattern * width, width);
    let share = 0;
    for (let relation = first; relation < sums.shares.length; relation += 1) {
      share += sums.shares[relation] ?? 0;
    }
    return share;
  });
}

/** The tables of a model, the relations of a cell side by side. */
class RelationSums {
  /** Of the pattern last filled: the probability of each relation. */
  readonly shares: Float64Array;
  readonly #tables: Float64Array;
  readonly #logShares: Float64Array;

  constructor(model: LinkageModel, totalPairs: number) {
    const relations = model.tables.length;
    const cells = model.fields.length * CELLS;
    this.shares = new Float64Array(relations);
    this.#logShares = model.pairs.map((count) => Math.log(Math.max(count, 1e-9) / totalPairs));
    this.#tables = new Float64Array((cells + 1) * relations);
    for (const [relation, table] of model.tables.entries()) {
      for (let cell = 0; cell < cells; cell += 1) {
        this.#tables[cell * relations + relation] = table[cell] ?? 0;
      }
    }
  }

  /** @returns the logarithm of the pattern's probability. */
  fill(cells: Uint16Array, start: number, width: number): number {
    const { shares } = this;
    const tables = this.#tables;
    const relations = shares.length;
    shares.set(this.#logShares);
    for (let field = 0; field < width; field += 1) {
      const place = (cells[start + field] ?? 0) * relations;
      for (let relation = 0; relation < relations; relation += 1) {
        shares[relation] = (shares[relation] ?? 0) + (tables[place + relation] ?? 0);
      }
    }
    let highest = -Infinity;
    for (let relation = 0; relation < relations; relation += 1) {
      const log = shares[relation] ?? 0;
      if (log > highest) highest = log;
    }
    let total = 0;
    for (let relation = 0; relation < relations; relation += 1) {
      const below = (shares[relation] ?? 0) - highest;
      // Beyond this a share is lost in the sum of the others anyway.
      const share = below < -40 ? 0 : Math.exp(below);
      shares[relation] = share;
      total += share;
    }
    for (let relation = 0; relation < relations; relation += 1) {
      shares[relation] = (shares[relation] ?? 0) / total;
    }
    return highest + Math.log(total);
  }
}
