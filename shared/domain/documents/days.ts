import { type DayNumber, parseIsoDate } from '../calendar/dayNumber.ts';
import type { IsoDay } from '../identity.ts';

/** The day number of a day that is known to be one. @throws RangeError outside 1900-2100. */
export function dayNumberOf(day: IsoDay): DayNumber {
  const number = parseIsoDate(day);
  if (number === null) throw new RangeError(`no such day: ${day}`);
  return number;
}
