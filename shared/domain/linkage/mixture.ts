import { chanceTable, countEqualPairs, pairsByCell } from './chance.ts';
import { CELLS, findParents, PARENT_STATES, type Parents } from './dependence.ts';
import { cellsOf, expect, shareFrom } from './expectation.ts';
import type { LinkageField } from './fields.ts';
import { DIFFERENT, EQUAL_RARE, LEVELS, NEAR, SIMILAR, VARIANT } from './levels.ts';
import { patternSample, type WeightedPatterns } from './patterns.ts';
import { probabilities } from './probabilities.ts';
import {
  type Behaviour,
  type Bounds,
  behaviourOf,
  FIRST_SAME,
  isTellable,
  RELATIONS,
} from './relations.ts';
import { seededRandom } from './seededRandom.ts';
import type { ValueFrequency } from './valueFrequency.ts';

/** What has been learnt: how many pairs stand in each relation, and how fields agree there. */
export interface LinkageModel {
  readonly fields: readonly LinkageField[];
  readonly parents: Parents;
  /** Expected number of pairs, by relation. */
  readonly pairs: Float64Array;
  /** By relation: natural logarithms of probabilities, by field and cell. */
  readonly tables: readonly Float64Array[];
}

interface LearningInput {
  readonly fields: readonly LinkageField[];
  readonly parents: Parents;
  /** All pairs there are, compared or not. */
  readonly totalPairs: number;
  /** As many pairs as there can be of the same person, as a first guess. */
  readonly records: number;
  /** Pairs that something rare brought together; of the others it is taken that they are unrelated. */
  readonly candidates: WeightedPatterns;
  /** Pairs drawn at random. */
  readonly random: WeightedPatterns;
  readonly frequency: Pick<ValueFrequency, 'equalMass' | 'equalPairs' | 'knownPairs'>;
}

/** Weight of the first guess of a table, in pairs. */
const PRIOR_PAIRS = 12;
const ROUNDS = 40;
/** So many rounds without dependences tell who is unrelated, before dependences are looked for. */
const ROUNDS_BEFORE = 8;
/** In the first rounds the unrelated are learnt too, then they stand still. */
const ROUNDS_FOR_CHANCE = 6;
/** Rounds end when the likelihood of a pair rises by less. */
const LEAST_GAIN = 2e-6;

export interface Learning {
  readonly model: LinkageModel;
  /** The logarithm of the likelihood with the prior, after each round in which the unrelated stood still. */
  readonly objective: readonly number[];
}

/** Learns without labels by expectation and maximisation over the patterns of the pairs. */
export function learnModel(input: Omit<LearningInput, 'parents'>): Learning {
  const { fields, random, candidates, totalPairs } = input;
  const parents = fields.map(() => -1);
  const early = evenSample(candidates, FIRST_PATTERNS);
  const { model } = learn({ ...input, parents, candidates: early }, ROUNDS_BEFORE);
  const related = shareFrom(1, model, cellsOf(random, parents), totalPairs);
  const unrelated = random.counts.map((count, pattern) => count * (1 - (related[pattern] ?? 0)));
  return learn(
    {
      ...input,
      parents: findParents(random, unrelated, fields),
      candidates: telling(candidates, model, totalPairs),
    },
    ROUNDS,
  );
}

/** So many patterns are looked at before dependences are known, and afterwards. */
const FIRST_PATTERNS = 30_000;
const MOST_PATTERNS = 40_000;
/** Patterns that are rather likely to be of one person are all looked at. */
const TELLING = 1e-3;

/** Every so-manieth pattern, for those left out as well. */
function evenSample(patterns: WeightedPatterns, most: number): WeightedPatterns {
  return patterns.length <= most ? patterns : drawnFrom(patterns, () => most / patterns.length);
}

/**
 * The patterns that tell what one person's records look like, and of the others as many as there is time
 * for: each stands for those left out, so that nothing is learnt askew.
 */
function telling(
  patterns: WeightedPatterns,
  model: LinkageModel,
  totalPairs: number,
): WeightedPatterns {
  if (patterns.length <= MOST_PATTERNS) return patterns;
  const same = shareFrom(FIRST_SAME, model, cellsOf(patterns, model.parents), totalPairs);
  const kept = same.reduce((sum, share) => sum + (share >= TELLING ? 1 : 0), 0);
  const others = patterns.length - kept;
  const room = Math.max(MOST_PATTERNS - kept, MOST_PATTERNS / 4);
  const part = Math.min(1, room / Math.max(1, others));
  return drawnFrom(patterns, (pattern) => ((same[pattern] ?? 0) >= TELLING ? 1 : part));
}

