import type { LinkageField } from './fields.ts';
import { DIFFERENT, isEqualLevel, LEVELS, MISSING } from './levels.ts';
import type { WeightedPatterns } from './patterns.ts';

/**
 * Fields whose agreement goes together, as a tree: each field has at most one other on which its levels
 * depend (city and region, street and postal code). -1 for none.
 */
export type Parents = readonly number[];

/** How a field's parent agreed: unknown, equal, alike, different. */
export const PARENT_STATES = 4;

export function parentState(level: number): number {
  if (level === MISSING) return 0;
  if (isEqualLevel(level)) return 1;
  return level === DIFFERENT ? 3 : 2;
}

/** Cells of one field's table: by state of the parent, by level. */
export const CELLS = PARENT_STATES * LEVELS;

/** Where the level of a field stands in its table. */
export function cellOf(levels: Uint8Array, field: number, parents: Parents): number {
  const parent = parents[field] ?? -1;
  const state = parent < 0 ? 0 : parentState(levels[parent] ?? MISSING);
  return state * LEVELS + (levels[field] ?? MISSING);
}

/** In bits a pair; what lies below is left out, since every dependence costs certainty elsewhere. */
const LEAST_INFORMATION = 0.002;

/**
 * The tree that keeps most of what the fields say about one another among unrelated people (Chow and Liu):
 * the spanning forest of greatest mutual information. `weights` tells how many unrelated pairs each pattern
 * stands for.
 */
export function findParents(
  patterns: WeightedPatterns,
  weights: Float64Array,
  kinds: readonly LinkageField[],
): Parents {
  const fields = kinds.length;
  const edges: { readonly a: number; readonly b: number; readonly information: number }[] = [];
  for (let a = 0; a < fields; a += 1) {
    for (let b = a + 1; b < fields; b += 1) {
      if (standsAlone(kinds[a]) || standsAlone(kinds[b])) continue;
      const information = informationBetween(patterns, weights, a, b);
      if (information > LEAST_INFORMATION) edges.push({ a, b, information });
    }
  }
  edges.sort((one, other) => other.information - one.information);
  const neighbours: number[][] = Array.from({ length: fields }, () => []);
  const roots = Array.from({ length: fields }, (_, field) => field);
  const rootOf = (field: number): number => {
    const root = roots[field] ?? field;
    return root === field ? field : rootOf(root);
  };
  for (const { a, b } of edges) {
    const rootOfA = rootOf(a);
    const rootOfB = rootOf(b);
    if (rootOfA === rootOfB) continue;
    roots[rootOfB] = rootOfA;
    neighbours[a]?.push(b);
    neighbours[b]?.push(a);
  }
  return orient(neighbours);
}

/** Numbers and dates of unrelated people agree by nothing but chance. */
function standsAlone(field: LinkageField | undefined): boolean {
  return field?.kind === 'code' || field?.kind === 'date';
}

function orient(neighbours: readonly (readonly number[])[]): Parents {
  const parents = neighbours.map(() => -1);
  const seen = new Set<number>();
  const visit = (field: number, parent: number) => {
    if (seen.has(field)) return;
    seen.add(field);
    parents[field] = parent;
    for (const next of neighbours[field] ?? []) visit(next, field);
  };
  for (const field of neighbours.keys()) visit(field, -1);
  return parents;
}

/** In bits, over the pairs that have a value in both. */
function informationBetween(
  patterns: WeightedPatterns,
  weights: Float64Array,
  a: number,
  b: number,
): number {
  const joint = new Float64Array(PARENT_STATES * PARENT_STATES);
  let total = 0;
  for (let pattern = 0; pattern < patterns.length; pattern += 1) {
    const levels = patterns.levelsOf(pattern);
    const stateOfA = parentState(levels[a] ?? MISSING);
    const stateOfB = parentState(levels[b] ?? MISSING);
    if (stateOfA === 0 || stateOfB === 0) continue;
    const count = weights[pattern] ?? 0;
    const cell = stateOfA * PARENT_STATES + stateOfB;
    joint[cell] = (joint[cell] ?? 0) + count;
    total += count;
  }
  if (total === 0) return 0;
  let information = 0;
  for (let one = 1; one < PARENT_STATES; one += 1) {
    for (let other = 1; other < PARENT_STATES; other += 1) {
      const both = joint[one * PARENT_STATES + other] ?? 0;
      if (both === 0) continue;
      let ofOne = 0;
      let ofOther = 0;
      for (let state = 1; state < PARENT_STATES; state += 1) {
        ofOne += joint[one * PARENT_STATES + state] ?? 0;
        ofOther += joint[state * PARENT_STATES + other] ?? 0;
      }
      information += (both / total) * Math.log2((both * total) / (ofOne * ofOther));
    }
  }
  return information;
}
