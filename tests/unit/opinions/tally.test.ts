import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_WORDS, newCell, putScore, putWords, recommended } from '#hq/opinions/tally.ts';

describe('whether people would recommend us', () => {
  it('is told five by five: those who would less those who would not', () => {
    const four = [10, 9, 8, 6].reduce(putScore, newCell());
    expect(recommended(four.shown)).toBeNull();
    const five = putScore(four, 0);
    expect(recommended(five.shown)).toEqual({ answers: 5, average: 6.6, score: 0 });
    // What comes after waits for its own group.
    expect(recommended(putScore(five, 10).shown)).toEqual(recommended(five.shown));
  });
});

describe('what people write', () => {
  it('is let go with its group of five, also where only one of them wrote', () => {
    const answers = ['', 'الموقف بعيد', '', ''];
    const four = answers.reduce(putWords, NO_WORDS);
    expect(four.shown).toEqual([]);
    expect(putWords(four, '').shown).toEqual(['الموقف بعيد']);
  });

  it('stands in an order that says nothing of who came when', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('أ', 'ب', 'ج', ''), { maxLength: 23 }), (answers) => {
        const one = answers.reduce(putWords, NO_WORDS);
        const groups = Math.floor(answers.length / 5) * 5;
        const written = answers.slice(0, groups).filter((each) => each !== '');
        expect(one.shown).toEqual(written.toSorted());
      }),
    );
  });

  it.each([
    ['جوالي ٠٥٥ ١٢٣ ٤٥٦٧ فاتصلوا', 'جوالي ••• فاتصلوا'],
    ['my id is 1012345672', 'my id is •••'],
    ['انتظرت 45 دقيقة في 3 زيارات', 'انتظرت 45 دقيقة في 3 زيارات'],
  ])('shows no number that could be an id or a telephone: %s', (written, shown) => {
    const group = [written, '', '', '', ''].reduce(putWords, NO_WORDS);
    expect(group.shown).toEqual([shown]);
  });
});
