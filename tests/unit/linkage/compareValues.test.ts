import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareCodes,
  compareDateValues,
  compareNameValues,
  compareTexts,
  dateValue,
  nameValue,
} from '#shared/domain/linkage/compareValues.ts';
import { guessColumns } from '#shared/domain/linkage/guessColumns.ts';
import { DIFFERENT, DISPLACED, NEAR, SIMILAR, VARIANT } from '#shared/domain/linkage/levels.ts';
import { plainCode, plainPhone, plainPlace } from '#shared/domain/linkage/plainValue.ts';
import { dateOfText, dateText, readBirthDate } from '#shared/domain/linkage/readBirthDate.ts';
import { editDistance, isLike, jaroWinkler } from '#shared/domain/linkage/textDistance.ts';

const names = (a: string, b: string) => compareNameValues(nameValue(a), nameValue(b));
const dates = (a: string, b: string) => {
  const value = (text: string) => dateValue(dateOfText(text), text);
  return compareDateValues(value(a), value(b));
};

describe('distances', () => {
  it('count a swap of neighbours as one', () => {
    expect(editDistance('1012345672', '1012354672', 2)).toBe(1);
    expect(editDistance('SMITH', 'JONES', 2)).toBe(3);
  });

  it('are symmetric, and likeness stays between 0 and 1', () => {
    const letter = fc.constantFrom('a', 'b', 'c', 'd', 'م', 'ن');
    const text = fc.oneof(fc.string({ maxLength: 30 }), fc.string({ unit: letter, maxLength: 9 }));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(editDistance(a, b, 40)).toBe(editDistance(b, a, 40));
        const likeness = jaroWinkler(a, b);
        if (a !== '' && b !== '') {
          expect(isLike(a, b, 0.88)).toBe(likeness >= 0.88);
        }
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('levels', () => {
  it.each([
    ['القحطاني', 'قحطاني', VARIANT],
    ['عبدالرحمن', 'عبدالرحمان', VARIANT],
    ['محمد', 'MOHAMMED', VARIANT],
    ['خالد', 'KHALID', VARIANT],
    ['سعد', 'سعيد', SIMILAR],
    ['فهد', 'ناصر', DIFFERENT],
  ])('of names: %s / %s', (a, b, level) => {
    expect(names(a, b)).toBe(level);
    expect(names(b, a)).toBe(level);
  });

  it.each([
    ['19850701', '14051013', VARIANT],
    ['19850701', '19850107', SIMILAR],
    ['19850701', '19850702', SIMILAR],
    ['19850715', '19850728', DISPLACED],
    ['19850715', '19851103', NEAR],
    ['19850715', '19610228', DIFFERENT],
  ])('of dates: %s / %s', (a, b, level) => {
    expect(dates(a, b)).toBe(level);
    expect(dates(b, a)).toBe(level);
  });

  it('of identifiers and texts', () => {
    expect(compareCodes('1012345672', '1012345673')).toBe(VARIANT);
    expect(compareCodes('1012345672', '1098765432')).toBe(DIFFERENT);
    expect(compareTexts('TULLAROOP STREET', 'TULLAROP STREET')).toBe(VARIANT);
    expect(compareTexts('2776', '2900')).toBe(DIFFERENT);
  });
});

describe('values as people write them', () => {
  it.each([
    ['1985-07-01', '19850701'],
    ['01/07/1985', '19850701'],
    ['١٣/١٠/١٤٠٥ هـ', '14051013'],
    ['19850701', '19850701'],
    ['1985-07-01T00:00:00', '19850701'],
    ['13 شوال 1405', '14051013'],
    ['5 March 1985', '19850305'],
    ['19850701.0', '19850701'],
    ['1985.0', '19850000'],
    ['31229', '19850701'],
    ['1702-11-05', '17021105'],
    ['31229000', null],
    ['12', null],
  ])('date %s', (text, expected) => {
    const date = readBirthDate(text, null);
    expect(date === null ? null : dateText(date)).toBe(expected);
  });

  it('reads the calendar from the year, whatever stands beside it', () => {
    expect(readBirthDate('13/10/1405', 'gregorian')?.calendar).toBe('hijri');
  });

  it('brings phones and identifiers to one form', () => {
    expect(plainPhone('+966 50 123 4567')).toBe(plainPhone('٠٥٠١٢٣٤٥٦٧'));
    expect(plainCode('1111111111')).toBe('');
    // As tables come from programs that take a number for a measure, and from spreadsheets that round it.
    expect(plainCode('1012345678.0')).toBe('1012345678');
    expect(plainPhone('551234567.0')).toBe('551234567');
    expect(plainPlace('2000.0')).toBe('2000');
    expect(['1.01235E+09', '5,6E+08'].map(plainCode)).toEqual(['', '']);
    expect(plainCode('5E123456')).toBe('5E123456');
    expect(plainCode('9'.repeat(9_999_999) + '1').length).toBeLessThan(40);
  });

  it('guesses columns by Arabic and English headings, and leaves others aside', () => {
    expect(guessColumns(['rec_id', 'given_name', 'surname', 'soc_sec_id', 'cluster'])).toEqual({
      id: 'rec_id',
      given: 'given_name',
      family: 'surname',
      nationalId: 'soc_sec_id',
    });
    expect(guessColumns(['الاسم الرباعي', 'رقم الهوية', 'تاريخ الميلاد', 'رقم الجوال'])).toEqual({
      fullName: 'الاسم الرباعي',
      nationalId: 'رقم الهوية',
      birthDate: 'تاريخ الميلاد',
      mobile: 'رقم الجوال',
    });
    // What begins like a name or a birth date and is none.
    expect(
      guessColumns(['No.', 'Name', 'Family size', 'family_members', 'Father ID', 'birth_place']),
    ).toEqual({ id: 'No.', fullName: 'Name', compare: ['birth_place'] });
  });
});
