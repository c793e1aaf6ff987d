import { describe, expect, test } from 'vitest';
import type { PrintedDate } from '#shared/domain/answers/answer.ts';
import { compareAmounts, compareCounts } from '#shared/domain/matching/comparisons/amounts.ts';
import {
  compareDatesAcrossCalendars,
  compareExactDates,
} from '#shared/domain/matching/comparisons/dates.ts';
import { finding, worstOf } from '#shared/domain/matching/comparisons/finding.ts';
import {
  compareIbans,
  compareIdentifierAmong,
  compareIdentifiers,
} from '#shared/domain/matching/comparisons/identifiers.ts';
import {
  compareHolder,
  compareNameAmong,
  comparePersonNames,
} from '#shared/domain/matching/comparisons/persons.ts';
import { comparePlaces, normalizePlace } from '#shared/domain/matching/comparisons/places.ts';
import { compareImplied, compareWords } from '#shared/domain/matching/comparisons/words.ts';
import type { ComputedVerdict } from '#shared/domain/matching/matrixRow.ts';
import { MATCHING_RULES } from './rules.ts';

function said({ verdict, reasonCode }: ComputedVerdict): string {
  return `${verdict} ${reasonCode}`;
}

function hijri(day: number, month: number, year: number): PrintedDate {
  return { calendar: 'hijri', year, month, day };
}

function gregorian(day: number, month: number, year: number): PrintedDate {
  return { calendar: 'gregorian', year, month, day };
}

describe('identifiers', () => {
  test.each([
    ['1012345672', '1012345672', 'match equal'],
    ['1012345672', '١٠١٢٣٤٥٦٧٢', 'match equal'],
    ['1012345672', ' 1012 345 672 ', 'match equal'],
    ['raaa2919', 'RAAA2919', 'match equal'],
    ['1012345672', '1012345673', 'mismatch oneDigitDiffers'],
    ['1109012342', '1190012342', 'mismatch digitsSwapped'],
    ['1012345672', '1123456780', 'mismatch differs'],
    ['1012345672', '101234567', 'mismatch differs'],
    ['1212', '2121', 'mismatch differs'],
  ])('%s against %s: %s', (stated, read, expected) => {
    expect(said(compareIdentifiers(stated, read))).toBe(expected);
  });

  test('a rule may leave the difference to a person', () => {
    expect(compareIdentifiers('1', '2', 'review').verdict).toBe('review');
  });

  test.each([
    ['1012345672', ['1123456780'], 'match headOfRegister'],
    ['1987654322', ['1123456780', '1012345672'], 'match listedInRegister'],
    ['1987654322', ['1123456780'], 'mismatch notInRegister'],
    ['1012345627', ['1123456780'], 'mismatch digitsSwapped'],
  ])('the applicant 1012345672 on the register of %s with %o: %s', (head, members, expected) => {
    expect(said(compareIdentifierAmong('1012345672', head, members))).toBe(expected);
  });

  test.each([
    ['SA0380000000608010167519', 'match equal'],
    ['SA03 8000 0000 6080 1016 7519', 'match equal'],
    ['SA0380000000608010167591', 'mismatch digitsSwapped'],
    ['SA0480000000608010167519', 'mismatch oneDigitDiffers'],
    ['SA7910000000001234567890', 'mismatch differs'],
  ])('IBAN SA03… against %s: %s', (read, expected) => {
    expect(said(compareIbans('SA0380000000608010167519', read))).toBe(expected);
  });

  test('an IBAN keyed wrong twice alike is still found by its check digits', () => {
    const wrong = 'SA0480000000608010167519';
    expect(said(compareIbans(wrong, wrong))).toBe('mismatch ibanInvalid');
  });
});

