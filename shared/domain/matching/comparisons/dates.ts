import type { PrintedDate } from '../../answers/answer.ts';
import { compareAcrossCalendars } from '../../calendar/compareAcrossCalendars.ts';
import { compareDates } from '../../calendar/dateArithmetic.ts';
import type { ComputedVerdict } from '../matrixRow.ts';
import type { ReasonCode } from '../reasonCodes.ts';
import { finding } from './finding.ts';

/** A printed date as it is compared and recorded: calendar and triple, never converted. */
export function normalizeDate(date: PrintedDate): string {
  const month = String(date.month).padStart(2, '0');
  return `${date.calendar}:${date.year}-${month}-${String(date.day).padStart(2, '0')}`;
}

/** The same day, in whichever calendar it is printed (M4): no tolerance. */
export function compareExactDates(stated: PrintedDate, read: PrintedDate): ComputedVerdict {
  if (normalizeDate(stated) === normalizeDate(read)) return finding('match', 'equal');
  const difference = compareDates(stated, read);
  if (difference === 0) return finding('match', 'sameDayOtherCalendar');
  return finding('mismatch', differenceOf(stated, read, difference), paramsOf(difference));
}

/** The rule of the field for dates across calendars (M3, M11, M15; domain, "Comparing"). */
export function compareDatesAcrossCalendars(
  stated: PrintedDate,
  read: PrintedDate,
): ComputedVerdict {
  const { verdict, daysApart } = compareAcrossCalendars(stated, read);
  if (verdict === 'match') {
    return finding('match', stated.calendar === read.calendar ? 'equal' : 'sameDayOtherCalendar');
  }
  if (daysApart === null) return finding(verdict, 'dateOutsideTable');
  if (verdict === 'matchWithTolerance') return finding(verdict, 'oneDayApart', { daysApart });
  if (verdict === 'review') return finding(verdict, 'twoDaysApart', { daysApart });
  return finding(verdict, differenceOf(stated, read, daysApart), { daysApart });
}

function paramsOf(difference: number | null): { readonly daysApart?: number } {
  return difference === null ? {} : { daysApart: Math.abs(difference) };
}

/** Says how two dates differ, so that a slip of the pen is found at a glance. */
function differenceOf(a: PrintedDate, b: PrintedDate, difference: number | null): ReasonCode {
  if (difference === null) return 'dateOutsideTable';
  if (a.calendar !== b.calendar) {
    // The first of Rajab or of July was written for whoever knew only the year.
    return dayUnknown(a) !== dayUnknown(b) && Math.abs(difference) < 366
      ? 'dayMayBeUnknown'
      : 'daysApart';
  }
  if (a.year === b.year && a.month === b.day && a.day === b.month) return 'dayAndMonthSwapped';
  if (a.year === b.year && dayUnknown(a) !== dayUnknown(b)) return 'dayMayBeUnknown';
  const parts = [a.year !== b.year, a.month !== b.month, a.day !== b.day].filter(Boolean).length;
  if (parts === 1) return 'onePartDiffers';
  return parts === 3 ? 'wholeDateDiffers' : 'daysApart';
}

function dayUnknown(date: PrintedDate): boolean {
  return date.day === 1 && date.month === 7;
}