/** Each pattern with its probability; what is drawn weighs by so much more. */
function drawnFrom(
  patterns: WeightedPatterns,
  probabilityOf: (pattern: number) => number,
): WeightedPatterns {
  const random = seededRandom(2);
  const chosen: number[] = [];
  const counts: number[] = [];
  for (let pattern = 0; pattern < patterns.length; pattern += 1) {
    const probability = probabilityOf(pattern);
    if (probability < 1 && random() >= probability) continue;
    chosen.push(pattern);
    counts.push((patterns.counts[pattern] ?? 0) / probability);
  }
  return patternSample(patterns, Uint32Array.from(chosen), Float64Array.from(counts));
}

function learn(input: LearningInput, rounds: number): Learning {
  const { fields, candidates, random, totalPairs, parents } = input;
  const behaviours = RELATIONS.map((relation) =>
    fields.map((field, index) =>
      relation === 'unrelated'
        ? null
        : behaviourOf(
            relation,
            field,
            input.frequency.equalMass[index] ?? new Float64Array(LEVELS),
          ),
    ),
  );
  const cells = cellsOf(candidates, parents);
  const randomCells = cellsOf(random, parents);
  const compared = pairsByCell(cells);
  const pairs = firstPairs(input);
  let chance = chanceTable(randomCells, null, totalPairs);
  let model = modelOf(input, pairs, behaviours, chance, null);
  const objective: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const learnsChance = round < ROUNDS_FOR_CHANCE;
    const expected = expect(model, cells, totalPairs);
    for (const relation of expected.pairs.keys()) {
      if (!isTellable(relation, fields)) expected.pairs[relation] = 0;
    }
    if (learnsChance) {
      chance = chanceTable(randomCells, model, totalPairs);
      countEqualPairs(chance, input, expected, compared);
    }
    if (!learnsChance) {
      const reached = expected.logLikelihood + priorOf(model, behaviours);
      const before = objective.at(-1);
      objective.push(reached);
      if (before !== undefined && reached - before < LEAST_GAIN * candidatesTotal(candidates))
        break;
    }
    model = modelOf(input, expected.pairs, behaviours, chance, expected.counts);
  }
  return { model, objective };
}

function candidatesTotal(candidates: WeightedPatterns): number {
  return Math.max(
    1,
    candidates.counts.reduce((sum, count) => sum + count, 0),
  );
}

function firstPairs({ totalPairs, records }: LearningInput): Float64Array {
  const pairs = new Float64Array(RELATIONS.length);
  for (let relation = 1; relation < pairs.length; relation += 1) {
    pairs[relation] = Math.min(records * 0.1, totalPairs * 0.02);
  }
  pairs[0] = totalPairs - pairs.reduce((sum, count) => sum + count, 0);
  return pairs;
}

function modelOf(
  { fields, parents, frequency }: LearningInput,
  pairs: Float64Array,
  behaviours: readonly (readonly (Behaviour | null)[])[],
  chance: Float64Array,
  counts: readonly Float64Array[] | null,
): LinkageModel {
  const width = fields.length;
  if (counts !== null) addCountsOfTwins(counts, behaviours);
  const tables = RELATIONS.map((_, relation) => {
    if (relation === 0) return chance.map(Math.log);
    const own = behaviours[relation] ?? [];
    const seen = counts?.[relation] ?? new Float64Array(width * CELLS);
    const learnt = probabilities(
      seen,
      width,
      (field) => firstTable(own[field] ?? null),
      PRIOR_PAIRS,
    );
    for (let field = 0; field < width; field += 1) {
      spreadEquality(learnt, seen, field, frequency.equalMass[field] ?? new Float64Array(LEVELS));
    }
    for (const [field, behaviour] of own.entries()) {
      const kind = fields[field]?.kind;
      if (behaviour?.kind === 'learnt' && kind !== undefined) {
        keepWithin(behaviour.bounds, kind, learnt, field);
      }
    }
    return learnt.map((probability, place) => {
      const field = Math.floor(place / CELLS);
      const behaviour = own[field] ?? null;
      if (behaviour?.kind !== 'byChance') return Math.log(probability);
      return Math.log(chanceOrAgreeing(chance[place] ?? 0, place % LEVELS, behaviour.agreeing));
    });
  });
  for (const { field, from, to } of twinTables(behaviours)) {
    const start = field * CELLS;
    tables[from]?.set(tables[to]?.subarray(start, start + CELLS) ?? [], start);
  }
  return { fields, parents, pairs, tables };
}

