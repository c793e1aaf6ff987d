import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import settings from '#resources/settings/settings.v1.json' with { type: 'json' };
import { weekday } from '#shared/domain/calendar/dateArithmetic.ts';
import {
  type DayNumber,
  dayNumber,
  fromDayNumber,
  isoDate,
  parseIsoDate,
  toDayNumber,
} from '#shared/domain/calendar/dayNumber.ts';
import { formatNumericDate } from '#shared/domain/calendar/formatDate.ts';
import { contactFrom, isDayOff, replyNotBefore } from '#shared/domain/promise/promise.ts';
import { WorkingCalendar } from '#shared/domain/promise/workingCalendar.ts';

const SHIPPED = WorkingCalendar.parse(settings.calendar);

function day(text: string): DayNumber {
  const found = parseIsoDate(text);
  if (found === null) throw new TypeError(text);
  return found;
}

const hijriText = (value: DayNumber) => formatNumericDate(fromDayNumber(value, 'hijri'));

describe('the promise of two weeks', () => {
  it.each([
    ['2025-02-24', '25/08/1446', '2025-03-10', '10/09/1446', '2025-03-10'],
    ['2025-02-20', '21/08/1446', '2025-03-06', '06/09/1446', '2025-03-06'],
    // The Eid of 1446 reaches to Wednesday 2 April.
    ['2025-03-18', '18/09/1446', '2025-04-01', '03/10/1446', '2025-04-03'],
    ['2025-12-25', '05/07/1447', '2026-01-08', '19/07/1447', '2026-01-08'],
    ['2026-06-08', '22/12/1447', '2026-06-22', '07/01/1448', '2026-06-22'],
    ['2028-02-20', '24/09/1449', '2028-03-05', '09/10/1449', '2028-03-05'],
  ])(
    'submitted %s (%s): not before %s (%s), contact from %s',
    (submitted, h, reply, hReply, contact) => {
      const dayZero = day(submitted);
      const notBefore = replyNotBefore(dayZero, { replyDays: 14 });
      expect(hijriText(dayZero)).toBe(h);
      expect(isoDate(notBefore)).toBe(reply);
      expect(hijriText(notBefore)).toBe(hReply);
      expect(isoDate(contactFrom(notBefore, SHIPPED))).toBe(contact);
    },
  );
});

describe('contactFrom', () => {
  it('passes over Friday and Saturday', () => {
    expect(isoDate(contactFrom(day('2025-02-28'), SHIPPED))).toBe('2025-03-02');
    expect(isoDate(contactFrom(day('2025-03-01'), SHIPPED))).toBe('2025-03-02');
  });

  it('passes from a holiday over the weekend behind it', () => {
    // Eid al-Adha 1446: Thursday 5 to Sunday 8 June.
    expect(isoDate(contactFrom(day('2025-06-05'), SHIPPED))).toBe('2025-06-09');
    // Eid al-Adha 1447: Tuesday 26 to Friday 29 May, then Saturday.
    expect(isoDate(contactFrom(day('2026-05-26'), SHIPPED))).toBe('2026-05-31');
  });

  it('needs a working day in the week', () => {
    const never = { daysOff: [0, 1, 2, 3, 4, 5, 6], holidays: [] };
    expect(() => contactFrom(day('2025-03-02'), never)).toThrow(RangeError);
  });

  it('is the first day that is not off', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: day('2025-01-01'), max: day('2029-12-31') }),
        fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 6 }),
        (value, daysOff) => {
          const from = dayNumber(value);
          const workingDays = { ...SHIPPED, daysOff };
          const found = contactFrom(from, workingDays);
          expect(isDayOff(found, workingDays)).toBe(false);
          for (let skipped = value; skipped < found; skipped += 1) {
            expect(isDayOff(dayNumber(skipped), workingDays)).toBe(true);
          }
        },
      ),
    );
  });
});

describe('the working calendar', () => {
  it('gives Friday and Saturday off', () => {
    expect(SHIPPED.daysOff).toEqual([5, 6]);
    expect(weekday(day('2025-02-28'))).toBe(5);
  });

  it('follows the table: Eid from the day after 29 Ramadan, Arafa on 9 Dhu al-Hijja', () => {
    for (let year = 1446; year <= 1450; year += 1) {
      const ramadan29 = toDayNumber({ calendar: 'hijri', year, month: 9, day: 29 });
      const arafa = toDayNumber({ calendar: 'hijri', year, month: 12, day: 9 });
      const begin = SHIPPED.holidays.map(
        ({ name, from, to }) => `${name} ${from} ${to - from + 1}`,
      );
      expect(begin).toContain(`eidAlFitr ${Number(ramadan29) + 1} 4`);
      expect(begin).toContain(`eidAlAdha ${arafa} 4`);
    }
  });

  it('holds the national and the founding day of every year it reaches', () => {
    for (let year = 2025; year <= 2029; year += 1) {
      expect(isDayOff(day(`${year}-02-22`), { ...SHIPPED, daysOff: [] })).toBe(true);
      expect(isDayOff(day(`${year}-09-23`), { ...SHIPPED, daysOff: [] })).toBe(true);
    }
  });

  it.each([
    ['a holiday that ends before it begins', { holidays: [span('2025-04-02', '2025-03-30')] }],
    ['a day that does not exist', { holidays: [span('2025-02-30', '2025-03-01')] }],
    ['a whole week off', { daysOff: [0, 1, 2, 3, 4, 5, 6] }],
    ['a day off told twice', { daysOff: [5, 5] }],
    ['what it does not know', { version: 2 }],
  ])('refuses %s', (_, change) => {
    expect(WorkingCalendar.safeParse(settings.calendar).success).toBe(true);
    expect(WorkingCalendar.safeParse({ ...settings.calendar, ...change }).success).toBe(false);
  });
});

function span(from: string, to: string) {
  return { name: 'other', from, to };
}
