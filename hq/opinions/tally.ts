import type { OpinionTotal, RecommendTotal } from '#shared/contracts/hq/opinions.ts';

/** So many answers are told at a time: fewer would let one of them be guessed. */
const GROUP = 5;
/** From here on the scale says that somebody was satisfied. */
const SATISFIED = 4;
/** From here on somebody would recommend it, and up to there would not: the usual bounds of 0 to 10. */
const PROMOTES = 9;
const DETRACTS = 6;

export interface Tally {
  readonly answers: number;
  readonly sum: number;
  /** Those who were satisfied; of a recommendation, those who would less those who would not. */
  readonly net: number;
}

/**
 * Answers to one question. What came last waits until its group of five is full, so that neither a total
 * nor the difference between two looks tells what a single person said.
 */
export interface Cell {
  readonly shown: Tally;
  readonly waiting: Tally;
}

const NONE: Tally = { answers: 0, sum: 0, net: 0 };

export function newCell(): Cell {
  return { shown: NONE, waiting: NONE };
}

/** @param answer 1 to 5 */
export function put(cell: Cell, answer: number): Cell {
  return putOne(cell, { answers: 1, sum: answer, net: answer >= SATISFIED ? 1 : 0 });
}

/** @param score 0 to 10 */
export function putScore(cell: Cell, score: number): Cell {
  return putOne(cell, {
    answers: 1,
    sum: score,
    net: score >= PROMOTES ? 1 : score <= DETRACTS ? -1 : 0,
  });
}

function putOne({ shown, waiting }: Cell, one: Tally): Cell {
  const after = addTally(waiting, one);
  return after.answers < GROUP
    ? { shown, waiting: after }
    : { shown: addTally(shown, after), waiting: NONE };
}

export function addTally(one: Tally, other: Tally): Tally {
  return {
    answers: one.answers + other.answers,
    sum: one.sum + other.sum,
    net: one.net + other.net,
  };
}

/** Null while nothing is shown. */
export function averaged({ answers, sum, net }: Tally): OpinionTotal | null {
  if (answers === 0) return null;
  return { answers, average: toOneDecimal(sum / answers), satisfied: inPercent(net / answers) };
}

/** Null while nothing is shown. */
export function recommended({ answers, sum, net }: Tally): RecommendTotal | null {
  if (answers === 0) return null;
  return { answers, average: toOneDecimal(sum / answers), score: inPercent(net / answers) };
}

function toOneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}

function inPercent(share: number): number {
  return Math.round(share * 100);
}

/** What people wrote, by the same groups: of five who answered, and not before, what any of them wrote. */
export interface WordCell {
  readonly shown: readonly string[];
  readonly waiting: readonly string[];
  readonly asked: number;
}

export const NO_WORDS: WordCell = { shown: [], waiting: [], asked: 0 };

/** @param words empty where nothing was written; somebody who wrote nothing is of the group as well */
export function putWords({ shown, waiting, asked }: WordCell, words: string): WordCell {
  const all = words === '' ? waiting : [...waiting, withoutNumbers(words)];
  if ((asked + 1) % GROUP !== 0) return { shown, waiting: all, asked: asked + 1 };
  // In the order of the alphabet: that of their coming would tell who was last.
  return { shown: [...shown, ...all].toSorted(), waiting: [], asked: asked + 1 };
}

/** A number of an id or a telephone, in whatever digits, that somebody wrote although they were asked not to. */
const LONG_NUMBER = /\p{Nd}(?:[\s-]?\p{Nd}){5,}/gu;

function withoutNumbers(words: string): string {
  return words.replaceAll(LONG_NUMBER, '•••');
}
