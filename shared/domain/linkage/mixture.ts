import { CELLS, cellOf, findParents, PARENT_STATES, type Parents } from './dependence.ts';
import type { LinkageField } from './fields.ts';
import { DIFFERENT, EQUAL_RARE, LEVELS, MISSING, SIMILAR, VARIANT } from './levels.ts';
import type { PatternCounts } from './patterns.ts';
import { type Behaviour, type Bounds, behaviourOf, FIRST_SAME, RELATIONS } from './relations.ts';
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
  readonly candidates: PatternCounts;
  /** Pairs drawn at random. */
  readonly random: PatternCounts;
  readonly frequency: Pick<ValueFrequency, 'equalMass' | 'equalPairs' | 'knownPairs'>;
}

/** Weight of the first guess of a table, in pairs. */
const PRIOR_PAIRS = 12;
/** Weight of a field's own frequencies beside those under one state of its parent, in pairs. */
const BACKOFF_PAIRS = 8;
/** How the unrelated agree by first guess, by level, and its weight in pairs. */
const FIRST_CHANCE = Float64Array.of(0, 0.02, 0.02, 0.02, 0.02, 0.02, 0.03, 0.02, 0.05, 0.8);
const FIRST_PAIRS = 2;
const ROUNDS = 40;
/** So many rounds without dependences tell who is unrelated, before dependences are looked for. */
const ROUNDS_BEFORE = 8;
/** In the first rounds the unrelated are learnt too, then they stand still. */
const ROUNDS_FOR_CHANCE = 6;
/** Rounds end when the likelihood of a pair rises by less. */
const LEAST_GAIN = 1e-7;

export interface Learning {
  readonly model: LinkageModel;
  /** The logarithm of the likelihood with the prior, after each round in which the unrelated stood still. */
  readonly objective: readonly number[];
}

