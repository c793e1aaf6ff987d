import { assignPartners, type ScoredPairs, uniquenessOf } from './assignPartners.ts';
import { clusterRecords } from './clusterRecords.ts';
import { withCopies, withoutManyCopies } from './equalRecords.ts';
import { type LearntRegister, type LinkStage, learnRegister } from './learnRegister.ts';
import type { LinkageModel } from './mixture.ts';
import type { PatternCounts } from './patterns.ts';
import { isTwoFiles, type Register } from './register.ts';
import { logOfTwo, RelationScorer } from './relationScorer.ts';
import { FIRST_SAME } from './relations.ts';
import { rarityOf, type ValueFrequency } from './valueFrequency.ts';

/** A pair that may be the same person. */
export interface LinkedPair {
  readonly left: number;
  readonly right: number;
  readonly probability: number;
  /** Evidence in bits: how much likelier the two records are if they are the same person than if not. */
  readonly weight: number;
}

export interface LinkResult {
  readonly pairs: readonly LinkedPair[];
  readonly compared: number;
  /** How many pairs of one person are expected among all that were compared. */
  readonly expectedSame: number;
  /** Of two files: whether each person seems to stand once in each. */
  readonly oneToOne: boolean;
  /** Groups too large for all their pairs: each of their records is paired with the first alone. */
  readonly groupsAbridged: number;
  readonly model: LinkageModel;
  readonly frequency: ValueFrequency;
}

export interface LinkOptions {
  /** Pairs below are left out. */
  readonly threshold: number;
  readonly onStage?: (stage: LinkStage) => void;
}

/** Log-odds below which a pair plays no part in deciding, unless the threshold asks for it. */
const DOUBTFUL = -7;

/** Links the records of a register, learning from it alone how its fields agree. */
export function linkRegister(whole: Register, options: LinkOptions): LinkResult {
  const thinned = withoutManyCopies(whole);
  if (thinned === null) return linkDistinct(whole, options);
  const result = linkDistinct(thinned.register, options);
  const { pairs, abridged } = withCopies(result.pairs, thinned);
  return { ...result, pairs, groupsAbridged: result.groupsAbridged + abridged };
}

function linkDistinct(register: Register, options: LinkOptions): LinkResult {
  const stage = options.onStage ?? (() => undefined);
  const learnt = learnRegister(register, stage);
  const { model, frequency, candidates, patterns, comparer } = learnt;
  stage('deciding');
  const scorer = new Scorer(register, model, frequency, patterns);
  const floor =
    options.threshold > 0 ? Math.min(DOUBTFUL, logit(options.threshold) - 3) : -Infinity;
  const scored = scoreCandidates(learnt, scorer, floor);
  const expectedSame = scored.logOdds.reduce((sum, log) => sum + 1 / (1 + Math.exp(-log)), 0);
  const twoFiles = isTwoFiles(register);
  const scoreOf = (one: number, other: number) => {
    comparer.compare(one, other);
    return scorer.ofLevels(comparer.levels, one);
  };
  const { oneToOne, doubles } = twoFiles
    ? uniquenessOf(scored, register.size, scoreOf)
    : { oneToOne: false, doubles: new Set<number>() };
  const { pairs, groupsAbridged } = oneToOne
    ? pairsOfPartners(scored, scorer, register.size, doubles, options.threshold)
    : pairsOfClusters(scored, scorer, scoreOf, register, options.threshold);
  return {
    pairs,
    groupsAbridged,
    compared: candidates.partners.length,
    expectedSame,
    oneToOne,
    model,
    frequency,
  };
}

function logit(probability: number): number {
  return Math.log(probability / Math.max(1e-12, 1 - probability));
}

/** Log-odds of pairs; what a pattern says is worked out once. */
class Scorer {
  readonly #register: Register;
  readonly #scorer: RelationScorer;
  readonly #frequency: ValueFrequency;
  readonly #patterns: PatternCounts;
  readonly #same: Float64Array;
  readonly #related: Float64Array;
  readonly #unrelated: Float64Array;
  /** Log-odds before any field is looked at. */
  readonly prior: number;

