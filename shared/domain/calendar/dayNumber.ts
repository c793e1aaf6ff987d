import type { CalendarName, PrintedDate } from '../answers/answer.ts';
import type { Brand } from '../brand.ts';
import { hijriDateOfDay, hijriMonthLength, hijriMonthStart } from './hijriMonths.ts';
import { FIRST_HIJRI_YEAR, LAST_HIJRI_YEAR } from './monthLengths.ts';

export { hijriMonthLength } from './hijriMonths.ts';

/** Days since 1970-01-01, of a civil day in the (proleptic) Gregorian calendar. */
export type DayNumber = Brand<number, 'DayNumber'>;

/** Years taken for a Gregorian date; no paper of a living person lies outside. */
export const FIRST_GREGORIAN_YEAR = 1900;
export const LAST_GREGORIAN_YEAR = 2100;

const DAY_MILLISECONDS = 86_400_000;
/** Asia/Riyadh is UTC+3 all year: Saudi Arabia has no summer time. */
const RIYADH_OFFSET_MILLISECONDS = 3 * 3_600_000;

/** Whether a number can count days: any safe integer. */
export function isDayNumber(value: number): value is DayNumber {
  return Number.isSafeInteger(value);
}

/** @throws RangeError when the value is not an integer. */
export function dayNumber(value: number): DayNumber {
  if (!isDayNumber(value)) throw new RangeError(`not a day number: ${value}`);
  return value;
}

/** Days in a Gregorian month, 28-31. */
export function gregorianMonthLength(year: number, month: number): number {
  // Day 0 of the next month is the last of this one.
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Why a date cannot be a day: its year lies outside 1343-1500 AH or 1900-2100 CE (`outOfRange`), or
 * its month has no such day (`noSuchDay`, as 30/09/1446); null for a day that exists.
 */
export function dateProblem(date: PrintedDate): 'noSuchDay' | 'outOfRange' | null {
  const { calendar, year, month, day } = date;
  const [first, last] =
    calendar === 'hijri'
      ? [FIRST_HIJRI_YEAR, LAST_HIJRI_YEAR]
      : [FIRST_GREGORIAN_YEAR, LAST_GREGORIAN_YEAR];
  if (year < first || year > last) return 'outOfRange';
  if (![year, month, day].every(Number.isInteger)) return 'noSuchDay';
  if (month < 1 || month > 12) return 'noSuchDay';
  const length =
    calendar === 'hijri' ? hijriMonthLength(year, month) : gregorianMonthLength(year, month);
  return length !== null && day >= 1 && day <= length ? null : 'noSuchDay';
}

/** Whether the day exists; false also outside 1343-1500 AH and 1900-2100 CE. */
export function dateExists(date: PrintedDate): boolean {
  return dateProblem(date) === null;
}

/** The day of a printed date; null when it does not exist (see `dateProblem`). */
export function toDayNumber(date: PrintedDate): DayNumber | null {
  if (!dateExists(date)) return null;
  if (date.calendar === 'gregorian') {
    return dayNumber(Date.UTC(date.year, date.month - 1, date.day) / DAY_MILLISECONDS);
  }
  const start = hijriMonthStart(date.year, date.month);
  return start === null ? null : dayNumber(start + date.day - 1);
}

/**
 * The date of a day in a calendar.
 * @throws RangeError outside 1343-1500 AH or 1900-2100 CE: no guess is made there.
 */
export function fromDayNumber(day: DayNumber, calendar: CalendarName): PrintedDate {
  if (calendar === 'hijri') {
    const date = hijriDateOfDay(day);
    if (date === null) throw new RangeError(`day ${day} lies outside the Umm al-Qura table`);
    return { calendar, ...date };
  }
  const instant = new Date(day * DAY_MILLISECONDS);
  const year = instant.getUTCFullYear();
  // Written so that the invalid date of a far day (year NaN) is refused too.
  if (!(year >= FIRST_GREGORIAN_YEAR && year <= LAST_GREGORIAN_YEAR)) {
    throw new RangeError(`day ${day} lies outside 1900-2100`);
  }
  return { calendar, year, month: instant.getUTCMonth() + 1, day: instant.getUTCDate() };
}

/** The same day in a calendar; null when the date, or its counterpart there, does not exist. */
export function convertDate(date: PrintedDate, calendar: CalendarName): PrintedDate | null {
  const day = toDayNumber(date);
  if (day === null) return null;
  if (calendar === date.calendar) return date;
  if (calendar === 'hijri') {
    const hijri = hijriDateOfDay(day);
    return hijri === null ? null : { calendar, ...hijri };
  }
  return fromDayNumber(day, calendar);
}

/** The civil day in Riyadh of an instant (milliseconds since 1970-01-01T00:00Z). */
export function riyadhDayNumber(epochMs: number): DayNumber {
  return dayNumber(Math.floor((epochMs + RIYADH_OFFSET_MILLISECONDS) / DAY_MILLISECONDS));
}

/** The instant at which the civil day of this instant began in Riyadh, in milliseconds. */
export function riyadhDayStart(epochMs: number): number {
  const intoDay = (epochMs + RIYADH_OFFSET_MILLISECONDS) % DAY_MILLISECONDS;
  return epochMs - intoDay;
}

/** `YYYY-MM-DD`, Gregorian. @throws RangeError outside 1900-2100. */
export function isoDate(day: DayNumber): string {
  const { year, month, day: dayOfMonth } = fromDayNumber(day, 'gregorian');
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** The day of `YYYY-MM-DD`, Gregorian; null for another form or a day that does not exist. */
export function parseIsoDate(text: string): DayNumber | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [, year, month, day] = match;
  return toDayNumber({
    calendar: 'gregorian',
    year: Number(year),
    month: Number(month),
    day: Number(day),
  });
}
