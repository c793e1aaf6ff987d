import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PrintedDate } from '#shared/domain/answers/answer.ts';
import { compareAmounts } from '#shared/domain/matching/comparisons/amounts.ts';
import {
  compareDatesAcrossCalendars,
  compareExactDates,
} from '#shared/domain/matching/comparisons/dates.ts';
import {
  compareIbans,
  compareIdentifiers,
} from '#shared/domain/matching/comparisons/identifiers.ts';
import { compareMemberSets, type Member } from '#shared/domain/matching/comparisons/members.ts';
import { compareHolder, comparePersonNames } from '#shared/domain/matching/comparisons/persons.ts';
import { comparePlaces, likenessOf } from '#shared/domain/matching/comparisons/places.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...Array.from('ابتسعيدةالآلأ محمد ١٢٣123ـَABC-')) }),
);
const anyDate: fc.Arbitrary<PrintedDate> = fc.record({
  calendar: fc.constantFrom('hijri', 'gregorian'),
  year: fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1395, max: 1455 })),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 31 }),
});
const PLACE = { match: 85, review: 60, drop: ['حي'] };

test('no text is too strange to compare', () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      for (const compare of [compareIdentifiers, compareIbans, comparePersonNames]) {
        expect(compare(a, b).verdict).toBeTypeOf('string');
      }
      expect(comparePlaces([a], b, PLACE).verdict).toBeTypeOf('string');
      expect(compareHolder(a, [b], a, 'review').verdict).toBeTypeOf('string');
    }),
    { numRuns: 400 },
  );
});

test('what is stated and what is read may change places', () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      expect(compareIdentifiers(a, b)).toEqual(compareIdentifiers(b, a));
      expect(comparePersonNames(a, b)).toEqual(comparePersonNames(b, a));
      expect(comparePlaces([a], b, PLACE)).toEqual(comparePlaces([b], a, PLACE));
    }),
    { numRuns: 400 },
  );
});

test('likeness lies between 0 and 1, and is 1 for a text and itself', () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      const likeness = likenessOf(a, b);
      expect(likeness).toBeGreaterThanOrEqual(0);
      expect(likeness).toBeLessThanOrEqual(1);
      expect(likenessOf(a, a)).toBe(a === '' ? 0 : 1);
    }),
  );
});

test('dates of any kind are compared, and either way alike', () => {
  fc.assert(
    fc.property(anyDate, anyDate, (a, b) => {
      expect(compareDatesAcrossCalendars(a, b)).toEqual(compareDatesAcrossCalendars(b, a));
      expect(compareExactDates(a, b)).toEqual(compareExactDates(b, a));
      expect(compareExactDates(a, a).verdict).toBe('match');
    }),
    { numRuns: 500 },
  );
});

test('an amount further off is never judged better', () => {
  const rank = ['match', 'matchWithTolerance', 'review'];
  const amount = fc.integer({ min: 0, max: 100_000_000 });
  const rule = { percent: 2, halalas: 2000, otherwise: 'review' } as const;
  fc.assert(
    fc.property(amount, amount, amount, (read, near, further) => {
      const one = compareAmounts(read + near, read, rule).verdict;
      const other = compareAmounts(read + near + further, read, rule).verdict;
      expect(rank.indexOf(other)).toBeGreaterThanOrEqual(rank.indexOf(one));
    }),
  );
});

test('sets of members: changing sides changes the two differences, and nothing else', () => {
  const members = fc.uniqueArray(
    fc.record({
      rowId: fc.constant('r'),
      name: fc.constant<string | null>(null),
      idNumber: fc.stringMatching(/^1\d{9}$/).map((id): string | null => id),
      birthDate: fc.constant(null),
      relationship: fc.constant(null),
    }),
    { selector: (member: Member) => member.idNumber, maxLength: 6 },
  );
  fc.assert(
    fc.property(members, members, members, (shared, one, other) => {
      const there = compareMemberSets([...shared, ...one], [...other, ...shared]);
      const back = compareMemberSets([...other, ...shared], [...shared, ...one]);
      expect(there.verdict).toBe(back.verdict);
      expect(there.params.onlyStated ?? []).toEqual(back.params.onlyInDocument ?? []);
    }),
  );
});
