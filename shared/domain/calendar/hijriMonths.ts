import {
  FIRST_HIJRI_DAY,
  FIRST_HIJRI_YEAR,
  LAST_HIJRI_YEAR,
  MONTH_LENGTH_DIGITS,
} from './monthLengths.ts';

export interface HijriMonth {
  readonly year: number;
  readonly month: number;
}

/** Lengths by their last digit, as monthLengths.ts writes them. */
const LENGTH_OF_DIGIT: Readonly<Record<string, number>> = { '8': 28, '9': 29, '0': 30, '1': 31 };

/** First days of all months of the table in order, and last the first day after the table. */
const MONTH_STARTS: readonly number[] = buildMonthStarts();

function buildMonthStarts(): readonly number[] {
  const starts = [FIRST_HIJRI_DAY];
  let next = FIRST_HIJRI_DAY;
  for (const digit of MONTH_LENGTH_DIGITS.join('')) {
    const length = LENGTH_OF_DIGIT[digit];
    if (length === undefined) throw new TypeError(`month table: no length ends in ${digit}`);
    next += length;
    starts.push(next);
  }
  return starts;
}

function monthIndex(year: number, month: number): number | null {
  if (!Number.isInteger(year) || year < FIRST_HIJRI_YEAR || year > LAST_HIJRI_YEAR) return null;
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  return (year - FIRST_HIJRI_YEAR) * 12 + month - 1;
}

/**
 * First day of a month, in days since 1970-01-01.
 * @returns null outside 1343-1500 AH or months 1-12.
 */
export function hijriMonthStart(year: number, month: number): number | null {
  const index = monthIndex(year, month);
  return index === null ? null : (MONTH_STARTS[index] ?? null);
}

/**
 * Days in a month of the Umm al-Qura calendar: 29 or 30, and 28 or 31 in eight months before 1365 AH.
 * @returns null outside 1343-1500 AH or months 1-12.
 */
export function hijriMonthLength(year: number, month: number): number | null {
  const index = monthIndex(year, month);
  if (index === null) return null;
  const start = MONTH_STARTS[index];
  const next = MONTH_STARTS[index + 1];
  return start === undefined || next === undefined ? null : next - start;
}

/**
 * The Hijri date of a day, given in days since 1970-01-01.
 * @returns null for a day outside the table (1924-08-01 to 2077-11-16).
 */
export function hijriDateOfDay(day: number): (HijriMonth & { readonly day: number }) | null {
  let low = 0;
  let high = MONTH_STARTS.length - 1;
  if (day < FIRST_HIJRI_DAY || day >= (MONTH_STARTS[high] ?? FIRST_HIJRI_DAY)) return null;
  // Invariant: the month looked for begins at an index of [low, high).
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((MONTH_STARTS[middle] ?? 0) <= day) low = middle;
    else high = middle;
  }
  const start = MONTH_STARTS[low] ?? FIRST_HIJRI_DAY;
  return {
    year: FIRST_HIJRI_YEAR + Math.floor(low / 12),
    month: (low % 12) + 1,
    day: day - start + 1,
  };
}
