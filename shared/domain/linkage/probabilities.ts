import { CELLS, PARENT_STATES } from './dependence.ts';
import { LEVELS } from './levels.ts';

/** Weight of a field's own frequencies beside those under one state of its parent, in pairs. */
const BACKOFF_PAIRS = 8;

/** Counts as probabilities of levels under each state of the parent, drawn towards the field's own. */
export function probabilities(
  counts: Float64Array,
  width: number,
  first: (field: number) => Float64Array,
  weight: number,
): Float64Array {
  const table = new Float64Array(width * CELLS);
  for (let field = 0; field < width; field += 1) {
    const start = field * CELLS;
    const guess = first(field);
    const own = new Float64Array(LEVELS);
    let total = 0;
    for (let level = 1; level < LEVELS; level += 1) {
      let count = weight * (guess[level] ?? 0);
      for (let state = 0; state < PARENT_STATES; state += 1) {
        count += counts[start + state * LEVELS + level] ?? 0;
      }
      own[level] = count;
      total += count;
    }
    for (let state = 0; state < PARENT_STATES; state += 1) {
      let seen = 0;
      for (let level = 1; level < LEVELS; level += 1) {
        seen += counts[start + state * LEVELS + level] ?? 0;
      }
      for (let level = 1; level < LEVELS; level += 1) {
        const share = (own[level] ?? 0) / total;
        table[start + state * LEVELS + level] =
          ((counts[start + state * LEVELS + level] ?? 0) + BACKOFF_PAIRS * share) /
          (seen + BACKOFF_PAIRS);
      }
    }
  }
  return table;
}
