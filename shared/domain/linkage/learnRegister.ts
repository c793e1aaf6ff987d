import { findCandidates } from './candidates.ts';
import { type LinkageModel, learnModel } from './mixture.ts';
import type { CandidatePairs } from './pairCollector.ts';
import { PairComparer } from './pairComparer.ts';
import { PatternCounts } from './patterns.ts';
import { isTwoFiles, type Register } from './register.ts';
import { seededRandom } from './seededRandom.ts';
import { frequencyOf, type ValueFrequency } from './valueFrequency.ts';

export type LinkStage = 'blocking' | 'comparing' | 'learning' | 'deciding';

/** What a register says about itself. */
export interface LearntRegister {
  readonly model: LinkageModel;
  readonly frequency: ValueFrequency;
  readonly candidates: CandidatePairs;
  readonly patterns: PatternCounts;
  /** By candidate pair: its pattern; null where there were too many pairs to keep that. */
  readonly patternOf: Uint32Array | null;
  readonly comparer: PairComparer;
}

const RANDOM_PAIRS = 60_000;

/** Compares the pairs worth comparing and learns from them, without labels, how fields agree. */
export function learnRegister(
  register: Register,
  stage: (stage: LinkStage) => void = () => undefined,
): LearntRegister {
  const comparer = new PairComparer(register);
  const frequency = frequencyOf(register);
  stage('blocking');
  const candidates = findCandidates(register);
  stage('comparing');
  const { patterns, patternOf } = comparePairs(register, comparer, candidates);
  const random = sampleRandomPairs(register, comparer);
  stage('learning');
  const { model } = learnModel({
    fields: register.fields,
    totalPairs: totalPairsOf(register),
    records: isTwoFiles(register)
      ? Math.min(register.leftSize, register.size - register.leftSize)
      : register.size,
    candidates: patterns,
    random,
    frequency,
  });
  return { model, frequency, candidates, patterns, patternOf, comparer };
}

/** Of more pairs those of some records are learnt from. */
const MOST_LEARNT = 6_000_000;

function comparePairs(register: Register, comparer: PairComparer, candidates: CandidatePairs) {
  const { starts, partners } = candidates;
  const patterns = new PatternCounts(register.fields.length);
  const part = Math.min(1, MOST_LEARNT / Math.max(1, partners.length));
  const random = seededRandom(3);
  const patternOf = part === 1 ? new Uint32Array(partners.length) : null;
  for (let row = 0; row < register.size; row += 1) {
    if (part < 1 && random() >= part) continue;
    const end = starts[row + 1] ?? 0;
    for (let pair = starts[row] ?? 0; pair < end; pair += 1) {
      comparer.compare(row, partners[pair] ?? 0);
      const pattern = patterns.add(comparer.levels, 1 / part);
      if (patternOf !== null) patternOf[pair] = pattern;
    }
  }
  return { patterns, patternOf };
}

function totalPairsOf(register: Register): number {
  const { size, leftSize } = register;
  return isTwoFiles(register) ? leftSize * (size - leftSize) : (size * (size - 1)) / 2;
}

function sampleRandomPairs(register: Register, comparer: PairComparer): PatternCounts {
  const { size, leftSize } = register;
  const random = seededRandom(1);
  const patterns = new PatternCounts(register.fields.length);
  const twoFiles = isTwoFiles(register);
  // Of few pairs half are looked at, so that those of one person do not pass for chance again and again.
  const wanted = Math.min(RANDOM_PAIRS, totalPairsOf(register) / 2);
  for (let drawn = 0; drawn < wanted; drawn += 1) {
    const a = Math.floor(random() * leftSize);
    const b = twoFiles
      ? leftSize + Math.floor(random() * (size - leftSize))
      : Math.floor(random() * size);
    if (a === b) continue;
    comparer.compare(a, b);
    patterns.add(comparer.levels, 1);
  }
  return patterns;
}
