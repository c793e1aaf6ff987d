import {
  CalendarDate,
  GregorianCalendar,
  IslamicUmalquraCalendar,
  toCalendar,
} from '@internationalized/date';
import { describe, expect, it } from 'vitest';
import { UmalquraTableCalendar } from '#shared/domain/calendar/umalquraCalendar.ts';
import { BOTH_AGREE, gregorian, hijri, INTL_WRONG } from './vectors.ts';

const ours = new UmalquraTableCalendar();

const partsOf = ({ year, month, day }: { year: number; month: number; day: number }) => ({
  year,
  month,
  day,
});

describe('UmalquraTableCalendar', () => {
  it.each([...BOTH_AGREE, ...INTL_WRONG])('%s is %s', (hijriText, isoText) => {
    const h = hijri(hijriText);
    const g = gregorian(isoText);
    const hijriDate = new CalendarDate(ours, h.year, h.month, h.day);
    const gregorianDate = new CalendarDate(g.year, g.month, g.day);
    expect(partsOf(toCalendar(hijriDate, new GregorianCalendar()))).toEqual(partsOf(g));
    expect(partsOf(toCalendar(gregorianDate, ours))).toEqual(partsOf(h));
  });

  it('differs from the library where the library is wrong, and is not taken for it', () => {
    const theirs = new IslamicUmalquraCalendar();
    const date = new CalendarDate(ours, 1389, 10, 23);
    expect(theirs.toJulianDay(date)).not.toBe(ours.toJulianDay(date));
    expect(partsOf(toCalendar(date, theirs))).not.toEqual(partsOf(date));
    expect(ours.isEqual(theirs)).toBe(false);
    expect(ours.isEqual(new UmalquraTableCalendar())).toBe(true);
  });

  it('adds days and months over the table', () => {
    expect(partsOf(new CalendarDate(ours, 1446, 9, 29).add({ days: 1 }))).toEqual(
      partsOf(hijri('01/10/1446')),
    );
    expect(partsOf(new CalendarDate(ours, 1446, 8, 30).add({ months: 1 }))).toEqual(
      partsOf(hijri('29/09/1446')),
    );
  });

  it('knows lengths of months and years', () => {
    expect(ours.getDaysInMonth(new CalendarDate(ours, 1446, 9, 1))).toBe(29);
    expect(ours.getDaysInMonth(new CalendarDate(ours, 1445, 12, 1))).toBe(30);
    expect(ours.getDaysInYear(new CalendarDate(ours, 1446, 1, 1))).toBe(354);
    expect(ours.identifier).toBe('islamic-umalqura');
  });

  it('bears a half-typed year', () => {
    expect(partsOf(new CalendarDate(ours, 14, 9, 1))).toEqual({ year: 14, month: 9, day: 1 });
    expect(
      Number.isInteger(
        new CalendarDate(ours, 14, 9, 1).calendar.toJulianDay(new CalendarDate(ours, 14, 9, 1)),
      ),
    ).toBe(true);
  });
});