  constructor(
    register: Register,
    model: LinkageModel,
    frequency: ValueFrequency,
    patterns: PatternCounts,
  ) {
    this.#register = register;
    this.#frequency = frequency;
    this.#patterns = patterns;
    this.#same = new Float64Array(patterns.length);
    this.#related = new Float64Array(patterns.length);
    this.#unrelated = new Float64Array(patterns.length);
    const total = model.pairs.reduce((sum, count) => sum + count, 0);
    this.#scorer = new RelationScorer(
      model,
      model.pairs.map((count) => count / total),
    );
    for (let pattern = 0; pattern < patterns.length; pattern += 1) {
      this.#scorer.fill(patterns.levelsOf(pattern));
      this.#same[pattern] = this.#scorer.same;
      this.#related[pattern] = this.#scorer.related;
      this.#unrelated[pattern] = this.#scorer.unrelated;
    }
    const same = model.pairs.slice(FIRST_SAME).reduce((sum, count) => sum + count, 0);
    this.prior = logit(Math.max(1e-12, same / total));
  }

  ofPattern(pattern: number, record: number): number {
    const rarity = rarityOf(
      this.#register,
      this.#frequency,
      this.#patterns.levelsOf(pattern),
      record,
    );
    return (
      (this.#same[pattern] ?? 0) -
      logOfTwo(this.#related[pattern] ?? 0, (this.#unrelated[pattern] ?? 0) + rarity)
    );
  }

  ofLevels(levels: Uint8Array, record: number): number {
    return this.#scorer.logOdds(levels, rarityOf(this.#register, this.#frequency, levels, record));
  }
}

function scoreCandidates(
  { candidates: { starts, partners }, patternOf, comparer }: LearntRegister,
  scorer: Scorer,
  floor: number,
): ScoredPairs {
  const left: number[] = [];
  const right: number[] = [];
  const logOdds: number[] = [];
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const end = starts[row + 1] ?? 0;
    for (let pair = starts[row] ?? 0; pair < end; pair += 1) {
      let score: number;
      if (patternOf === null) {
        comparer.compare(row, partners[pair] ?? 0);
        score = scorer.ofLevels(comparer.levels, row);
      } else score = scorer.ofPattern(patternOf[pair] ?? 0, row);
      if (score < floor) continue;
      left.push(row);
      right.push(partners[pair] ?? 0);
      logOdds.push(score);
    }
  }
  return {
    left: Uint32Array.from(left),
    right: Uint32Array.from(right),
    logOdds: Float64Array.from(logOdds),
  };
}

interface Decided {
  readonly pairs: readonly LinkedPair[];
  readonly groupsAbridged: number;
}

function pairsOfPartners(
  scored: ScoredPairs,
  scorer: Scorer,
  size: number,
  doubles: ReadonlySet<number>,
  threshold: number,
): Decided {
  const pairs: LinkedPair[] = [];
  for (const [pair, probability] of assignPartners(scored, size, doubles).entries()) {
    if (probability >= threshold) pairs.push(linkedPair(scored, scorer, pair, probability));
  }
  return { pairs, groupsAbridged: 0 };
}

function linkedPair(
  { left, right, logOdds }: ScoredPairs,
  scorer: Scorer,
  pair: number,
  probability: number,
): LinkedPair {
  return {
    left: left[pair] ?? 0,
    right: right[pair] ?? 0,
    probability,
    weight: ((logOdds[pair] ?? 0) - scorer.prior) / Math.LN2,
  };
}

/** Groups up to this size give all their pairs, larger ones each record with the first. */
const LARGEST_WHOLE_GROUP = 200;

function pairsOfClusters(
  scored: ScoredPairs,
  scorer: Scorer,
  scoreOf: (a: number, b: number) => number,
  register: Register,
  threshold: number,
): Decided {
  const { size, leftSize } = register;
  const isPair = (a: number, b: number) => leftSize === size || a < leftSize !== b < leftSize;
  const groups = clusterRecords(scored, size, scoreOf);
  const pairs: LinkedPair[] = [];
  for (let pair = 0; pair < scored.logOdds.length; pair += 1) {
    const a = scored.left[pair] ?? 0;
    const b = scored.right[pair] ?? 0;
    if (groups[a] === groups[b]) continue;
    const probability = Math.min(0.49, 1 / (1 + Math.exp(-(scored.logOdds[pair] ?? 0))));
    if (probability >= threshold) pairs.push(linkedPair(scored, scorer, pair, probability));
  }
  let groupsAbridged = 0;
  for (const members of membersOf(groups)) {
    const whole = members.length <= LARGEST_WHOLE_GROUP;
    if (!whole) groupsAbridged += 1;
    for (const [index, a] of members.entries()) {
      if (!whole && index > 0) break;
      for (const b of members.slice(index + 1)) {
        if (!isPair(a, b)) continue;
        const logOdds = scoreOf(a, b);
        const probability = Math.max(0.5, 1 / (1 + Math.exp(-logOdds)));
        const weight = (logOdds - scorer.prior) / Math.LN2;
        if (probability >= threshold) pairs.push({ left: a, right: b, probability, weight });
      }
    }
  }
  pairs.sort((one, other) => one.left - other.left || one.right - other.right);
  return { pairs, groupsAbridged };
}

/** The groups of two records and more. */
function membersOf(groups: Uint32Array): Iterable<readonly number[]> {
  const found = new Map<number, number[]>();
  for (const [record, group] of groups.entries()) {
    if (group === record) continue;
    const members = found.get(group) ?? [group];
    members.push(record);
    found.set(group, members);
  }
  return found.values();
}
