import type { LinkageField } from './fields.ts';
import {
  DIFFERENT,
  DISPLACED,
  EQUAL_FREQUENT,
  EQUAL_RARE,
  LEVELS,
  NEAR,
  SIMILAR,
  VARIANT,
} from './levels.ts';

/**
 * What two records can be to one another. Brothers and sisters share a father's name, a house and a phone
 * *together*, which for independent fields would count as so many accidents; so each way of being related
 * without being the same person is a class of its own, and so is each degree of care with which one
 * person was written down twice.
 */
export const RELATIONS = [
  'unrelated',
  'siblings',
  'cohabitants',
  'relatives',
  'namesakes',
  'sameClean',
  'sameMoved',
  'sameDirty',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Relations from this index on are the same person. */
export const FIRST_SAME = RELATIONS.indexOf('sameClean');

/**
 * How a field behaves under a relation: `learnt` from the pairs, beginning at a table; or `byChance`, as
 * among the unrelated but for a small part in which it agrees all the same (twins' birthday, an id
 * taken from the brother's card).
 */
export type Behaviour =
  | { readonly kind: 'learnt'; readonly table: Float64Array }
  | { readonly kind: 'byChance'; readonly agreeing: number };

type Shares = Readonly<Record<'equal' | 'variant' | 'similar' | 'displaced' | 'near', number>>;

const CLEAN: Shares = { equal: 0.93, variant: 0.03, similar: 0.015, displaced: 0.005, near: 0.005 };
const DIRTY: Shares = { equal: 0.55, variant: 0.14, similar: 0.1, displaced: 0.07, near: 0.04 };
const MOVED: Shares = { equal: 0.3, variant: 0.03, similar: 0.04, displaced: 0.02, near: 0.01 };
const SHARED: Shares = { equal: 0.88, variant: 0.05, similar: 0.02, displaced: 0.01, near: 0.01 };
const HALF: Shares = { equal: 0.5, variant: 0.03, similar: 0.03, displaced: 0.05, near: 0.01 };

/** A table of levels; `mass` tells how equality falls on its four levels. */
function tableOf(shares: Shares, mass: Float64Array): Float64Array {
  const table = new Float64Array(LEVELS);
  for (let level = EQUAL_RARE; level <= EQUAL_FREQUENT; level += 1) {
    table[level] = shares.equal * (mass[level] ?? 0);
  }
  table[VARIANT] = shares.variant;
  table[SIMILAR] = shares.similar;
  table[DISPLACED] = shares.displaced;
  table[NEAR] = shares.near;
  const agreeing = Object.values(shares).reduce((sum, share) => sum + share, 0);
  table[DIFFERENT] = 1 - agreeing;
  return table;
}

/** The behaviour of a field under each relation but `unrelated`, by its scope and, for a few, its key. */
export function behaviourOf(
  relation: Exclude<Relation, 'unrelated'>,
  field: LinkageField,
  mass: Float64Array,
): Behaviour {
  const learnt = (shares: Shares): Behaviour => ({ kind: 'learnt', table: tableOf(shares, mass) });
  const byChance = (agreeing: number): Behaviour => ({ kind: 'byChance', agreeing });
  const { scope, key } = field;
  const around = scope === 'household' || scope === 'place';
  switch (relation) {
    case 'siblings':
      if (key === 'birthDate') return byChance(0.05);
      if (scope === 'person') return byChance(0.01);
      return scope === 'open' ? byChance(0) : learnt(SHARED);
    case 'cohabitants':
      return around ? learnt(SHARED) : byChance(scope === 'open' ? 0 : 0.01);
    case 'relatives':
      return scope === 'lineage' || scope === 'place' ? learnt(HALF) : byChance(0.003);
    case 'namesakes':
      if (key === 'given' || scope === 'lineage') return learnt(SHARED);
      return scope === 'place' ? learnt(HALF) : byChance(0.002);
    case 'sameClean':
      return learnt(CLEAN);
    case 'sameMoved':
      return learnt(around ? MOVED : CLEAN);
    case 'sameDirty':
      return learnt(DIRTY);
  }
}
