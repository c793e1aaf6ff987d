import { CELLS, type Parents } from './dependence.ts';
import { type Expectation, type PatternCells, shareFrom } from './expectation.ts';
import { DIFFERENT, EQUAL_RARE, isEqualLevel } from './levels.ts';
import type { LinkageModel } from './mixture.ts';
import { probabilities } from './probabilities.ts';
import type { ValueFrequency } from './valueFrequency.ts';

/** How the unrelated agree by first guess, by level, and its weight in pairs. */
const FIRST_CHANCE = Float64Array.of(0, 0.02, 0.02, 0.02, 0.02, 0.02, 0.03, 0.02, 0.05, 0.8);
const FIRST_PAIRS = 2;

interface ChanceInput {
  readonly parents: Parents;
  readonly frequency: Pick<ValueFrequency, 'equalPairs' | 'knownPairs'>;
}

/** How the unrelated agree: random pairs, less those that are rather related. Probabilities. */
export function chanceTable(
  { width, cells, weights }: PatternCells,
  model: LinkageModel | null,
  totalPairs: number,
): Float64Array {
  if (model === null) {
    const counts = pairsByCell({ width, cells, weights });
    return probabilities(counts, width, () => FIRST_CHANCE, FIRST_PAIRS);
  }
  const related = shareFrom(1, model, { width, cells, weights }, totalPairs);
  const unrelated = weights.map((weight, pattern) => weight * (1 - (related[pattern] ?? 0)));
  const counts = pairsByCell({ width, cells, weights: unrelated });
  return probabilities(counts, width, () => FIRST_CHANCE, FIRST_PAIRS);
}

/** How many pairs of the patterns stand in each cell. */
export function pairsByCell({ width, cells, weights }: PatternCells): Float64Array {
  const counts = new Float64Array(width * CELLS);
  for (const [pattern, weight] of weights.entries()) {
    for (let field = 0; field < width; field += 1) {
      const cell = cells[pattern * width + field] ?? 0;
      if (cell < counts.length) counts[cell] = (counts[cell] ?? 0) + weight;
    }
  }
  return counts;
}

/** Of all pairs of the unrelated that are equal, so great a part at least is by chance. */
const LEAST_CHANCE = 0.01;
const LEAST_PROBABILITY = 1e-7;
/** Of a register of few records: as if so many pairs more had been seen, and so much of them equal. */
const GUESSED_PAIRS = 20;
const GUESSED_EQUAL = 0.2;

/**
 * How often unrelated people have an uncommon value in common is too seldom for random pairs to tell, but it
 * can be counted: of all pairs that are equal, those that are not expected to be related. Values that are
 * nearly equal cannot be counted in all pairs, but in those that were `compared`, by cell: there are as many
 * at least.
 */
export function countEqualPairs(
  chance: Float64Array,
  { parents, frequency }: ChanceInput,
  { counts }: Expectation,
  compared: Float64Array,
): void {
  for (const [field, parent] of parents.entries()) {
    if (parent >= 0) continue;
    const start = field * CELLS;
    const known = frequency.knownPairs[field] ?? 0;
    if (known === 0) continue;
    let agreeing = 0;
    for (let level = EQUAL_RARE; level < DIFFERENT; level += 1) {
      const related = counts.reduce((sum, table) => sum + (table[start + level] ?? 0), 0);
      const place = start + level;
      if (isEqualLevel(level)) {
        const equal = frequency.equalPairs[field]?.[level] ?? 0;
        const byChance = Math.max(equal - related, equal * LEAST_CHANCE);
        chance[place] = Math.max(
          (byChance + GUESSED_EQUAL) / (known + GUESSED_PAIRS),
          LEAST_PROBABILITY,
        );
      } else {
        const byChance = (compared[place] ?? 0) - related;
        chance[place] = Math.max(chance[place] ?? 0, byChance / known);
      }
      agreeing += chance[place] ?? 0;
    }
    chance[start + DIFFERENT] = Math.max(1 - agreeing, LEAST_PROBABILITY);
  }
}