/** Learns without labels by expectation and maximisation over the patterns of the pairs. */
export function learnModel(input: Omit<LearningInput, 'parents'>): Learning {
  const { fields, random, totalPairs } = input;
  const parents = fields.map(() => -1);
  const { model } = learn({ ...input, parents }, ROUNDS_BEFORE);
  const cells = cellsOf(random, parents, fields.length);
  const unrelated = random.counts.map(
    (count, pattern) => count * unrelatedShare(model, cells, pattern * fields.length, totalPairs),
  );
  return learn({ ...input, parents: findParents(random, unrelated, fields) }, ROUNDS);
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
  const cells = cellsOf(candidates, parents, fields.length);
  const randomCells = cellsOf(random, parents, fields.length);
  const pairs = firstPairs(input);
  let chance = chanceTable(input, randomCells, null);
  let model = modelOf(input, pairs, behaviours, chance, null);
  const objective: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const learnsChance = round < ROUNDS_FOR_CHANCE;
    const expected = expect(model, cells, candidates.counts, totalPairs);
    if (learnsChance) {
      chance = chanceTable(input, randomCells, model);
      countEqualPairs(chance, input, expected);
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

function candidatesTotal(candidates: PatternCounts): number {
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

/** By pattern, by field: the cell, and 255 where nothing is known. */
function cellsOf(patterns: PatternCounts, parents: Parents, width: number): Uint8Array {
  const cells = new Uint8Array(patterns.length * width);
  for (let pattern = 0; pattern < patterns.length; pattern += 1) {
    const levels = patterns.levelsOf(pattern);
    for (let field = 0; field < width; field += 1) {
      cells[pattern * width + field] =
        levels[field] === MISSING ? UNKNOWN : cellOf(levels, field, parents);
    }
  }
  return cells;
}

const UNKNOWN = 255;

interface Expectation {
  readonly pairs: Float64Array;
  /** By relation: expected counts by field and cell. */
  readonly counts: readonly Float64Array[];
  readonly logLikelihood: number;
}

function expect(
  model: LinkageModel,
  cells: Uint8Array,
  weights: Float64Array,
  totalPairs: number,
): Expectation {
  const width = model.fields.length;
  const relations = RELATIONS.length;
  const pairs = new Float64Array(relations);
  const counts = RELATIONS.map(() => new Float64Array(width * CELLS));
  const logs = new Float64Array(relations);
  const logShares = model.pairs.map((count) => Math.log(Math.max(count, 1e-9) / totalPairs));
  let logLikelihood = 0;
  let seen = 0;
  for (let pattern = 0; pattern < weights.length; pattern += 1) {
    const weight = weights[pattern] ?? 0;
    const start = pattern * width;
    let highest = -Infinity;
    for (let relation = 0; relation < relations; relation += 1) {
      const table = model.tables[relation];
      let sum = logShares[relation] ?? 0;
      for (let field = 0; field < width; field += 1) {
        const cell = cells[start + field] ?? UNKNOWN;
        if (cell !== UNKNOWN) sum += table?.[field * CELLS + cell] ?? 0;
      }
      logs[relation] = sum;
      if (sum > highest) highest = sum;
    }
    let total = 0;
    for (let relation = 0; relation < relations; relation += 1) {
      const share = Math.exp((logs[relation] ?? 0) - highest);
      logs[relation] = share;
      total += share;
    }
    logLikelihood += weight * (highest + Math.log(total));
    seen += weight;
    for (let relation = 0; relation < relations; relation += 1) {
      const expected = (weight * (logs[relation] ?? 0)) / total;
      pairs[relation] = (pairs[relation] ?? 0) + expected;
      if (relation === 0 || expected < 1e-6) continue;
      const count = counts[relation];
      if (count === undefined) continue;
      for (let field = 0; field < width; field += 1) {
        const cell = cells[start + field] ?? UNKNOWN;
        if (cell !== UNKNOWN) {
          const place = field * CELLS + cell;
          count[place] = (count[place] ?? 0) + expected;
        }
      }
    }
  }
  const unseen = Math.max(0, totalPairs - seen);
  pairs[0] = (pairs[0] ?? 0) + unseen;
  logLikelihood += unseen * (logShares[0] ?? 0);
  return { pairs, counts, logLikelihood };
}

/** How the unrelated agree: random pairs, less those that are rather related. Probabilities. */
function chanceTable(
  { random, fields, totalPairs }: LearningInput,
  cells: Uint8Array,
  model: LinkageModel | null,
): Float64Array {
  const width = fields.length;
  const counts = new Float64Array(width * CELLS);
  for (let pattern = 0; pattern < random.length; pattern += 1) {
    let weight = random.counts[pattern] ?? 0;
    if (model !== null) weight *= unrelatedShare(model, cells, pattern * width, totalPairs);
    for (let field = 0; field < width; field += 1) {
      const cell = cells[pattern * width + field] ?? UNKNOWN;
      if (cell !== UNKNOWN) {
        counts[field * CELLS + cell] = (counts[field * CELLS + cell] ?? 0) + weight;
      }
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
function countEqualPairs(
  chance: Float64Array,
  { fields, parents, frequency }: LearningInput,
  { counts }: Expectation,
): void {
  for (const field of fields.keys()) {
    if ((parents[field] ?? -1) >= 0) continue;
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

function unrelatedShare(
  model: LinkageModel,
  cells: Uint8Array,
  start: number,
  totalPairs: number,
): number {
  const width = model.fields.length;
  let own = 0;
  let highest = -Infinity;
  const logs = model.tables.map((table, relation) => {
    let sum = Math.log(Math.max(model.pairs[relation] ?? 0, 1e-9) / totalPairs);
    for (let field = 0; field < width; field += 1) {
      const cell = cells[start + field] ?? UNKNOWN;
      if (cell !== UNKNOWN) sum += table[field * CELLS + cell] ?? 0;
    }
    if (relation === 0) own = sum;
    highest = Math.max(highest, sum);
    return sum;
  });
  const total = logs.reduce((sum, log) => sum + Math.exp(log - highest), 0);
  return Math.exp(own - highest) / total;
}

/** Counts as probabilities of levels under each state of the parent, drawn towards the field's own. */
function probabilities(
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

function modelOf(
  { fields, parents }: LearningInput,
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
    const learnt = probabilities(
      counts?.[relation] ?? new Float64Array(width * CELLS),
      width,
      (field) => firstTable(own[field] ?? null),
      PRIOR_PAIRS,
    );
    for (const [field, behaviour] of own.entries()) {
      if (behaviour?.kind === 'learnt') keepWithin(behaviour.bounds, learnt, field);
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

/**
 * Moves probability between groups of levels until the bounds hold, and leaves the proportions inside of a
 * group: of all tables within the bounds, the one that the counts make likeliest.
 */
function keepWithin({ differing, agreeing }: Bounds, table: Float64Array, field: number): void {
  for (let state = 0; state < PARENT_STATES; state += 1) {
    const start = field * CELLS + state * LEVELS;
    keepBelow(table, start, DIFFERENT, DIFFERENT, differing);
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

export interface PatternScore {
  /** Logarithm of the share of pairs that are the same person and look like this. */
  readonly same: number;
  /** The same of those that are related otherwise. */
  readonly related: number;
  /** The same of those that are unrelated. */
  readonly unrelated: number;
}

/** How the relations explain the levels of a pair. */
export function scorePattern(model: LinkageModel, levels: Uint8Array): PatternScore {
  const total = model.pairs.reduce((sum, count) => sum + count, 0);
  const logs = model.tables.map((table, relation) => {
    let sum = Math.log(Math.max(model.pairs[relation] ?? 0, 1e-9) / total);
    for (let field = 0; field < levels.length; field += 1) {
      if (levels[field] === MISSING) continue;
      sum += table[field * CELLS + cellOf(levels, field, model.parents)] ?? 0;
    }
    return sum;
  });
  return {
    same: logOfSum(logs.slice(FIRST_SAME)),
    related: logOfSum(logs.slice(1, FIRST_SAME)),
    unrelated: logs[0] ?? 0,
  };
}

export function logOfSum(logs: readonly number[]): number {
  const highest = Math.max(...logs);
  if (highest === -Infinity) return highest;
  return highest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - highest), 0));
}
