import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  convertDate,
  dateExists,
  dateProblem,
  dayNumber,
  fromDayNumber,
  hijriMonthLength,
  isoDate,
  parseIsoDate,
  riyadhDayNumber,
  toDayNumber,
} from '#shared/domain/calendar/dayNumber.ts';
import { BOTH_AGREE, DO_NOT_EXIST, gregorian, hijri, INTL_WRONG } from './vectors.ts';

/** A second, independent table. It is CommonJS whose types do not say so, hence the check by hand. */
const require = createRequire(import.meta.url);
const { default: umalqura } = z
  .object({
    default: z.custom<{
      readonly $: {
        hijriToGregorian(
          year: number,
          month: number,
          day: number,
        ): { readonly gy: number; readonly gm: number; readonly gd: number };
      };
    }>((value) => typeof value === 'function' && '$' in value),
  })
  .parse(require('@umalqura/core'));

const FIRST_DAY = Date.UTC(1924, 7, 1) / 86_400_000;
const LAST_DAY = Date.UTC(2077, 10, 16) / 86_400_000;

/** The months by which the announced calendar was corrected: neither 29 nor 30 days. */
const CORRECTED_MONTHS = [
  '1343/9 28',
  '1345/5 31',
  '1345/8 28',
  '1348/11 31',
  '1348/12 28',
  '1349/10 28',
  '1349/11 31',
  '1364/8 28',
];

