import type { PrintedDate } from '#shared/domain/answers/answer.ts';
import { convertDate, dateProblem } from '#shared/domain/calendar/dayNumber.ts';
import { formatNumericDate } from '#shared/domain/calendar/formatDate.ts';
import { type DateParts, isEmptyDate } from './date-parts.ts';

export interface DateReading {
  /** The date, when the parts are a day that exists; never derived from the other calendar. */
  readonly date: PrintedDate | null;
  /**
   * `noSuchDay` as 30/09/1446, `outOfRange` outside the table; `incomplete` while a box is empty or
   * the year has fewer than four digits.
   */
  readonly problem: 'empty' | 'incomplete' | 'noSuchDay' | 'outOfRange' | null;
  /** The same day in the other calendar, `DD/MM/YYYY`; null when it has none. */
  readonly other: string | null;
}

/** Says of three boxes whether they are a date, and which day that is in the other calendar. */
export function readDateParts(parts: DateParts): DateReading {
  if (isEmptyDate(parts)) {
    return { date: null, problem: 'empty', other: null };
  }
  if (parts.day === '' || parts.month === '' || parts.year.length < 4) {
    return { date: null, problem: 'incomplete', other: null };
  }
  const date: PrintedDate = {
    calendar: parts.calendar,
    year: Number(parts.year),
    month: Number(parts.month),
    day: Number(parts.day),
  };
  const problem = dateProblem(date);
  if (problem !== null) {
    return { date: null, problem, other: null };
  }
  const other = convertDate(date, parts.calendar === 'hijri' ? 'gregorian' : 'hijri');
  return { date, problem: null, other: other === null ? null : formatNumericDate(other) };
}

/** The boxes of a date that was kept before. */
export function toDateParts(date: PrintedDate): DateParts {
  const [day = '', month = '', year = ''] = formatNumericDate(date).split('/');
  return { calendar: date.calendar, day, month, year };
}