describe('amounts, at their borders to the halala', () => {
  const rent = { percent: 1, halalas: 5000, otherwise: 'mismatch' } as const;
  const income = { percent: 2, halalas: 2000, otherwise: 'review' } as const;
  test.each([
    // 1 % of SAR 18,000 is SAR 180.
    [1_800_000, 1_800_000, 'match equal'],
    [1_818_000, 1_800_000, 'matchWithTolerance withinTolerance'],
    [1_782_000, 1_800_000, 'matchWithTolerance withinTolerance'],
    [1_818_001, 1_800_000, 'mismatch beyondTolerance'],
    [1_781_999, 1_800_000, 'mismatch beyondTolerance'],
    // Of small amounts SAR 50 counts.
    [105_000, 100_000, 'matchWithTolerance withinTolerance'],
    [105_001, 100_000, 'mismatch beyondTolerance'],
    [5000, 0, 'matchWithTolerance withinTolerance'],
    // 1 % of 500,099 is 5,000.99: no halala is made up.
    [505_099, 500_099, 'matchWithTolerance withinTolerance'],
    [505_100, 500_099, 'mismatch beyondTolerance'],
  ])('rent of %i against %i: %s', (stated, read, expected) => {
    expect(said(compareAmounts(stated, read, rent))).toBe(expected);
  });

  test.each([
    [132_000, 132_000, 'match equal'],
    [134_640, 132_000, 'matchWithTolerance withinTolerance'],
    [134_641, 132_000, 'review beyondTolerance'],
    [52_000, 50_000, 'matchWithTolerance withinTolerance'],
    [52_001, 50_000, 'review beyondTolerance'],
  ])('income of %i against %i: %s', (stated, read, expected) => {
    expect(said(compareAmounts(stated, read, income))).toBe(expected);
  });

  test('says by how much, and how much is accepted', () => {
    expect(compareAmounts(1_900_000, 1_800_000, rent).params).toEqual({
      differenceHalalas: 100_000,
      allowedHalalas: 18_000,
    });
  });

  test('the rules as published carry these borders', () => {
    const toleranceOf = (row: string) =>
      MATCHING_RULES.rules.find((rule) => rule.row === row)?.comparison;
    expect(toleranceOf('M14')).toEqual({ kind: 'amountWithin', ...rent });
    expect(toleranceOf('M16a')).toEqual({ kind: 'amountWithin', ...income });
  });

  test('a count is equal, or a person says why not', () => {
    expect(said(compareCounts(4, 4, 'review'))).toBe('match equal');
    expect(compareCounts(4, 5, 'review')).toEqual(
      finding('review', 'countDiffers', { stated: 4, read: 5 }),
    );
  });
});

