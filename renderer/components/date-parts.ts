import { toWesternDigits } from './western-digits.ts';

export type DateSegment = 'day' | 'month' | 'year';
export type DateCalendar = 'hijri' | 'gregorian';

/** What stands in the three boxes, as digits 0-9 or empty, in the calendar it was printed or spoken in. */
export interface DateParts {
  readonly calendar: DateCalendar;
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export const SEGMENTS = ['day', 'month', 'year'] as const satisfies readonly DateSegment[];

/** Digits a box takes before the typing goes on to the next. */
export const SEGMENT_LENGTH = { day: 2, month: 2, year: 4 } as const satisfies Record<
  DateSegment,
  number
>;

/** The largest first digit after which a second one can follow: a day 4 or a month 2 is complete. */
const LAST_OPEN_DIGIT = { day: '3', month: '1', year: '9' } as const satisfies Record<
  DateSegment,
  string
>;

export function emptyDateParts(calendar: DateCalendar): DateParts {
  return { calendar, day: '', month: '', year: '' };
}

export function isEmptyDate(parts: DateParts): boolean {
  return parts.day === '' && parts.month === '' && parts.year === '';
}

/** True when no further digit can belong to this box. */
export function isSegmentFull(segment: DateSegment, text: string): boolean {
  return (
    text.length >= SEGMENT_LENGTH[segment] ||
    (text.length === 1 && text > LAST_OPEN_DIGIT[segment] && segment !== 'year')
  );
}

/** `1` becomes `01` when the hand leaves the box; a year is left as it was typed. */
export function padSegment(segment: DateSegment, text: string): string {
  return segment === 'year' || text.length !== 1 || text === '0' ? text : `0${text}`;
}

/**
 * Reads a whole date out of pasted text: `01/07/1400`, `٠١/٠٧/١٤٠٠`, `1400-7-1`, `1 7 1400` or eight
 * digits. Day first unless the first number has four digits. Null when it is not three numbers; the
 * numbers are not judged here, so that an impossible date stays visible and can be explained.
 */
export function readPastedDate(text: string): Omit<DateParts, 'calendar'> | null {
  const plain = toWesternDigits(text)
    .replace(/\p{Cf}/gu, '')
    .trim();
  const eight = /^(\d{2})(\d{2})(\d{4})$/.exec(plain);
  const yearFirst = /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/.exec(plain);
  const dayFirst = /^(\d{1,2})\D+(\d{1,2})\D+(\d{4})\D*$/.exec(plain) ?? eight;
  const [, first = '', second = '', third = ''] = yearFirst ?? dayFirst ?? [];
  if (first === '') {
    return null;
  }
  const [day, year] = yearFirst === null ? [first, third] : [third, first];
  return { day: padSegment('day', day), month: padSegment('month', second), year };
}

/** One step up or down inside a box; days and months go round, years do not. */
export function stepSegment(
  segment: DateSegment,
  text: string,
  step: 1 | -1,
  calendar: DateCalendar,
): string {
  if (segment === 'year') {
    return text === '' ? '' : String(Math.min(9999, Math.max(1, Number(text) + step)));
  }
  const top = segment === 'month' ? 12 : calendar === 'hijri' ? 30 : 31;
  if (text === '') {
    return padSegment(segment, String(step === 1 ? 1 : top));
  }
  const next = Number(text) + step;
  return padSegment(segment, String(next < 1 ? top : next > top ? 1 : next));
}
