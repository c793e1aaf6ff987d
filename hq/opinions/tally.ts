import type { OpinionTotal } from '#shared/contracts/hq/opinions.ts';

/** So many answers are told at a time: fewer would let one of them be guessed. */
const GROUP = 5;
/** From here on the scale says that somebody was satisfied. */
const SATISFIED = 4;

export interface Tally {
  readonly answers: number;
  readonly sum: number;
  readonly satisfied: number;
}

/**
 * Answers to one question. What came last waits until its group of five is full, so that neither a total
 * nor the difference between two looks tells what a single person said.
 */
export interface Cell {
  readonly shown: Tally;
  readonly waiting: Tally;
}

const NONE: Tally = { answers: 0, sum: 0, satisfied: 0 };

export function newCell(): Cell {
  return { shown: NONE, waiting: NONE };
}

/** @param answer 1 to 5 */
export function put({ shown, waiting }: Cell, answer: number): Cell {
  const after = addTally(waiting, {
    answers: 1,
    sum: answer,
    satisfied: answer >= SATISFIED ? 1 : 0,
  });
  return after.answers < GROUP
    ? { shown, waiting: after }
    : { shown: addTally(shown, after), waiting: NONE };
}

export function addTally(one: Tally, other: Tally): Tally {
  return {
    answers: one.answers + other.answers,
    sum: one.sum + other.sum,
    satisfied: one.satisfied + other.satisfied,
  };
}

/** Null while nothing is shown. */
export function averaged({ answers, sum, satisfied }: Tally): OpinionTotal | null {
  if (answers === 0) return null;
  return {
    answers,
    average: Math.round((sum / answers) * 10) / 10,
    satisfied: Math.round((satisfied / answers) * 100),
  };
}
