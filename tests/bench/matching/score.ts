import type { LinkedPair } from '#shared/domain/linkage/linkRegister.ts';
import type { CandidatePairs } from '#shared/domain/linkage/pairCollector.ts';
import type { LabelledRecord, LabelledRegister } from './arabicRegister.ts';
import type { Care } from './writeDown.ts';

/** How well pairs agree with the truth, at one threshold. */
export interface Accuracy {
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Quality {
  readonly truePairs: number;
  readonly at: readonly Accuracy[];
  /** By the less careful record of a pair, at the even threshold. */
  readonly recallByCare: ReadonlyMap<Care, number>;
  /** Of the true pairs: how many were compared at all. */
  readonly blockingCompleteness: number;
  /** Mean distance of probability and truth over tenths, weighted by pairs. */
  readonly calibrationError: number;
  /** Pairs at the even threshold of two people who are alike for a reason, by reason. */
  readonly falseAmongHard: ReadonlyMap<HardNegative, number>;
  readonly falseOthers: number;
}

export type HardNegative = 'siblings' | 'twins' | 'namesakes' | 'borrowedId';

const CARES: readonly Care[] = ['first', 'easy', 'medium', 'hard'];
const EVEN = 0.5;

interface Truth {
  readonly records: readonly LabelledRecord[];
  readonly leftSize: number;
}

/** `pairs` are all that were found from a probability of 0.01 on; `candidates` all that were compared. */
export function scoreQuality(
  register: LabelledRegister,
  pairs: readonly LinkedPair[],
  candidates: CandidatePairs | null,
  thresholds: readonly number[],
): Quality {
  const truth = { records: [...register.left, ...register.right], leftSize: register.left.length };
  const truePairs = truePairsOf(truth, register.right.length > 0);
  const isTrue = (pair: Pick<LinkedPair, 'left' | 'right'>) =>
    truth.records[pair.left]?.entity === truth.records[pair.right]?.entity;
  const even = pairs.filter(({ probability }) => probability >= EVEN);
  const wrong = even.filter((pair) => !isTrue(pair)).map((pair) => hardNegativeOf(truth, pair));
  return {
    truePairs: truePairs.length,
    at: thresholds.map((threshold) => {
      const kept = pairs.filter(({ probability }) => probability >= threshold);
      return accuracyOf(threshold, kept.filter(isTrue).length, kept.length, truePairs.length);
    }),
    recallByCare: recallByCare(truth, truePairs, even.filter(isTrue)),
    blockingCompleteness: candidates === null ? Number.NaN : completeness(truePairs, candidates),
    calibrationError: calibrationError(pairs, isTrue),
    falseAmongHard: new Map(
      (['siblings', 'twins', 'namesakes', 'borrowedId'] as const).map((kind) => [
        kind,
        wrong.filter((found) => found === kind).length,
      ]),
    ),
    falseOthers: wrong.filter((found) => found === null).length,
  };
}

function accuracyOf(threshold: number, right: number, found: number, all: number): Accuracy {
  const precision = found === 0 ? 1 : right / found;
  const recall = all === 0 ? 1 : right / all;
  return { threshold, precision, recall, f1: (2 * right) / Math.max(1, found + all) };
}

interface RecordPair {
  readonly left: number;
  readonly right: number;
}

function truePairsOf({ records, leftSize }: Truth, twoFiles: boolean): readonly RecordPair[] {
  const groups = Map.groupBy(records.keys(), (record) => records[record]?.entity ?? '');
  return [...groups.values()].flatMap((members) =>
    members.flatMap((left, at) =>
      members
        .slice(at + 1)
        .filter((right) => !twoFiles || left < leftSize !== right < leftSize)
        .map((right) => ({ left, right })),
    ),
  );
}

function careOf({ records }: Truth, { left, right }: RecordPair): Care {
  const rank = (record: number) => CARES.indexOf(records[record]?.care ?? 'first');
  return CARES[Math.max(rank(left), rank(right))] ?? 'first';
}

function recallByCare(
  truth: Truth,
  all: readonly RecordPair[],
  found: readonly RecordPair[],
): ReadonlyMap<Care, number> {
  const count = (pairs: readonly RecordPair[], care: Care) =>
    pairs.filter((pair) => careOf(truth, pair) === care).length;
  return new Map(
    CARES.filter((care) => count(all, care) > 0).map((care) => [
      care,
      count(found, care) / count(all, care),
    ]),
  );
}

function completeness(truePairs: readonly RecordPair[], candidates: CandidatePairs): number {
  const { starts, partners } = candidates;
  const compared = truePairs.filter(({ left, right }) =>
    partners.subarray(starts[left] ?? 0, starts[left + 1] ?? 0).includes(right),
  );
  return compared.length / Math.max(1, truePairs.length);
}

function calibrationError(
  pairs: readonly LinkedPair[],
  isTrue: (pair: LinkedPair) => boolean,
): number {
  let error = 0;
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const within = pairs.filter(
      ({ probability }) => Math.min(9, Math.floor(probability * 10)) === tenth,
    );
    const said = within.reduce((sum, { probability }) => sum + probability, 0);
    error += Math.abs(said - within.filter(isTrue).length);
  }
  return error / Math.max(1, pairs.length);
}

function hardNegativeOf({ records }: Truth, { left, right }: RecordPair): HardNegative | null {
  const one = records[left]?.person ?? null;
  const other = records[right]?.person ?? null;
  if (one === null || other === null) return null;
  if (one.twins > 0 && one.twins === other.twins) return 'twins';
  if (one.household === other.household) {
    return records[left]?.cells[6] === records[right]?.cells[6] ? 'borrowedId' : 'siblings';
  }
  return one.namesakes > 0 && one.namesakes === other.namesakes ? 'namesakes' : null;
}
