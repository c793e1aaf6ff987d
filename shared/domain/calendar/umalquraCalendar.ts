import {
  type AnyCalendarDate,
  type Calendar,
  CalendarDate,
  IslamicUmalquraCalendar,
} from '@internationalized/date';
import { hijriDateOfDay, hijriMonthLength, hijriMonthStart } from './hijriMonths.ts';

/** The Julian day number of 1970-01-01, as @internationalized/date counts. */
const JULIAN_DAY_OF_DAY_ZERO = 2_440_588;

/**
 * Umm al-Qura by our own month table, for `useDateFieldState({ createCalendar })`. Outside 1343-1500
 * AH it falls back to the library's calendar, so that a half-typed year does not throw; such dates
 * are refused by `dateProblem`.
 *
 * Formatters still go through Intl, which knows nothing of this table: text must be taken from the
 * segments' own numbers, or from formatDate.ts.
 */
export class UmalquraTableCalendar extends IslamicUmalquraCalendar {
  override fromJulianDay(julianDay: number): CalendarDate {
    const date = hijriDateOfDay(julianDay - JULIAN_DAY_OF_DAY_ZERO);
    if (date === null) return super.fromJulianDay(julianDay);
    return new CalendarDate(this, date.year, date.month, date.day);
  }

  override toJulianDay(date: AnyCalendarDate): number {
    const start = hijriMonthStart(date.year, date.month);
    if (start === null) return super.toJulianDay(date);
    return JULIAN_DAY_OF_DAY_ZERO + start + date.day - 1;
  }

  override getDaysInMonth(date: AnyCalendarDate): number {
    return hijriMonthLength(date.year, date.month) ?? super.getDaysInMonth(date);
  }

  override getDaysInYear(date: AnyCalendarDate): number {
    let days = 0;
    for (let month = 1; month <= 12; month += 1) {
      const length = hijriMonthLength(date.year, month);
      if (length === null) return super.getDaysInYear(date);
      days += length;
    }
    return days;
  }

  /** Three months before 1350 AH had 31 days. */
  override getMaximumDaysInMonth(): number {
    return 31;
  }

  /**
   * The library's own calendar has the same identifier and other days: were the two taken as equal, a
   * date would pass from one to the other unconverted.
   */
  isEqual(calendar: Calendar): boolean {
    return calendar instanceof UmalquraTableCalendar;
  }
}