/** The fields that one relation learns together with another. */
function* twinTables(
  behaviours: readonly (readonly (Behaviour | null)[])[],
): Iterable<{ readonly field: number; readonly from: number; readonly to: number }> {
  for (const [from, own] of behaviours.entries()) {
    for (const [field, behaviour] of own.entries()) {
      if (behaviour?.kind !== 'as') continue;
      yield { field, from, to: RELATIONS.indexOf(behaviour.relation) };
    }
  }
}

function addCountsOfTwins(
  counts: readonly Float64Array[],
  behaviours: readonly (readonly (Behaviour | null)[])[],
): void {
  for (const { field, from, to } of twinTables(behaviours)) {
    const [given, taken] = [counts[from], counts[to]];
    for (let place = field * CELLS; place < (field + 1) * CELLS; place += 1) {
      if (given !== undefined && taken !== undefined) {
        taken[place] = (taken[place] ?? 0) + (given[place] ?? 0);
      }
    }
  }
}

/** In how many pairs of equals it is believed how equality falls on its levels, beside what values say. */
const PAIRS_OF_EQUALS = 200;

/**
 * How equality falls on its four levels follows from how common the values are, unless many pairs say otherwise:
 * one large family among a few people would else make of a relation what holds for this family alone.
 */
function spreadEquality(
  table: Float64Array,
  seen: Float64Array,
  field: number,
  mass: Float64Array,
): void {
  const ofAll = mass.reduce((sum, share) => sum + share, 0) || 1;
  for (let state = 0; state < PARENT_STATES; state += 1) {
    const start = field * CELLS + state * LEVELS;
    let equal = 0;
    let pairs = 0;
    for (let level = EQUAL_RARE; level < VARIANT; level += 1) {
      equal += table[start + level] ?? 0;
      pairs += seen[start + level] ?? 0;
    }
    for (let level = EQUAL_RARE; level < VARIANT; level += 1) {
      const usual = (PAIRS_OF_EQUALS * (mass[level] ?? 0)) / ofAll;
      table[start + level] =
        (equal * ((seen[start + level] ?? 0) + usual)) / (pairs + PAIRS_OF_EQUALS);
    }
  }
}

/**
 * Moves probability between groups of levels until the bounds hold, and leaves the proportions inside of a
 * group: of all tables within the bounds, the one that the counts make likeliest.
 */
function keepWithin(
  { differing, agreeing }: Bounds,
  kind: LinkageField['kind'],
  table: Float64Array,
  field: number,
): void {
  // Two names that are near one another are two names.
  const firstDiffering = kind === 'name' ? NEAR : DIFFERENT;
  for (let state = 0; state < PARENT_STATES; state += 1) {
    const start = field * CELLS + state * LEVELS;
    keepBelow(table, start, firstDiffering, DIFFERENT, differing);
    keepBelow(table, start, EQUAL_RARE, SIMILAR, agreeing);
  }
}

function keepBelow(
  table: Float64Array,
  start: number,
  first: number,
  last: number,
  bound: number,
): void {
  let sum = 0;
  for (let level = first; level <= last; level += 1) sum += table[start + level] ?? 0;
  if (sum <= bound) return;
  for (let level = 1; level < LEVELS; level += 1) {
    const scale = level >= first && level <= last ? bound / sum : (1 - bound) / (1 - sum);
    table[start + level] = (table[start + level] ?? 0) * scale;
  }
}

function firstTable(behaviour: Behaviour | null): Float64Array {
  return behaviour?.kind === 'learnt'
    ? behaviour.table
    : new Float64Array(LEVELS).fill(1 / (LEVELS - 1));
}

/** Half of what agrees beyond chance is equal, the rest a slip away. */
function chanceOrAgreeing(chance: number, level: number, agreeing: number): number {
  let own = 0;
  if (level >= EQUAL_RARE && level < VARIANT) own = agreeing / 8;
  if (level === VARIANT || level === SIMILAR) own = agreeing / 4;
  return (1 - agreeing) * chance + own;
}

/** The logarithm of the prior's density, without its constant. */
function priorOf(
  { tables }: LinkageModel,
  behaviours: readonly (readonly (Behaviour | null)[])[],
): number {
  let sum = 0;
  for (let relation = 1; relation < tables.length; relation += 1) {
    for (const [field, behaviour] of (behaviours[relation] ?? []).entries()) {
      if (behaviour?.kind !== 'learnt') continue;
      for (let level = 1; level < LEVELS; level += 1) {
        const probability = tables[relation]?.[field * CELLS + level] ?? 0;
        sum += PRIOR_PAIRS * (behaviour.table[level] ?? 0) * probability;
      }
    }
  }
  return sum;
}
