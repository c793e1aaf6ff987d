import { findCandidates } from '#shared/domain/linkage/candidates.ts';
import { linkRegister } from '#shared/domain/linkage/linkRegister.ts';
import {
  EVEN_PROBABILITY,
  REVIEW_PROBABILITY,
  SURE_PROBABILITY,
} from '#shared/domain/linkage/thresholds.ts';
import { type Figure, figureOf } from '../harness.ts';
import { benchApplicants } from './applicants.ts';
import { arabicRegister, type LabelledRegister, USUAL_PLAN } from './arabicRegister.ts';
import { englishRegister } from './englishRegister.ts';
import { benchFuzzySearch } from './fuzzySearch.ts';
import { benchMatchIndex } from './indexed.ts';
import { readLabelledFiles } from './labelledFile.ts';
import { registerOf } from './readLabelled.ts';
import { type Quality, scoreQuality } from './score.ts';

/** What `npm run bench -- matching` can be asked beside. */
export interface MatchingOptions {
  readonly size: number;
  readonly seed: number;
  /** So many are in the index that one applicant meets. */
  readonly persons: number;
  /** So many stand in the match index. */
  readonly indexed: number;
  /** Labelled files: one, or two that are linked. */
  readonly files: readonly string[];
  /** The heading of the column that tells the person. */
  readonly truth: string;
  readonly pattern: string | null;
}

export const USUAL_OPTIONS: MatchingOptions = {
  size: USUAL_PLAN.size,
  seed: USUAL_PLAN.seed,
  persons: 100_000,
  indexed: 1_000_000,
  files: [],
  truth: 'entity',
  pattern: null,
};

const EASY = [1, 0, 0] as const;
const MEDIUM = [0, 1, 0] as const;
const HARD = [0, 0, 1] as const;

/** Quality of linkage on registers of our own, or on labelled files where some are given. */
export async function* benchMatching(options: MatchingOptions): AsyncIterable<Figure> {
  if (options.files.length > 0) {
    const pattern = options.pattern === null ? null : new RegExp(options.pattern);
    const labelled = await readLabelledFiles(options.files, { heading: options.truth, pattern });
    yield* figuresOf(options.files.join(' and '), labelled);
    return;
  }
  const { size, seed } = options;
  const plan = { ...USUAL_PLAN, size, seed };
  const smaller = { ...plan, size: Math.ceil(size / 4) };
  const registers: readonly (readonly [string, () => LabelledRegister])[] = [
    ['Saudi registers, linked', () => arabicRegister(plan)],
    [
      'Saudi register, de-duplicated',
      () => arabicRegister({ ...plan, form: 'deduplication', mostCopies: 2 }),
    ],
    ['easy pairs', () => arabicRegister({ ...smaller, care: EASY })],
    ['medium pairs', () => arabicRegister({ ...smaller, care: MEDIUM })],
    ['hard pairs', () => arabicRegister({ ...smaller, care: HARD })],
    [
      'Saudi registers with a twentieth in common',
      () => arabicRegister({ ...plan, overlap: 0.05 }),
    ],
    [
      'Saudi registers, with copies in one of them',
      () => arabicRegister({ ...smaller, mostCopies: 3 }),
    ],
    [
      'English register, 2,000 with up to five copies',
      () =>
        englishRegister({
          ...plan,
          size: 2000,
          form: 'deduplication',
          overlap: 0.6,
          mostCopies: 5,
        }),
    ],
    [
      'English registers, 5,000 and 5,000, linked',
      () => englishRegister({ ...plan, size: 5000, overlap: 1, mostCopies: 1 }),
    ],
  ];
  for (const [name, make] of registers) yield* figuresOf(name, make());
  yield* benchApplicants(options.persons, seed);
  yield* benchFuzzySearch(seed);
  yield* benchMatchIndex(options.indexed, seed);
}

function* figuresOf(name: string, labelled: LabelledRegister): Iterable<Figure> {
  const register = registerOf(labelled);
  const begun = performance.now();
  const { pairs } = linkRegister(register, { threshold: 0.01 });
  const seconds = (performance.now() - begun) / 1000;
  const quality = scoreQuality(labelled, pairs, findCandidates(register), [
    EVEN_PROBABILITY,
    SURE_PROBABILITY,
    REVIEW_PROBABILITY,
  ]);
  const share = (what: string, value: number, goal: number) =>
    figure(what, value * 100, goal * 100, '%');
  const figure = (what: string, value: number, goal: number, unit = '') => ({
    ...figureOf(
      {
        name: `${name}: ${what}`,
        goal: String(goal),
        rounds: 1,
        samplesPerRound: quality.truePairs,
        against: { limit: goal },
      },
      [value],
      [goal === 0 ? value : value / goal],
    ),
    unit,
    reference: 'the goal',
  });
  yield* accuracyFigures(quality, share);
  yield share('completeness of blocking', quality.blockingCompleteness, 0.98);
  yield share('error of calibration', quality.calibrationError, 0.02);
  for (const [kind, count] of quality.falseAmongHard) {
    yield figure(`false pairs, ${kind}`, count, 0);
  }
  yield figure('false pairs, other people', quality.falseOthers, 0);
  yield figure(`${register.size} records linked`, seconds, 60, 's');
}

const RECALL_GOALS = { first: 0.99, easy: 0.99, medium: 0.97, hard: 0.82 } as const;

function* accuracyFigures(
  quality: Quality,
  figure: (what: string, value: number, goal: number) => Figure,
): Iterable<Figure> {
  for (const { threshold, precision, recall, f1 } of quality.at) {
    yield figure(`precision from ${threshold}`, precision, 0.98);
    yield figure(`recall from ${threshold}`, recall, 0.95);
    yield figure(`F1 from ${threshold}`, f1, 0.95);
  }
  for (const [care, recall] of quality.recallByCare) {
    yield figure(`recall of ${care} pairs`, recall, RECALL_GOALS[care]);
  }
}
