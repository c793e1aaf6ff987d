import type { PrintedDate } from '../answers/answer.ts';
import { compareDates } from './dateArithmetic.ts';

export type DateVerdict = 'match' | 'matchWithTolerance' | 'review' | 'mismatch';

export interface DateComparison {
  readonly verdict: DateVerdict;
  /** How many days lie between the two, never negative; null when one does not exist. */
  readonly daysApart: number | null;
}

/** Hijri years in which the printed and the computed calendars agree to the day. */
const FIRST_EXACT_YEAR = 1420;
const LAST_EXACT_YEAR = 1450;

/**
 * Compares a stated date with one read from a paper (rule "Comparing" of the field): in one calendar
 * the exact triple; across calendars exact for 1420-1450 AH, otherwise one day apart is tolerated, two
 * are looked at, more differ. A date that does not exist cannot be carried over: a person looks.
 */
export function compareAcrossCalendars(stated: PrintedDate, read: PrintedDate): DateComparison {
  const difference = compareDates(stated, read);
  const daysApart = difference === null ? null : Math.abs(difference);
  if (stated.calendar === read.calendar) {
    const sameTriple =
      stated.year === read.year && stated.month === read.month && stated.day === read.day;
    return { verdict: sameTriple ? 'match' : 'mismatch', daysApart };
  }
  if (daysApart === null) return { verdict: 'review', daysApart };
  const hijriYear = stated.calendar === 'hijri' ? stated.year : read.year;
  const exact = hijriYear >= FIRST_EXACT_YEAR && hijriYear <= LAST_EXACT_YEAR;
  return { verdict: verdictOf(daysApart, exact), daysApart };
}

function verdictOf(daysApart: number, exact: boolean): DateVerdict {
  if (daysApart === 0) return 'match';
  if (exact) return 'mismatch';
  if (daysApart === 1) return 'matchWithTolerance';
  return daysApart === 2 ? 'review' : 'mismatch';
}
