import { describe, expect, it } from 'vitest';
import type { PrintedDate } from '#shared/domain/answers/answer.ts';
import { compareAcrossCalendars } from '#shared/domain/calendar/compareAcrossCalendars.ts';
import {
  addCalendarMonths,
  addDays,
  ageOn,
  compareDates,
  weekday,
} from '#shared/domain/calendar/dateArithmetic.ts';
import {
  type DayNumber,
  fromDayNumber,
  isoDate,
  parseIsoDate,
  toDayNumber,
} from '#shared/domain/calendar/dayNumber.ts';
import { gregorian, hijri } from './vectors.ts';

function day(text: string): DayNumber {
  const found = parseIsoDate(text);
  if (found === null) throw new TypeError(text);
  return found;
}

/** The Gregorian date so many days after a Hijri one. */
function gregorianAfter(date: PrintedDate, days: number): PrintedDate {
  const start = toDayNumber(date);
  if (start === null) throw new TypeError('no such day');
  return fromDayNumber(addDays(start, days), 'gregorian');
}

describe('weekday', () => {
  it.each([
    ['2025-02-24', 1],
    ['2025-02-20', 4],
    ['2025-12-25', 4],
    ['2028-02-20', 0],
    ['1970-01-01', 4],
    ['1969-12-27', 6],
    ['1924-08-01', 5],
  ])('of %s is %i', (text, expected) => {
    expect(weekday(day(text))).toBe(expected);
  });
});

describe('addCalendarMonths', () => {
  it.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-12-15', 3, '2026-03-15'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-01-15', -1, '2024-12-15'],
    ['2025-08-31', 12, '2026-08-31'],
    ['2025-05-31', 0, '2025-05-31'],
  ])('%s and %i months: %s', (from, months, to) => {
    expect(isoDate(addCalendarMonths(day(from), months))).toBe(to);
  });

  it('refuses to leave 1900-2100', () => {
    expect(() => addCalendarMonths(day('2100-12-01'), 1)).toThrow(RangeError);
    expect(() => addCalendarMonths(day('1900-01-01'), -1)).toThrow(RangeError);
  });
});

describe('ageOn', () => {
  it.each([
    [gregorian('2000-02-24'), '2025-02-24', 25],
    [gregorian('2000-02-25'), '2025-02-24', 24],
    [gregorian('2004-02-29'), '2025-02-28', 20],
    [gregorian('2004-02-29'), '2025-03-01', 21],
    [gregorian('2025-02-24'), '2025-02-24', 0],
    [gregorian('2025-02-25'), '2025-02-24', null],
    // 01/07/1400 is 1980-05-15; a day earlier the birthday has not come.
    [hijri('01/07/1400'), '2025-05-15', 45],
    [hijri('01/07/1400'), '2025-05-14', 44],
    [hijri('30/09/1446'), '2026-01-01', null],
  ])('%o on %s: %s', (birth, today, age) => {
    expect(ageOn(birth, day(today))).toBe(age);
  });
});

describe('compareDates', () => {
  it('counts days across calendars', () => {
    expect(compareDates(hijri('25/08/1446'), gregorian('2025-02-24'))).toBe(0);
    expect(compareDates(hijri('25/08/1446'), gregorian('2025-02-26'))).toBe(-2);
    expect(compareDates(gregorian('2025-02-26'), hijri('25/08/1446'))).toBe(2);
    expect(compareDates(hijri('30/09/1446'), gregorian('2025-02-26'))).toBeNull();
  });
});

describe('compareAcrossCalendars', () => {
  it('asks for the exact triple within one calendar', () => {
    const date = hijri('01/07/1400');
    expect(compareAcrossCalendars(date, date)).toEqual({ verdict: 'match', daysApart: 0 });
    expect(compareAcrossCalendars(date, hijri('02/07/1400'))).toEqual({
      verdict: 'mismatch',
      daysApart: 1,
    });
    const notOnTheTable = hijri('01/07/1300');
    expect(compareAcrossCalendars(notOnTheTable, notOnTheTable)).toEqual({
      verdict: 'match',
      daysApart: null,
    });
  });

  it.each([
    ['01/01/1420', 0, 'match'],
    ['01/01/1420', 1, 'mismatch'],
    ['29/12/1450', 0, 'match'],
    ['29/12/1450', -1, 'mismatch'],
    ['29/12/1419', 0, 'match'],
    ['29/12/1419', 1, 'matchWithTolerance'],
    ['29/12/1419', -1, 'matchWithTolerance'],
    ['29/12/1419', 2, 'review'],
    ['29/12/1419', -3, 'mismatch'],
    ['01/01/1451', -1, 'matchWithTolerance'],
    ['01/01/1451', -2, 'review'],
    ['01/01/1451', 3, 'mismatch'],
  ] as const)('%s against the day %i away: %s', (text, days, verdict) => {
    const stated = hijri(text);
    const read = gregorianAfter(stated, days);
    const expected = { verdict, daysApart: Math.abs(days) };
    expect(compareAcrossCalendars(stated, read)).toEqual(expected);
    expect(compareAcrossCalendars(read, stated)).toEqual(expected);
  });

  it('leaves a date that does not exist to a person', () => {
    expect(compareAcrossCalendars(hijri('30/09/1446'), gregorian('2025-03-30'))).toEqual({
      verdict: 'review',
      daysApart: null,
    });
  });
});