describe('dates', () => {
  test.each([
    // One calendar: the exact triple.
    [hijri(1, 7, 1400), hijri(1, 7, 1400), 'match equal'],
    [hijri(1, 7, 1400), hijri(2, 7, 1400), 'mismatch dayMayBeUnknown'],
    [hijri(3, 7, 1400), hijri(4, 7, 1400), 'mismatch onePartDiffers'],
    [hijri(3, 5, 1400), hijri(5, 3, 1400), 'mismatch dayAndMonthSwapped'],
    [hijri(3, 5, 1400), hijri(9, 8, 1410), 'mismatch wholeDateDiffers'],
    [hijri(3, 5, 1400), hijri(3, 8, 1410), 'mismatch daysApart'],
    // 1420-1450 AH: exact across calendars.
    [gregorian(24, 2, 2025), hijri(25, 8, 1446), 'match sameDayOtherCalendar'],
    [gregorian(25, 2, 2025), hijri(25, 8, 1446), 'mismatch daysApart'],
    [gregorian(17, 4, 1999), hijri(1, 1, 1420), 'match sameDayOtherCalendar'],
    [gregorian(16, 4, 1999), hijri(1, 1, 1420), 'mismatch daysApart'],
    [gregorian(13, 5, 2029), hijri(29, 12, 1450), 'match sameDayOtherCalendar'],
    // Before: one day is tolerated, two are looked at.
    [gregorian(15, 5, 1980), hijri(1, 7, 1400), 'match sameDayOtherCalendar'],
    [gregorian(14, 5, 1980), hijri(1, 7, 1400), 'matchWithTolerance oneDayApart'],
    [gregorian(16, 5, 1980), hijri(1, 7, 1400), 'matchWithTolerance oneDayApart'],
    [gregorian(13, 5, 1980), hijri(1, 7, 1400), 'review twoDaysApart'],
    [gregorian(12, 5, 1980), hijri(1, 7, 1400), 'mismatch dayMayBeUnknown'],
    // And after.
    [gregorian(16, 5, 2032), hijri(6, 2, 1454), 'matchWithTolerance oneDayApart'],
    [gregorian(17, 5, 2032), hijri(6, 2, 1454), 'review twoDaysApart'],
    [gregorian(18, 5, 2032), hijri(6, 2, 1454), 'mismatch daysApart'],
    // A day that does not exist.
    [gregorian(30, 3, 2025), hijri(30, 9, 1446), 'review dateOutsideTable'],
  ])('%o against %o: %s', (stated, read, expected) => {
    expect(said(compareDatesAcrossCalendars(stated, read))).toBe(expected);
  });

  test.each([
    [hijri(29, 12, 1450), hijri(29, 12, 1450), 'match equal'],
    [gregorian(15, 5, 2032), hijri(6, 2, 1454), 'match sameDayOtherCalendar'],
    [gregorian(16, 5, 2032), hijri(6, 2, 1454), 'mismatch daysApart'],
    [hijri(6, 2, 1454), hijri(29, 12, 1450), 'mismatch wholeDateDiffers'],
    [hijri(30, 9, 1446), hijri(1, 10, 1446), 'mismatch dateOutsideTable'],
  ])('an expiry of %o against %o takes no tolerance: %s', (stated, read, expected) => {
    expect(said(compareExactDates(stated, read))).toBe(expected);
  });

  test('says how many days lie between', () => {
    const { params } = compareDatesAcrossCalendars(gregorian(14, 5, 1980), hijri(1, 7, 1400));
    expect(params).toEqual({ daysApart: 1 });
  });
});

describe('places', () => {
  const rule = { match: 85, review: 60, drop: ['حي', 'شارع', 'طريق', 'مدينة'] };
  test.each([
    ['العزيزية', 'حي العزيزيه', 'match equal'],
    ['شارع الحج', 'طريق الحج', 'match equal'],
    ['مدينة مكة المكرمة', 'مكه المكرمه', 'match equal'],
    ['الرصيفة', 'الرصيفه الغربية', 'mismatch placeDiffers'],
    ['ريع ذاخر', 'ريع داخر', 'match placeAlike'],
    ['المسفلة', 'المسلفة', 'review placeSimilar'],
    ['العوالي', 'العوالى', 'match equal'],
    ['الشوقية', 'الشرقية', 'review placeSimilar'],
    ['العزيزية', 'الششة', 'mismatch placeDiffers'],
    ['', 'العزيزية', 'mismatch placeDiffers'],
    ['حي', 'شارع', 'mismatch placeDiffers'],
  ])('%s against %s: %s', (stated, read, expected) => {
    expect(said(comparePlaces([stated], read, rule))).toBe(expected);
  });

  test('the borders belong to the better side', () => {
    // 17 of 20 letters: 85 of 100. 12 of 20: 60 of 100.
    const twenty = 'ABCDEFGHIJKLMNOPQRST';
    const withOthers = (count: number) =>
      twenty.slice(0, 20 - count) + '0123456789'.slice(0, count);
    expect(comparePlaces([twenty], withOthers(3), rule)).toMatchObject({
      ...{ verdict: 'match', params: { similarity: 85 } },
    });
    expect(comparePlaces([twenty], withOthers(4), rule).verdict).toBe('review');
    expect(comparePlaces([twenty], withOthers(8), rule)).toMatchObject({
      ...{ verdict: 'review', params: { similarity: 60 } },
    });
    expect(comparePlaces([twenty], withOthers(9), rule).verdict).toBe('mismatch');
  });

  test('a choice counts by the likest of its spellings', () => {
    expect(said(comparePlaces(['مكة المكرمة', 'Makkah'], 'MAKKAH', rule))).toBe('match equal');
  });

  test('generic words fall away with their article too', () => {
    expect(normalizePlace('الحي الشارع طريق الملك فهد', rule.drop)).toBe('الحي ملك فهد');
  });
});

