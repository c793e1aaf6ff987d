import type { PrintedDate } from '#shared/domain/answers/answer.ts';
import {
  type DayNumber,
  fromDayNumber,
  isoDate,
  parseIsoDate,
  riyadhDayNumber,
} from '#shared/domain/calendar/dayNumber.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import { screenDay } from '#shared/domain/texts/spokenDay.ts';

/**
 * A day as a sentence says it, in both calendars: weekday, then `5 رجب 1447هـ`, `25 ديسمبر 2025م`.
 * @param day `YYYY-MM-DD`
 */
export function spokenDay(
  day: string,
  language: Language,
): { readonly weekday: string; readonly hijri: string; readonly gregorian: string } {
  const number = parseIsoDate(day);
  if (number === null) return { weekday: '', hijri: '', gregorian: day };
  return screenDay(language, number);
}

const TIME_PARTS = {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Riyadh',
  numberingSystem: 'latn',
} as const;
const RIYADH_TIME = new Intl.DateTimeFormat('en-GB', TIME_PARTS);
const RIYADH_SECOND = new Intl.DateTimeFormat('en-GB', { ...TIME_PARTS, second: '2-digit' });

/** `10:42`, Riyadh time, of an instant in ISO 8601. */
export function clockTime(instant: string): string {
  return RIYADH_TIME.format(new Date(instant));
}

/** `10:42:07`, the same where two may be of one minute. */
export function clockSecond(instant: string): string {
  return RIYADH_SECOND.format(new Date(instant));
}

/** The civil day in Riyadh of an instant. */
export function dayOf(instant: string): string {
  return isoDate(riyadhDayNumber(Date.parse(instant)));
}

/** The day in this calendar; null outside 1343-1500 AH, where no guess is made. */
export function readInto(day: DayNumber, calendar: 'hijri' | 'gregorian'): PrintedDate | null {
  try {
    return fromDayNumber(day, calendar);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
