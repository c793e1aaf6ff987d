import type { CalendarName, PrintedDate } from '../answers/answer.ts';
import { toDayNumber } from './dayNumber.ts';

export type DateLanguage = 'ar' | 'en';

export interface DateInWords {
  /** Empty when the date does not exist: it was on no day of the week. */
  readonly weekday: string;
  readonly day: number;
  readonly month: string;
  readonly year: number;
  /** `هـ`, `م`, `AH`, `AD`. */
  readonly era: string;
}

const DAY_MILLISECONDS = 86_400_000;
/** A year on which Intl's calendar and our table agree; names of months do not depend on the year. */
const YEAR_FOR_NAMES = { hijri: 1446, gregorian: 2025 } as const;
const INTL_CALENDAR = { hijri: 'islamic-umalqura', gregorian: 'gregory' } as const;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(
  language: DateLanguage,
  calendar: CalendarName,
  part: 'weekday' | 'month' | 'era',
): Intl.DateTimeFormat {
  const key = `${language} ${calendar} ${part}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(language, {
    calendar: INTL_CALENDAR[calendar],
    numberingSystem: 'latn',
    timeZone: 'Asia/Riyadh',
    ...(part === 'era' ? { era: 'short', year: 'numeric' } : { [part]: 'long' }),
  });
  formatters.set(key, made);
  return made;
}

function namePart(
  language: DateLanguage,
  calendar: CalendarName,
  part: 'weekday' | 'month' | 'era',
  day: number,
): string {
  const parts = formatter(language, calendar, part).formatToParts(day * DAY_MILLISECONDS);
  const name = parts.find((found) => found.type === part)?.value ?? '';
  // Our font has no letter for the ain of a name in Latin letters: another font's leaves a gap on paper.
  return name.replaceAll('ʻ', '’');
}

/** `DD/MM/YYYY` in ASCII digits, in the date's own calendar; to be shown inside `<bdi dir="ltr">`. */
export function formatNumericDate(date: PrintedDate): string {
  const day = String(date.day).padStart(2, '0');
  const month = String(date.month).padStart(2, '0');
  return `${day}/${month}/${String(date.year).padStart(4, '0')}`;
}

/**
 * The parts of a date as a sentence says it. Intl gives the names alone: it never converts the date,
 * for which it is wrong in many months; the month's name is read off the middle of that month in a
 * year on which Intl and the table agree.
 */
export function describeDate(date: PrintedDate, language: DateLanguage): DateInWords {
  const { calendar, year, month } = date;
  const day = toDayNumber(date);
  const middleOfMonth = toDayNumber({ calendar, year: YEAR_FOR_NAMES[calendar], month, day: 15 });
  if (middleOfMonth === null) throw new RangeError(`no month ${month}`);
  return {
    weekday: day === null ? '' : namePart(language, 'gregorian', 'weekday', day),
    day: date.day,
    month: namePart(language, calendar, 'month', middleOfMonth),
    year,
    era: namePart(language, calendar, 'era', middleOfMonth),
  };
}