describe('names and holders', () => {
  const applicant = 'نورة عبد الله سعد السبيعي';
  test.each([
    ['نوره عبدالله سعد السبيعي', 'match nameSpelling'],
    [applicant, 'match equal'],
    ['نور عبدالله سعد السبيعي', 'review nameOneLetter'],
    ['نورة سعد عبدالله السبيعي', 'review nameOrder'],
    ['NOURA ABDULLAH ALSUBAIE', 'review nameScripts'],
    ['هند عبدالله سعد السبيعي', 'mismatch nameDifferent'],
    ['٫٫', 'mismatch nameEmpty'],
  ])('the applicant against %s: %s', (read, expected) => {
    expect(said(comparePersonNames(applicant, read))).toBe(expected);
  });

  test.each([
    ['نوره عبدالله سعد السبيعي', 'match holderIsApplicant'],
    ['سعود فهد خالد المطيري', 'match holderIsMember'],
    ['نور عبدالله سعد السبيعي', 'review nameOneLetter'],
    ['فهد خالد سعود الحربي', 'mismatch holderIsAnother'],
  ])('a lease in the name of %s: %s', (read, expected) => {
    const members = ['سعود فهد خالد المطيري'];
    expect(said(compareHolder(applicant, members, read, 'mismatch'))).toBe(expected);
  });

  test('the name on a register is the one beside the own number', () => {
    const head = { name: 'فهد خالد سعود المطيري', idNumber: '1123456780' };
    const own = { name: 'نوره عبدالله سعد السبيعي', idNumber: '١٠١٢٣٤٥٦٧٢' };
    expect(said(compareNameAmong(applicant, '1012345672', [head, own]))).toBe('match nameSpelling');
    expect(said(compareNameAmong(applicant, '1987654322', [head, own]))).toBe(
      'mismatch nameDifferent',
    );
    expect(said(compareNameAmong(applicant, '1012345672', []))).toBe('review notInRegister');
  });
});

describe('words', () => {
  const proofs = { widowed: ['husband', 'wife'] };
  test.each([
    ['widowed', 'husband', 'match documentSupports'],
    ['widowed', 'father', 'mismatch documentDoesNotSupport'],
    ['married', 'husband', 'mismatch documentDoesNotSupport'],
    ['single', 'father', 'notApplicable documentSilent'],
    ['constructor', 'father', 'notApplicable documentSilent'],
  ])('%s, and the certificate is of the %s: %s', (stated, read, expected) => {
    expect(said(compareImplied(stated, read, proofs))).toBe(expected);
  });

  test.each([
    ['SAU', 'SAU', 'match equal'],
    ['stepson', 'son', 'match sameMeaning'],
    ['daughter', 'son', 'mismatch differs'],
    ['x', 'constructor', 'mismatch differs'],
  ])('%s against %s: %s', (stated, read, expected) => {
    expect(said(compareWords(stated, read, { son: ['son', 'stepson'] }, 'mismatch'))).toBe(
      expected,
    );
  });
});

test('a row of several parts is as good as its worst', () => {
  const match = finding('match', 'equal');
  const review = finding('review', 'nameOrder');
  const mismatch = finding('mismatch', 'nameDifferent');
  expect(worstOf([match, mismatch, review])).toBe(mismatch);
  expect(worstOf([match, review])).toBe(review);
  expect(() => worstOf([])).toThrow(RangeError);
});
