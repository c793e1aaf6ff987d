import type { CalendarName } from '../answers/answer.ts';
import {
  dayNumber,
  fromDayNumber,
  gregorianMonthLength,
  LAST_GREGORIAN_YEAR,
  toDayNumber,
} from '../calendar/dayNumber.ts';
import { FIRST_HIJRI_YEAR, LAST_HIJRI_YEAR } from '../calendar/monthLengths.ts';
import { stripBidi, toAsciiDigits } from '../identifiers/digits.ts';
import { foldArabicLetters } from '../names/arabicSpelling.ts';

/** A date as a register holds it; it need not exist (30/02), and month or day may be unknown (0). */
export interface RegisterDate {
  readonly calendar: CalendarName;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Whether 03/04 of a column without a telling value is the third of April or the fourth of March. */
export type DayOrder = 'dayFirst' | 'monthFirst';

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['JAN', 'JANUARY', 'يناير'],
    ['FEB', 'FEBRUARY', 'فبراير'],
    ['MAR', 'MARCH', 'مارس'],
    ['APR', 'APRIL', 'ابريل'],
    ['MAY', 'مايو'],
    ['JUN', 'JUNE', 'يونيو', 'يونيه'],
    ['JUL', 'JULY', 'يوليو', 'يوليه'],
    ['AUG', 'AUGUST', 'اغسطس'],
    ['SEP', 'SEPT', 'SEPTEMBER', 'سبتمبر'],
    ['OCT', 'OCTOBER', 'اكتوبر'],
    ['NOV', 'NOVEMBER', 'نوفمبر'],
    ['DEC', 'DECEMBER', 'ديسمبر'],
    ['محرم', 'MUHARRAM'],
    ['صفر', 'SAFAR'],
    ['ربيعالاول', 'ربيعاول'],
    ['ربيعالاخر', 'ربيعالثاني', 'ربيعثاني'],
    ['جماديالاولي', 'جمادياولي', 'جماديالاول'],
    ['جماديالاخره', 'جماديالثانيه', 'جماديالاخر', 'جماديالثاني'],
    ['رجب', 'RAJAB'],
    ['شعبان', 'SHABAN', 'SHAABAN'],
    ['رمضان', 'RAMADAN'],
    ['شوال', 'SHAWWAL'],
    ['ذوالقعده', 'ذيالقعده', 'ذوقعده'],
    ['ذوالحجه', 'ذيالحجه', 'ذوحجه'],
  ].flatMap((names, index) => names.map((name) => [name, (index % 12) + 1] as const)),
);

/**
 * Reads a date in any usual form: 1985-07-01, 01/07/1985, 19850701, 13/10/1405 هـ, 5 رجب 1410, a time behind
 * it or not, a year alone. The year itself tells the calendar (no year of a living person is in both), so
 * that a missing or wrong calendar beside it does no harm; `calendar` decides only for two-digit years.
 * @returns null when no year can be read.
 */
export function readBirthDate(
  text: string,
  calendar: CalendarName | null,
  order: DayOrder = 'dayFirst',
): RegisterDate | null {
  const plain = toAsciiDigits(stripBidi(text.slice(0, 60)))
    .replace(/[T ]\d{1,2}:\d{2}.*$/, '')
    .replace(/^(\d+)\.0+$/, '$1')
    .trim();
  const numbers = plain.match(/\d+/g) ?? [];
  const [first = '', second = '', third = ''] = numbers;
  if (numbers.length === 1) return readCompact(first, order);
  const named = monthNamed(plain);
  if (named !== null && numbers.length === 2) {
    return first.length > 2
      ? dated(first, named, Number(second), calendar)
      : dated(second, named, Number(first), calendar);
  }
  if (numbers.length === 2) {
    return first.length === 4
      ? dated(first, Number(second), 0, calendar)
      : dated(second, Number(first), 0, calendar);
  }
  if (numbers.length !== 3) return null;
  if (first.length > 2) return ordered(first, Number(third), Number(second), calendar);
  const [day, month] = order === 'dayFirst' ? [first, second] : [second, first];
  return ordered(third, Number(day), Number(month), calendar);
}

const DAY_MILLISECONDS = 86_400_000;
/** Spreadsheets count days from 1899-12-30; so many and so many more make a birth date. */
const SPREADSHEET_ZERO = -25_569;
const SPREADSHEET_DAYS = [10_000, 60_000] as const;

