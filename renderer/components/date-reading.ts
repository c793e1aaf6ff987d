import {
  CalendarDate,
  GregorianCalendar,
  IslamicUmalquraCalendar,
  toCalendar,
} from '@internationalized/date';
import type { DateCalendar, DateParts } from './date-parts.ts';

export interface CivilDate {
  readonly calendar: DateCalendar;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface DateReading {
  /** The date, when the parts are one; never derived from the other calendar. */
  readonly date: CivilDate | null;
  readonly problem: 'empty' | 'incomplete' | 'impossible' | null;
  /** The same day in the other calendar, `dd/mm/yyyy`; null when it is unknown. */
  readonly other: string | null;
}

/** Says of three boxes whether they are a date, and which day that is in the other calendar. */
export function readDateParts(parts: DateParts): DateReading {
  if (parts.day === '' && parts.month === '' && parts.year === '') {
    return { date: null, problem: 'empty', other: null };
  }
  if (parts.day === '' || parts.month === '' || parts.year.length < 4) {
    return { date: null, problem: 'incomplete', other: null };
  }
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)];
  const [own, other] =
    parts.calendar === 'hijri'
      ? [new IslamicUmalquraCalendar(), new GregorianCalendar()]
      : [new GregorianCalendar(), new IslamicUmalquraCalendar()];
  const date = new CalendarDate(own, year, month, day);
  if (date.year !== year || date.month !== month || date.day !== day) {
    return { date: null, problem: 'impossible', other: null };
  }
  const converted = toCalendar(date, other);
  return {
    date: { calendar: parts.calendar, year, month, day },
    problem: null,
    other: [pad(converted.day, 2), pad(converted.month, 2), pad(converted.year, 4)].join('/'),
  };
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
