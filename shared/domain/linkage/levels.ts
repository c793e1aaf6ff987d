/**
 * How far two values of a field agree. Equality has four levels by how common the value is, so that a rare
 * name in common is learnt to be worth more than a common one.
 */
export const MISSING = 0;
export const EQUAL_RARE = 1;
export const EQUAL_UNCOMMON = 2;
export const EQUAL_COMMON = 3;
export const EQUAL_FREQUENT = 4;
/** The same but for its writing: one slip, another spelling or script, a day beside it in another calendar. */
export const VARIANT = 5;
/** Alike; of dates: day and month exchanged, or one digit wrong. */
export const SIMILAR = 6;
/** Exchanged with another column of the other record; of dates: two of three parts agree. */
export const DISPLACED = 7;
/**
 * Weakly alike: of dates, within a year; of names, two that are near one another although each is a name of its
 * own, or one that stands in another column while what stands there is nowhere.
 */
export const NEAR = 8;
export const DIFFERENT = 9;

/** Levels are smaller than this. */
export const LEVELS = 10;

/** A value that so great a part of all records has is uncommon, common, frequent. */
const UNCOMMON = 1 / 4000;
const COMMON = 1 / 400;
const FREQUENT = 1 / 40;

/** A register of few records says little about how common a value is: as if so many more were there. */
export const UNSEEN_RECORDS = 200;

/** The part of all records that has a value, of `total` that have one in this field. */
export function shareOf(count: number, total: number): number {
  return count / (total + UNSEEN_RECORDS);
}

/** The level of equality for a value that `share` of the records has. */
export function equalLevel(share: number): number {
  if (share >= FREQUENT) return EQUAL_FREQUENT;
  if (share >= COMMON) return EQUAL_COMMON;
  return share >= UNCOMMON ? EQUAL_UNCOMMON : EQUAL_RARE;
}

export function isEqualLevel(level: number): boolean {
  return level >= EQUAL_RARE && level <= EQUAL_FREQUENT;
}
