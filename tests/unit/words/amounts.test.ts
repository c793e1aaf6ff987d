import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riyalsInArabic } from '#shared/domain/words/arabicNumber.ts';
import { riyalsInEnglish } from '#shared/domain/words/englishNumber.ts';

describe('amounts in words', () => {
  it.each([
    [100, 'ريال واحد'],
    [200, 'ريالان'],
    [300, 'ثلاثة ريالات'],
    [800, 'ثمانية ريالات'],
    [1000, 'عشرة ريالات'],
    [1100, 'أحد عشر ريالًا'],
    [1200, 'اثنا عشر ريالًا'],
    [1500, 'خمسة عشر ريالًا'],
    [2000, 'عشرون ريالًا'],
    [2100, 'واحد وعشرون ريالًا'],
    [9900, 'تسعة وتسعون ريالًا'],
    [10_000, 'مائة ريال'],
    [10_100, 'مائة ريال وريال واحد'],
    [10_200, 'مائة ريال وريالان'],
    [10_300, 'مائة وثلاثة ريالات'],
    [11_100, 'مائة وأحد عشر ريالًا'],
    [20_000, 'مائتا ريال'],
    [25_000, 'مائتان وخمسون ريالًا'],
    [100_000, 'ألف ريال'],
    [150_000, 'ألف وخمسمائة ريال'],
    [150_200, 'ألف وخمسمائة ريال وريالان'],
    [200_000, 'ألفا ريال'],
    [300_000, 'ثلاثة آلاف ريال'],
    [660_000, 'ستة آلاف وستمائة ريال'],
    [1_100_000, 'أحد عشر ألف ريال'],
    [1_200_500, 'اثنا عشر ألفًا وخمسة ريالات'],
    [10_000_000, 'مائة ألف ريال'],
    [20_000_000, 'مائتا ألف ريال'],
    [10_200_000, 'مائة ألف وألفا ريال'],
    [100_000_000, 'مليون ريال'],
    [200_000_000, 'مليونا ريال'],
    [123_456_700, 'مليون ومائتان وأربعة وثلاثون ألفًا وخمسمائة وسبعة وستون ريالًا'],
    [50, 'خمسون هللة'],
    [1, 'هللة واحدة'],
    [2, 'هللتان'],
    [8, 'ثماني هللات'],
    [11, 'إحدى عشرة هللة'],
    [12, 'اثنتا عشرة هللة'],
    [13, 'ثلاث عشرة هللة'],
    [21, 'إحدى وعشرون هللة'],
    [150_025, 'ألف وخمسمائة ريال وخمس وعشرون هللة'],
  ])('%d halalas are «%s»', (halalas, words) => {
    expect(riyalsInArabic(halalas)).toBe(words);
  });

  it.each([
    [100, 'one riyal'],
    [150_000, 'one thousand five hundred riyals'],
    [
      123_456_721,
      'one million two hundred thirty-four thousand five hundred sixty-seven riyals and twenty-one halalas',
    ],
    [1, 'one halala'],
  ])('%d halalas are “%s”', (halalas, words) => {
    expect(riyalsInEnglish(halalas)).toBe(words);
  });

  it('no two amounts have the same words', () => {
    const amount = fc.integer({ min: 1, max: 99_999_999 });
    fc.assert(
      fc.property(amount, amount, (one, other) => {
        fc.pre(one !== other);
        expect(riyalsInArabic(one)).not.toBe(riyalsInArabic(other));
        expect(riyalsInEnglish(one)).not.toBe(riyalsInEnglish(other));
      }),
    );
  });

  it.each([0, -5, 0.5, Number.NaN, 1e15])('%d is no amount', (value) => {
    expect(() => riyalsInArabic(value)).toThrow(RangeError);
    expect(() => riyalsInEnglish(value)).toThrow(RangeError);
  });
});
