import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerSet, PrintedDate } from '#shared/domain/answers/answer.ts';
import { addDays } from '#shared/domain/calendar/dateArithmetic.ts';
import { fromDayNumber, isoDate, parseIsoDate } from '#shared/domain/calendar/dayNumber.ts';
import type { ValidityRule } from '#shared/domain/documents/documentRules.ts';
import {
  type DatedDocument,
  documentValidity,
  earliestIssueDay,
} from '#shared/domain/documents/documentValidity.ts';
import { horizon } from '#shared/domain/documents/horizon.ts';
import { neededDocuments } from '#shared/domain/documents/neededDocuments.ts';
import { widowAnswersOn, widowDocuments } from '#tests/fixtures/widowDocuments.ts';
import { DOCUMENT_RULES, QUESTIONNAIRE, withReadings } from '../matching/rules.ts';

const TODAY = '2026-11-23';
const UNEXPIRED: ValidityRule = { kind: 'unexpired' };
const WITHIN_90_DAYS: ValidityRule = { kind: 'issuedWithin', count: 90, unit: 'days' };
const LEASE: ValidityRule = { kind: 'activeUntil', reading: 'leaseEnd' };
const NONE: ValidityRule = { kind: 'none' };

function iso(text: string): PrintedDate {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { calendar: 'gregorian', year, month, day };
}

function paper(dates: Readonly<Record<string, PrintedDate>>): DatedDocument {
  const values: AnswerSet['values'] = Object.fromEntries(
    Object.entries(dates).map(([name, value]) => [name, { value }]),
  );
  return { presentation: 'presented', readings: { values, rows: {} } };
}

test.each([
  ['2026-11-24', 'valid', 1],
  ['2026-11-23', 'valid', 0],
  ['2026-11-22', 'expired', -1],
])('an id that ends on %s is %s today', (expiry, verdict, daysLeft) => {
  expect(documentValidity(UNEXPIRED, paper({ expiryDate: iso(expiry) }), TODAY)).toMatchObject({
    ...{ verdict, daysLeft, validUntil: expiry },
  });
});

test('an id that ends in the Hijri calendar is counted by its day', () => {
  const expiryDate: PrintedDate = { calendar: 'hijri', year: 1450, month: 12, day: 29 };
  expect(documentValidity(UNEXPIRED, paper({ expiryDate }), '2029-05-13')).toMatchObject({
    verdict: 'valid',
    daysLeft: 0,
    validUntil: '2029-05-13',
  });
});

test.each([
  ['2026-11-22', 'expired', 'expired'],
  ['2026-11-23', 'valid', 'validUntil'],
])('a lease that ends on %s is %s today', (leaseEnd, verdict, reasonCode) => {
  expect(documentValidity(LEASE, paper({ leaseEnd: iso(leaseEnd) }), TODAY)).toMatchObject({
    ...{ verdict, reasonCode },
  });
});

test.each([
  ['2026-08-25', 90, 'valid', 'issuedRecently'],
  ['2026-08-24', 91, 'tooOld', 'tooOld'],
  ['2026-11-23', 0, 'valid', 'issuedRecently'],
  ['2026-11-24', -1, 'issuedLater', 'issuedLater'],
])('a statement issued on %s, %i days ago, is %s', (issued, daysAgo, verdict, reasonCode) => {
  expect(documentValidity(WITHIN_90_DAYS, paper({ issueDate: iso(issued) }), TODAY)).toMatchObject({
    ...{ verdict, reasonCode, issuedDaysAgo: daysAgo },
  });
});

test.each([
  [6, 'months', '2026-05-23', 'valid'],
  [6, 'months', '2026-05-22', 'tooOld'],
  [1, 'years', '2025-11-23', 'valid'],
  [1, 'years', '2025-11-22', 'tooOld'],
] as const)('within %i %s: issued on %s is %s', (count, unit, issued, verdict) => {
  const rule: ValidityRule = { kind: 'issuedWithin', count, unit };
  expect(documentValidity(rule, paper({ issueDate: iso(issued) }), TODAY).verdict).toBe(verdict);
});

