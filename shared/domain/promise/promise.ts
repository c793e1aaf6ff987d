import { addDays, weekday } from '../calendar/dateArithmetic.ts';
import { type DayNumber, riyadhDayNumber } from '../calendar/dayNumber.ts';
import type { Periods } from '../settings/settings.ts';
import type { WorkingDays } from './workingCalendar.ts';

/**
 * The first day on which an answer may be given: so many calendar days after the Riyadh civil day of the
 * complete, signed submission (day 0). The policy's floor is 14 (P35), and no settings go below it.
 */
export function replyNotBefore(
  submitted: DayNumber,
  { replyDays }: Pick<Periods, 'replyDays'>,
): DayNumber {
  return addDays(submitted, replyDays);
}

/**
 * Day 0: the Riyadh civil day of the submission, and never one before the signature. A clock that was
 * set back in between must not make the promise shorter than it was understood.
 * @param submittedAt milliseconds since 1970
 * @param signedAt the same, of the standing declaration; null while there is none
 */
export function firstDayZero(submittedAt: number, signedAt: number | null): DayNumber {
  const submitted = riyadhDayNumber(submittedAt);
  const signed = signedAt === null ? submitted : riyadhDayNumber(signedAt);
  return signed > submitted ? signed : submitted;
}

/** Whether nobody works on that day: a weekly day off or a holiday. */
export function isDayOff(day: DayNumber, workingDays: WorkingDays): boolean {
  return (
    workingDays.daysOff.includes(weekday(day)) ||
    workingDays.holidays.some(({ from, to }) => day >= from && day <= to)
  );
}

/**
 * The first working day on or after `replyNotBefore`; it is printed beside it when it differs.
 * @throws RangeError when every day of the week is off.
 */
export function contactFrom(replyNotBeforeDay: DayNumber, workingDays: WorkingDays): DayNumber {
  if (new Set(workingDays.daysOff).size >= 7) throw new RangeError('no working day in the week');
  let day = replyNotBeforeDay;
  while (isDayOff(day, workingDays)) day = addDays(day, 1);
  return day;
}
