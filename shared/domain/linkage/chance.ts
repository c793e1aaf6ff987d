import { CELLS, type Parents } from './dependence.ts';
import { type Expectation, type PatternCells, shareFrom } from './expectation.ts';
import { EQUAL_RARE, LEVELS, VARIANT } from './levels.ts';
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
  const counts = new Float64Array(width * CELLS);
  const related =
    model === null ? null : shareFrom(1, model, { width, cells, weights }, totalPairs);
  for (const [pattern, weight] of weights.entries()) {
    const unrelated = weight * (1 - (related?.[pattern] ?? 0));
    for (let field = 0; field < width; field += 1) {
      const cell = cells[pattern * width + field] ?? 0;
      if (cell < counts.length) counts[cell] = (counts[cell] ?? 0) + unrelated;
    }
  }
  return probabilities(counts, width, () => FIRST_CHANCE, FIRST_PAIRS);
}

/** Of all pairs of the unrelated that are equal, so great a part at least is by chance. */
const LEAST_CHANCE = 0.01;
const LEAST_PROBABILITY = 1e-7;
const UNSEEN_EQUAL_PAIRS = 0.05;

/**
 * How often unrelated people have an uncommon value in common is too seldom for random pairs to tell, but it
 * can be counted: of all pairs that are equal, those that are not expected to be related.
 */
export function countEqualPairs(
  chance: Float64Array,
  { parents, frequency }: ChanceInput,
  { counts }: Expectation,
): void {
  for (const [field, parent] of parents.entries()) {
    if (parent >= 0) continue;
    const start = field * CELLS;
    const known = frequency.knownPairs[field] ?? 0;
    if (known === 0) continue;
    let equalBefore = 0;
    let equalNow = 0;
    for (let level = EQUAL_RARE; level < VARIANT; level += 1) {
      const equal = frequency.equalPairs[field]?.[level] ?? 0;
      const related = counts.reduce((sum, table) => sum + (table[start + level] ?? 0), 0);
      const byChance = Math.max(equal - related, equal * LEAST_CHANCE);
      equalBefore += chance[start + level] ?? 0;
      chance[start + level] = Math.max(
        byChance / known,
        UNSEEN_EQUAL_PAIRS / known,
        LEAST_PROBABILITY,
      );
      equalNow += chance[start + level] ?? 0;
    }
    for (let level = VARIANT; level < LEVELS; level += 1) {
      chance[start + level] =
        ((chance[start + level] ?? 0) * (1 - equalNow)) / Math.max(1e-9, 1 - equalBefore);
    }
  }
}