test('an id issued after today is not valid, whenever it ends', () => {
  const dates = { issueDate: iso('2026-11-24'), expiryDate: iso('2036-01-01') };
  expect(documentValidity(UNEXPIRED, paper(dates), TODAY).verdict).toBe('issuedLater');
  expect(documentValidity(NONE, paper(dates), TODAY).verdict).toBe('issuedLater');
});

test('a paper without expiry is valid, and a missing date is said to be missing', () => {
  expect(documentValidity(NONE, paper({}), TODAY)).toMatchObject({
    ...{ verdict: 'valid', reasonCode: 'noExpiry', validUntil: null, daysLeft: null },
  });
  for (const rule of [UNEXPIRED, WITHIN_90_DAYS, LEASE]) {
    expect(documentValidity(rule, paper({}), TODAY).verdict).toBe('dateMissing');
  }
});

test('a date that does not exist is not taken for a day', () => {
  const expiryDate: PrintedDate = { calendar: 'hijri', year: 1446, month: 9, day: 30 };
  expect(documentValidity(UNEXPIRED, paper({ expiryDate }), TODAY)).toMatchObject({
    verdict: 'dateMissing',
    reasonCode: 'dateOutsideTable',
  });
});

test('an absent or unreadable document is not presented, each with its own reason', () => {
  const { readings } = paper({ expiryDate: iso('2036-01-01') });
  const absent = documentValidity(UNEXPIRED, undefined, TODAY);
  const unreadable = documentValidity(UNEXPIRED, { presentation: 'illegible', readings }, TODAY);
  expect(absent).toMatchObject({ verdict: 'notPresented', reasonCode: 'notPresented' });
  expect(unreadable).toMatchObject({ verdict: 'notPresented', reasonCode: 'illegible' });
});

describe('the earliest day of issue', () => {
  test.each([
    [WITHIN_90_DAYS, TODAY, '2026-08-25'],
    [{ kind: 'issuedWithin', count: 6, unit: 'months' }, '2026-08-31', '2026-03-01'],
    [UNEXPIRED, TODAY, null],
  ] as const)('of %o on %s is %s', (rule, today, expected) => {
    expect(earliestIssueDay(rule, today)).toBe(expected);
  });

  test('is the first that is valid: the day before is too old', () => {
    const rules = fc.record({
      kind: fc.constant('issuedWithin' as const),
      count: fc.integer({ min: 1, max: 24 }),
      unit: fc.constantFrom('days', 'months', 'years'),
    });
    const firstDay = parseIsoDate('2025-01-01') ?? fail();
    fc.assert(
      fc.property(rules, fc.integer({ min: 0, max: 3000 }), (rule, offset) => {
        const today = isoDate(addDays(firstDay, offset));
        const earliest = parseIsoDate(earliestIssueDay(rule, today) ?? '') ?? fail();
        const on = (days: number) =>
          documentValidity(
            rule,
            paper({ issueDate: fromDayNumber(addDays(earliest, days), 'gregorian') }),
            today,
          ).verdict;
        expect([on(-1), on(0)]).toEqual(['tooOld', 'valid']);
      }),
    );
  });
});

function fail(): never {
  throw new Error('no such day');
}

describe('the horizon', () => {
  const answers = widowAnswersOn(TODAY);
  const needed = neededDocuments(DOCUMENT_RULES, QUESTIONNAIRE, answers, TODAY);
  const soon = withReadings(widowDocuments(TODAY), 'D1', { expiryDate: iso('2026-12-02') });

  test('shows what ends before the earliest answer, soonest first', () => {
    const documents = withReadings(soon, 'D8', { leaseEnd: iso('2026-11-25') });
    const found = horizon(needed, documents, TODAY, '2026-12-07');
    expect(found.map(({ document, validity }) => [document.type, validity.daysLeft])).toEqual([
      ['D8', 2],
      ['D1', 9],
    ]);
  });

  test('leaves out what is in force through that day, and what has ended already', () => {
    expect(horizon(needed, soon, TODAY, '2026-12-02')).toEqual([]);
    const ended = withReadings(soon, 'D1', { expiryDate: iso('2026-11-22') });
    expect(horizon(needed, ended, TODAY, '2026-12-07')).toEqual([]);
  });
});
