import { describe, expect, test } from 'vitest';
import {
  emptyDateParts,
  isSegmentFull,
  padSegment,
  readPastedDate,
  stepSegment,
} from '#renderer/components/date-parts.ts';
import { readDateParts, toDateParts } from '#renderer/components/date-reading.ts';

const EXPECTED = { day: '01', month: '07', year: '1400' };

describe('a pasted date', () => {
  test.each([
    '01/07/1400',
    '٠١/٠٧/١٤٠٠',
    '۱/۷/۱۴۰۰',
    '1-7-1400',
    '1 7 1400',
    '1400/7/1',
    '1400-07-01',
    '01071400',
    '\u200f01/07/1400\u200f',
    '01/07/1400 هـ',
  ])('is read from "%s"', (text) => {
    expect(readPastedDate(text)).toEqual(EXPECTED);
  });

  test.each(['', '12', '1/7', '1/7/80', 'abc', '1/7/1400/2'])('is not found in "%s"', (text) => {
    expect(readPastedDate(text)).toBeNull();
  });

  test('keeps an impossible day, so that it can be explained', () => {
    expect(readPastedDate('30/09/1446')).toEqual({ day: '30', month: '09', year: '1446' });
  });
});

describe('the boxes', () => {
  test('go on when no second digit can follow', () => {
    expect(isSegmentFull('day', '3')).toBe(false);
    expect(isSegmentFull('day', '4')).toBe(true);
    expect(isSegmentFull('month', '1')).toBe(false);
    expect(isSegmentFull('month', '2')).toBe(true);
    expect(isSegmentFull('year', '1')).toBe(false);
  });

  test('pad days and months, never years', () => {
    expect(padSegment('day', '1')).toBe('01');
    expect(padSegment('month', '12')).toBe('12');
    expect(padSegment('year', '1')).toBe('1');
    expect(padSegment('day', '')).toBe('');
  });

  test('step round at the ends of the calendar in use', () => {
    expect(stepSegment('day', '30', 1, 'hijri')).toBe('01');
    expect(stepSegment('day', '30', 1, 'gregorian')).toBe('31');
    expect(stepSegment('month', '01', -1, 'hijri')).toBe('12');
    expect(stepSegment('year', '1446', -1, 'hijri')).toBe('1445');
    expect(stepSegment('year', '', 1, 'hijri')).toBe('');
  });
});

describe('reading the boxes', () => {
  test('gives the date as printed and the other calendar beside it', () => {
    expect(readDateParts({ calendar: 'hijri', ...EXPECTED })).toEqual({
      date: { calendar: 'hijri', year: 1400, month: 7, day: 1 },
      problem: null,
      other: '15/05/1980',
    });
  });

  test('says what keeps the boxes from being a date', () => {
    const hijri = { calendar: 'hijri', day: '30', month: '09', year: '1446' } as const;
    expect(readDateParts(emptyDateParts('hijri')).problem).toBe('empty');
    expect(readDateParts({ ...hijri, year: '144' }).problem).toBe('incomplete');
    expect(readDateParts(hijri)).toEqual({ date: null, problem: 'noSuchDay', other: null });
    expect(readDateParts({ ...hijri, year: '1600' }).problem).toBe('outOfRange');
  });

  test('a kept date fills the boxes again', () => {
    const date = { calendar: 'gregorian', year: 1980, month: 5, day: 5 } as const;
    expect(readDateParts(toDateParts(date)).date).toEqual(date);
  });
});
