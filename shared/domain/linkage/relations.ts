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
 * person was written down twice. `other…` are brothers and sisters written down with as much or as little
 * care as the `same…` of that name: what stands around a person agrees in both alike, so that what is a
 * person's own decides.
 */
export const RELATIONS = [
  'unrelated',
  'siblings',
  'cohabitants',
  'relatives',
  'namesakes',
  'otherClean',
  'otherMoved',
  'otherDirty',
  'sameClean',
  'sameMoved',
  'sameDirty',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Relations from this index on are the same person. */
export const FIRST_SAME = RELATIONS.indexOf('sameClean');

/**
 * How a field behaves under a relation: `learnt` from the pairs, beginning at a table and within bounds; or
 * `byChance`, as among the unrelated but for a small part in which it agrees all the same (an id taken from
 * the brother's card); or `as` under another relation, and learnt together with it.
 */
export type Behaviour =
  | { readonly kind: 'learnt'; readonly table: Float64Array; readonly bounds: Bounds }
  | { readonly kind: 'byChance'; readonly agreeing: number }
  | { readonly kind: 'as'; readonly relation: Relation };

/**
 * What a relation means, whatever the pairs say: one person's own name and birth date seldom differ, a
 * brother's seldom agree. Without bounds the class of carelessly written persons can turn, while it learns,
 * into one of siblings. Shares of the pairs that have a value in both records.
 */
export interface Bounds {
  /** Of the level DIFFERENT, and of names of NEAR with it. */
  readonly differing: number;
  /** Of equal, nearly equal and alike together. */
  readonly agreeing: number;
}

type Shares = Readonly<Record<'equal' | 'variant' | 'similar' | 'displaced' | 'near', number>>;

const CLEAN: Shares = { equal: 0.93, variant: 0.03, similar: 0.015, displaced: 0.005, near: 0.005 };
const DIRTY: Shares = { equal: 0.55, variant: 0.14, similar: 0.1, displaced: 0.07, near: 0.04 };
const MOVED: Shares = { equal: 0.3, variant: 0.03, similar: 0.04, displaced: 0.02, near: 0.01 };
const SHARED: Shares = { equal: 0.88, variant: 0.05, similar: 0.02, displaced: 0.01, near: 0.01 };
const HALF: Shares = { equal: 0.5, variant: 0.03, similar: 0.03, displaced: 0.05, near: 0.01 };

/** Of two different people in one house. */
const OTHERS: Shares = { equal: 0.01, variant: 0.005, similar: 0.02, displaced: 0.02, near: 0.05 };

/** So often, at the most, a given name or a birth date is one or nearly one: twins are few. */
const OTHERS_AGREEING = 0.03;

/** The same of numbers: families are given them one after the other, and a clerk types the brother's. */
const NUMBERS_AGREEING = 0.1;

/** So often, at the most, what is a person's own differs although it is one person. */
const LEAST_CARE = { sameClean: 0.1, sameMoved: 0.1, sameDirty: 0.3 } as const;

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

const SAME_AS_OTHER = {
  otherClean: 'sameClean',
  otherMoved: 'sameMoved',
  otherDirty: 'sameDirty',
} as const satisfies Partial<Record<Relation, Relation>>;

const FREE: Bounds = { differing: 1, agreeing: 1 };

/**
 * Whether a register can tell a relation from one person at all: where no field is known as a person's own, whoever
 * agrees in nearly everything is the same, and those who agree in some are one relation.
 */
export function isTellable(relation: number, fields: readonly LinkageField[]): boolean {
  const isRelated = relation > 0 && relation < FIRST_SAME;
  const tellsOwn = fields.some(({ scope }) => scope === 'person');
  return !isRelated || tellsOwn || RELATIONS[relation] === 'cohabitants';
}

/** The behaviour of a field under each relation but `unrelated`, by its scope and, for a few, its key. */
export function behaviourOf(
  relation: Exclude<Relation, 'unrelated'>,
  field: LinkageField,
  mass: Float64Array,
): Behaviour {
  const learnt = (shares: Shares, bounds: Partial<Bounds> = {}): Behaviour => ({
    kind: 'learnt',
    table: tableOf(shares, mass),
    bounds: { ...FREE, ...bounds },
  });
  const byChance = (agreeing: number): Behaviour => ({ kind: 'byChance', agreeing });
  const { scope, key, kind, group } = field;
  const around = scope === 'household' || scope === 'place';
  // A further column may be a person's own, or the house's: the pairs tell.
  const isFurther = scope === 'open' && group === 'place';
  const mayDiffer = around || isFurther;
  switch (relation) {
    case 'siblings':
      if (kind === 'date' || key === 'given') return learnt(OTHERS, { agreeing: OTHERS_AGREEING });
      if (scope === 'person') return learnt(OTHERS, { agreeing: NUMBERS_AGREEING });
      if (isFurther) return learnt(HALF);
      return around || scope === 'lineage' ? learnt(SHARED) : byChance(0);
    case 'otherClean':
    case 'otherMoved':
    case 'otherDirty':
      if (scope === 'lineage' || scope === 'place') {
        return { kind: 'as', relation: SAME_AS_OTHER[relation] };
      }
      if (scope === 'household' || isFurther) return learnt(HALF);
      if (kind === 'date' || key === 'given') return learnt(OTHERS, { agreeing: OTHERS_AGREEING });
      return scope === 'open' ? byChance(0) : learnt(OTHERS, { agreeing: NUMBERS_AGREEING });
    case 'cohabitants':
      if (isFurther) return learnt(HALF);
      return around ? learnt(SHARED) : byChance(scope === 'open' ? 0 : 0.01);
    case 'relatives':
      return scope === 'lineage' || scope === 'place' ? learnt(HALF) : byChance(0.003);
    case 'namesakes':
      if (key === 'given' || scope === 'lineage') return learnt(SHARED);
      return scope === 'place' ? learnt(HALF) : byChance(0.002);
    case 'sameClean':
      return learnt(CLEAN, { differing: mayDiffer ? 1 : LEAST_CARE.sameClean });
    case 'sameMoved':
      return learnt(around ? MOVED : CLEAN, {
        differing: mayDiffer ? 1 : LEAST_CARE.sameMoved,
      });
    case 'sameDirty':
      return learnt(DIRTY, { differing: mayDiffer ? 1 : LEAST_CARE.sameDirty });
  }
}