/** A day as a spreadsheet counts it, where a table has lost the form of its dates. */
function readCount(days: number): RegisterDate | null {
  const [least, most] = SPREADSHEET_DAYS;
  if (days < least || days > most) return null;
  return fromDayNumber(dayNumber(days + SPREADSHEET_ZERO), 'gregorian');
}

/** Eight digits in either direction, four for a year alone, five for a spreadsheet's count of days. */
function readCompact(digits: string, order: DayOrder): RegisterDate | null {
  if (digits.length === 4) return dated(digits, 0, 0, null);
  if (digits.length === 5) return readCount(Number(digits));
  if (digits.length === 6 && calendarOf(Number(digits.slice(0, 4))) !== null) {
    return dated(digits.slice(0, 4), Number(digits.slice(4)), 0, null);
  }
  if (digits.length !== 8) return null;
  if (calendarOf(Number(digits.slice(0, 4))) !== null) {
    return dated(digits.slice(0, 4), Number(digits.slice(4, 6)), Number(digits.slice(6)), null);
  }
  const [day, month] =
    order === 'dayFirst'
      ? [digits.slice(0, 2), digits.slice(2, 4)]
      : [digits.slice(2, 4), digits.slice(0, 2)];
  const read = ordered(digits.slice(4), Number(day), Number(month), null);
  return (
    read ?? dated(digits.slice(0, 4), Number(digits.slice(4, 6)), Number(digits.slice(6)), null)
  );
}

/** A month above twelve can only be the day. */
function ordered(
  year: string,
  day: number,
  month: number,
  calendar: CalendarName | null,
): RegisterDate | null {
  return month > 12 && day <= 12
    ? dated(year, day, month, calendar)
    : dated(year, month, day, calendar);
}

function dated(
  yearText: string,
  month: number,
  day: number,
  calendar: CalendarName | null,
): RegisterDate | null {
  let year = Number(yearText);
  if (yearText.length <= 2) year += calendar === 'hijri' ? 1400 : year > 30 ? 1900 : 2000;
  const told = calendarOf(year) ?? (year >= 1000 && year <= 9999 ? calendar : null);
  if (told === null || month > 99 || day > 99) return null;
  return { calendar: told, year, month, day };
}

function calendarOf(year: number): CalendarName | null {
  if (year >= FIRST_HIJRI_YEAR - 43 && year <= LAST_HIJRI_YEAR) return 'hijri';
  // Whoever lived long ago stands in registers as well.
  return year > LAST_HIJRI_YEAR && year <= LAST_GREGORIAN_YEAR ? 'gregorian' : null;
}

function monthNamed(text: string): number | null {
  const letters =
    foldArabicLetters(text.toUpperCase()).match(/[A-Z]{3,}|[\u0621-\u064a ]{3,}/g) ?? [];
  for (const word of letters) {
    const found = MONTHS.get(word.replaceAll(' ', ''));
    if (found !== undefined) return found;
  }
  return null;
}

/** The calendar as a column names it; null when it says neither. */
export function readCalendar(text: string): CalendarName | null {
  const plain = foldArabicLetters(text.trim().toLowerCase());
  if (/^(?:h|ه|هج|ah|um|isl)/.test(plain)) return 'hijri';
  return /^(?:g|م|ad|ce|greg|mil)/.test(plain) ? 'gregorian' : null;
}

/** `YYYYMMDD` in the date's own calendar: how a date stands in a register's dictionary. */
export function dateText({ year, month, day }: RegisterDate): string {
  return `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
}

/** What `dateText` wrote. */
export function dateOfText(text: string): RegisterDate {
  const year = Number(text.slice(0, 4));
  return {
    calendar: year <= LAST_HIJRI_YEAR ? 'hijri' : 'gregorian',
    year,
    month: Number(text.slice(4, 6)),
    day: Number(text.slice(6, 8)),
  };
}

/** Days since 1970-01-01; NaN when the date does not exist or is not whole. */
export function dayOfDate(date: RegisterDate): number {
  const { calendar, year, month, day } = date;
  if (calendar === 'hijri') return toDayNumber(date) ?? Number.NaN;
  const isThere = month >= 1 && month <= 12 && day >= 1 && day <= gregorianMonthLength(year, month);
  return isThere ? Date.UTC(year, month - 1, day) / DAY_MILLISECONDS : Number.NaN;
}
