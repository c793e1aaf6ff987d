import type { PrintedDate } from '../answers/answer.ts';
import {
  type DayNumber,
  dayNumber,
  fromDayNumber,
  gregorianMonthLength,
  toDayNumber,
} from './dayNumber.ts';

/** Days of the week, 0 = Sunday to 6 = Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const WEEK: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
/** 1970-01-01 was a Thursday. */
const WEEKDAY_OF_DAY_ZERO = 4;

/** The day of the week, 0 = Sunday. */
export function weekday(day: DayNumber): Weekday {
  // Twice modulo, since the remainder of a negative day is negative.
  return WEEK[(((day + WEEKDAY_OF_DAY_ZERO) % 7) + 7) % 7] ?? 0;
}

/** The day so many days later (earlier when negative). */
export function addDays(day: DayNumber, days: number): DayNumber {
  return dayNumber(day + days);
}

/**
 * The same day of the month so many Gregorian months later; the last day of the month where that month
 * is shorter (31 January and one month: 28 or 29 February).
 * @throws RangeError when the result lies outside 1900-2100.
 */
export function addCalendarMonths(day: DayNumber, months: number): DayNumber {
  const date = fromDayNumber(day, 'gregorian');
  const monthCount = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(monthCount / 12);
  const month = (monthCount % 12) + 1;
  const lastOfMonth = gregorianMonthLength(year, month);
  const dayOfMonth = Math.min(date.day, lastOfMonth);
  const found = toDayNumber({ calendar: 'gregorian', year, month, day: dayOfMonth });
  if (found === null) throw new RangeError(`${year}-${month} lies outside 1900-2100`);
  return found;
}

/**
 * Days from b to a: negative when a is earlier, 0 on the same day, in whatever calendars they are
 * printed; null when one of them does not exist.
 */
export function compareDates(a: PrintedDate, b: PrintedDate): number | null {
  const dayOfA = toDayNumber(a);
  const dayOfB = toDayNumber(b);
  return dayOfA === null || dayOfB === null ? null : dayOfA - dayOfB;
}

/**
 * Full Gregorian years of age on a day; who was born on 29 February is a year older on 1 March.
 * @returns null when the birth date does not exist or lies after the day.
 */
export function ageOn(birth: PrintedDate, today: DayNumber): number | null {
  const birthDay = toDayNumber(birth);
  if (birthDay === null || birthDay > today) return null;
  const born = fromDayNumber(birthDay, 'gregorian');
  const now = fromDayNumber(today, 'gregorian');
  const birthdayReached =
    now.month > born.month || (now.month === born.month && now.day >= born.day);
  return now.year - born.year - (birthdayReached ? 0 : 1);
}