const intl = new Intl.DateTimeFormat('en-GB', {
  calendar: 'islamic-umalqura',
  numberingSystem: 'latn',
  timeZone: 'Asia/Riyadh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

function intlHijri(isoDay: string): string {
  const parts = intl.formatToParts(Date.parse(isoDay));
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('day')}/${part('month')}/${part('year')}`;
}

describe('the vectors of the field', () => {
  it.each([...BOTH_AGREE, ...INTL_WRONG])('%s is %s', (hijriText, isoText) => {
    expect(convertDate(hijri(hijriText), 'gregorian')).toEqual(gregorian(isoText));
    expect(convertDate(gregorian(isoText), 'hijri')).toEqual(hijri(hijriText));
  });

  it.each(INTL_WRONG)('Intl is wrong on %s = %s', (hijriText, isoText) => {
    expect(intlHijri(isoText)).not.toBe(hijriText);
  });

  it.each(BOTH_AGREE)('Intl agrees on %s = %s', (hijriText, isoText) => {
    expect(intlHijri(isoText)).toBe(hijriText);
  });

  it.each(DO_NOT_EXIST)('%s does not exist', (text) => {
    expect(dateProblem(hijri(text))).toBe('noSuchDay');
    expect(dateExists(hijri(text))).toBe(false);
    expect(toDayNumber(hijri(text))).toBeNull();
    expect(convertDate(hijri(text), 'gregorian')).toBeNull();
  });
});

describe('the table', () => {
  it('spans 1 Muharram 1343 to 30 Dhu al-Hijja 1500', () => {
    expect(toDayNumber(hijri('01/01/1343'))).toBe(FIRST_DAY);
    expect(toDayNumber(hijri('30/12/1500'))).toBe(LAST_DAY);
    expect(dateProblem(hijri('29/12/1342'))).toBe('outOfRange');
    expect(dateProblem(hijri('01/01/1501'))).toBe('outOfRange');
    expect(() => fromDayNumber(dayNumber(FIRST_DAY - 1), 'hijri')).toThrow(RangeError);
    expect(() => fromDayNumber(dayNumber(LAST_DAY + 1), 'hijri')).toThrow(RangeError);
    expect(convertDate(gregorian('1924-07-31'), 'hijri')).toBeNull();
    expect(hijriMonthLength(1446, 13)).toBeNull();
  });

  it('has months of 29 and 30 days, but for the eight that were corrected before 1365 AH', () => {
    const others: string[] = [];
    for (let year = 1343; year <= 1500; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const length = hijriMonthLength(year, month);
        if (length !== 29 && length !== 30) others.push(`${year}/${month} ${length}`);
      }
    }
    expect(others).toEqual(CORRECTED_MONTHS);
  });

  it('agrees with an independent library on every month from 1401/2 on', () => {
    const differing: string[] = [];
    for (let year = 1401; year <= 1500; year += 1) {
      for (let month = year === 1401 ? 2 : 1; month <= 12; month += 1) {
        const { gy, gm, gd } = umalqura.$.hijriToGregorian(year, month, 1);
        const theirs = Date.UTC(gy, gm, gd) / 86_400_000;
        const ours = toDayNumber({ calendar: 'hijri', year, month, day: 1 });
        if (ours !== theirs) differing.push(`${year}/${month}`);
      }
    }
    expect(differing).toEqual([]);
  });

  it('gives back every one of its days, in order', () => {
    let previous = '';
    for (let day = FIRST_DAY; day <= LAST_DAY; day += 1) {
      const date = fromDayNumber(dayNumber(day), 'hijri');
      if (toDayNumber(date) !== day) expect.fail(`day ${day} came back as another`);
      const { year, month } = date;
      const key = [year, month, date.day].map((part) => String(part).padStart(4, '0')).join();
      if (key <= previous) expect.fail(`day ${day} is not after the day before`);
      previous = key;
    }
    expect(previous).toBe('1500,0012,0030');
  });
});

describe('Gregorian days', () => {
  it('come back from 1900 to 2100', () => {
    const first = Date.UTC(1900, 0, 1) / 86_400_000;
    const last = Date.UTC(2100, 11, 31) / 86_400_000;
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (value) => {
        const day = dayNumber(value);
        expect(toDayNumber(fromDayNumber(day, 'gregorian'))).toBe(day);
        expect(parseIsoDate(isoDate(day))).toBe(day);
      }),
    );
    expect(() => fromDayNumber(dayNumber(first - 1), 'gregorian')).toThrow(RangeError);
    expect(() => fromDayNumber(dayNumber(last + 1), 'gregorian')).toThrow(RangeError);
    expect(() => fromDayNumber(dayNumber(9e12), 'gregorian')).toThrow(RangeError);
  });

  it.each([
    ['2023-02-29', 'noSuchDay'],
    ['1900-02-29', 'noSuchDay'],
    ['2025-04-31', 'noSuchDay'],
    ['2025-13-01', 'noSuchDay'],
    ['2025-01-00', 'noSuchDay'],
    ['1899-12-31', 'outOfRange'],
    ['2101-01-01', 'outOfRange'],
    ['2024-02-29', null],
  ])('%s: %s', (text, problem) => {
    expect(dateProblem(gregorian(text))).toBe(problem);
  });

  it('are read from ISO dates alone', () => {
    expect(parseIsoDate('2025-02-24')).toBe(Date.UTC(2025, 1, 24) / 86_400_000);
    for (const text of ['2025-2-24', '24/02/2025', '2025-02-30', '2025-02-24T00:00', '']) {
      expect(parseIsoDate(text)).toBeNull();
    }
  });

  it('are not made of fractions', () => {
    expect(() => dayNumber(1.5)).toThrow(RangeError);
    expect(() => dayNumber(Number.NaN)).toThrow(RangeError);
  });
});

describe('the civil day in Riyadh', () => {
  it.each([
    ['2025-02-23T20:59:59.999Z', '2025-02-23'],
    ['2025-02-23T21:00:00.000Z', '2025-02-24'],
    ['2025-07-01T20:59:59.999Z', '2025-07-01'],
    ['1969-12-31T20:59:59.999Z', '1969-12-31'],
  ])('of %s is %s', (instant, day) => {
    expect(isoDate(riyadhDayNumber(Date.parse(instant)))).toBe(day);
  });
});
