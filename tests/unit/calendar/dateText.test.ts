import { describe, expect, it } from 'vitest';
import { describeDate, formatNumericDate } from '#shared/domain/calendar/formatDate.ts';
import { parseTypedDate } from '#shared/domain/calendar/parseTypedDate.ts';
import { gregorian, hijri } from './vectors.ts';

const HIJRI_MONTHS = [
  'محرم',
  'صفر',
  'ربيع الأول',
  'ربيع الآخر',
  'جمادى الأولى',
  'جمادى الآخرة',
  'رجب',
  'شعبان',
  'رمضان',
  'شوال',
  'ذو القعدة',
  'ذو الحجة',
];
const GREGORIAN_MONTHS = [
  'يناير',
  'فبراير',
  'مارس',
  'أبريل',
  'مايو',
  'يونيو',
  'يوليو',
  'أغسطس',
  'سبتمبر',
  'أكتوبر',
  'نوفمبر',
  'ديسمبر',
];
const WEEK = ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'];

describe('formatNumericDate', () => {
  it('prints day, month and year in ASCII digits', () => {
    expect(formatNumericDate(hijri('05/07/1447'))).toBe('05/07/1447');
    expect(formatNumericDate(gregorian('2025-12-25'))).toBe('25/12/2025');
  });
});

describe('describeDate', () => {
  it('says both calendars in Arabic', () => {
    expect(describeDate(hijri('25/08/1446'), 'ar')).toEqual({
      weekday: 'الاثنين',
      day: 25,
      month: 'شعبان',
      year: 1446,
      era: 'هـ',
    });
    expect(describeDate(gregorian('2025-02-24'), 'ar')).toEqual({
      weekday: 'الاثنين',
      day: 24,
      month: 'فبراير',
      year: 2025,
      era: 'م',
    });
  });

  it('says both calendars in English', () => {
    expect(describeDate(hijri('25/08/1446'), 'en')).toEqual({
      weekday: 'Monday',
      day: 25,
      month: 'Sha’ban',
      year: 1446,
      era: 'AH',
    });
    expect(describeDate(gregorian('2025-02-24'), 'en')).toEqual({
      weekday: 'Monday',
      day: 24,
      month: 'February',
      year: 2025,
      era: 'AD',
    });
  });

  it('names every month, in years where Intl itself is wrong too', () => {
    const months = Array.from({ length: 12 }, (_, index) => index + 1);
    const hijriNames = months.map(
      (month) => describeDate({ calendar: 'hijri', year: 1375, month, day: 1 }, 'ar').month,
    );
    const gregorianNames = months.map(
      (month) => describeDate({ calendar: 'gregorian', year: 1931, month, day: 1 }, 'ar').month,
    );
    expect(hijriNames).toEqual(HIJRI_MONTHS);
    expect(gregorianNames).toEqual(GREGORIAN_MONTHS);
  });

  it('names every day of the week', () => {
    // 2025-03-02 was a Sunday.
    const names = WEEK.map((_, index) => describeDate(gregorian(`2025-03-0${2 + index}`), 'ar'));
    expect(names.map(({ weekday }) => weekday)).toEqual(WEEK);
  });

  it('takes the weekday from the table, not from Intl', () => {
    // 23/10/1389 was Thursday 1970-01-01; Intl puts that Hijri day elsewhere.
    expect(describeDate(hijri('23/10/1389'), 'en').weekday).toBe('Thursday');
  });

  it('knows no weekday of a day that does not exist', () => {
    expect(describeDate(hijri('30/09/1446'), 'ar')).toMatchObject({ weekday: '', month: 'رمضان' });
    expect(() => describeDate({ ...hijri('01/13/1446') }, 'ar')).toThrow(RangeError);
  });
});

describe('parseTypedDate', () => {
  it.each([
    '25/08/1446',
    '25/8/1446',
    '٢٥/٠٨/١٤٤٦',
    '۲۵/۰۸/۱۴۴۶',
    '25-08-1446',
    '25.8.1446',
    '25 8 1446',
    ' 25 / 08 / 1446 ',
    '\u200f٢٥/٠٨/١٤٤٦\u200f',
  ])('reads "%s"', (text) => {
    expect(parseTypedDate(text, 'hijri')).toEqual(hijri('25/08/1446'));
  });

  it('keeps the calendar it is told', () => {
    expect(parseTypedDate('24/02/2025', 'gregorian')).toEqual(gregorian('2025-02-24'));
  });

  it('leaves existence to dateProblem', () => {
    expect(parseTypedDate('30/09/1446', 'hijri')).toEqual(hijri('30/09/1446'));
  });

  it.each(['', '25/08', '25/08/46', '2025-02-24', '32/01/1446', '01/13/1446', '0/1/1446', 'a/b/c'])(
    'refuses "%s"',
    (text) => {
      expect(parseTypedDate(text, 'hijri')).toBeNull();
    },
  );
});
