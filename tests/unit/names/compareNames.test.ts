import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, NAME_REASONS, type NameReason } from '#shared/domain/names/compareNames.ts';
import { normalizeName, searchKeyOf } from '#shared/domain/names/normalizeName.ts';

const PAIRS = readFileSync(fileURLToPath(new URL('./names.tsv', import.meta.url)), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [a = '', b = '', expected = ''] = line.split('\t');
    return { a, b, expected };
  });

const tokensOf = (text: string) => normalizeName(text).tokens.map((token) => token.text);

describe('the pairs of the field', () => {
  it('are 40 that match and 21 that must not', () => {
    expect(PAIRS.filter(({ expected }) => expected === 'MATCH')).toHaveLength(40);
    expect(PAIRS.filter(({ expected }) => expected !== 'MATCH')).toHaveLength(21);
  });

  it.each(PAIRS)('$a / $b: $expected', ({ a, b, expected }) => {
    expect(compareNames(a, b).verdict.toUpperCase()).toBe(expected);
    expect(compareNames(b, a).verdict.toUpperCase()).toBe(expected);
  });
});

describe('reasons', () => {
  const cases: readonly (readonly [NameReason, string, string])[] = [
    ['equal', 'أحمد محمد علي الغامدي', 'أحمد محمد علي الغامدي'],
    ['spelling', 'إبراهيم عبدالله سعد القحطاني', 'ابراهيم عبد الله سعد القحطاني'],
    ['shorterForm', 'خالد محمد الغامدي', 'خالد محمد سعيد الغامدي'],
    ['shorterForm', 'سعد ناصر محمد الروقي', 'سعد ناصر محمد الروقي العتيبي'],
    ['clanArticle', 'خالد محمد سعيد الغامدي', 'خالد محمد سعيد غامدي'],
    ['oneLetter', 'سعد محمد علي الحربي', 'سعيد محمد علي الحربي'],
    ['order', 'خالد محمد سعيد الغامدي', 'خالد سعيد محمد الغامدي'],
    ['fatherMissing', 'ماجد سعيد الزهراني', 'ماجد علي سعيد الزهراني'],
    ['familyMissing', 'ماجد علي سعيد', 'ماجد علي سعيد الزهراني'],
    ['scripts', 'أحمد محمد علي', 'AHMED MOHAMMED ALI'],
    ['clan', 'تركي محمد آل علي', 'تركي محمد العلي'],
    ['clan', 'فهد علي سعد', 'فهد علي آل سعد'],
    ['twoAgainstMore', 'محمد الغامدي', 'محمد أحمد سعيد الغامدي'],
    ['different', 'سارة فهد محمد العتيبي', 'سمر فهد محمد العتيبي'],
    ['empty', '؟ 12', 'أحمد علي'],
  ];

  it.each(cases)('%s: %s / %s', (reason, a, b) => {
    expect(compareNames(a, b).reason).toBe(reason);
  });

  it('are all reached by an example', () => {
    expect(new Set(cases.map(([reason]) => reason))).toEqual(new Set(NAME_REASONS));
  });

  it('does not let a father pass for his son, nor a missing father in a long name', () => {
    expect(compareNames('ناصر محمد سعد العتيبي', 'فهد ناصر محمد سعد العتيبي')).toEqual({
      verdict: 'mismatch',
      reason: 'different',
    });
    expect(compareNames('فهد محمد سعد العتيبي', 'فهد ناصر محمد سعد العتيبي')).toEqual({
      verdict: 'review',
      reason: 'fatherMissing',
    });
  });

  it('overlooks the article only in names of four words or more', () => {
    expect(compareNames('خالد محمد الغامدي', 'خالد محمد غامدي').verdict).toBe('review');
    expect(compareNames('خالد محمد غامدي', 'خالد محمد سعيد الغامدي').verdict).toBe('review');
  });

  it('takes two wholly different short names as different', () => {
    expect(compareNames('محمد الغامدي', 'سعد علي حسن الزهراني').verdict).toBe('mismatch');
  });
});

describe('the ten rules', () => {
  it.each([
    ['title dropped from three words', 'د. سعد علي', ['سعد', 'علي']],
    ['titles dropped one after another', 'الأستاذ الدكتور سعد علي', ['سعد', 'علي']],
    ['title kept in two words', 'الحاج علي', ['الحاج', 'علي']],
    ['a given name that is also a title stays', 'سيد محمود حسن', ['سيد', 'محمود', 'حسن']],
    ['أبي joined', 'علي أبي طالب', ['علي', 'ابوطالب']],
    ['أبي at the head stays', 'أبي كعب سعد', ['ابي', 'كعب', 'سعد']],
    ['أم joined', 'سعاد أم كلثوم', ['سعاد', 'امكلثوم']],
    ['house with a joined name', 'فهد آل عبد الله', ['فهد', 'ال عبدالله']],
    ['descent', 'نورة بنت سعد ابن فهد', ['نوره', 'سعد', 'فهد']],
    ['dagger alif', 'عبد الرحمٰن', ['عبدالرحمن']],
    ['يس is an alias only as a word', 'يس إدريس خميس', ['ياسين', 'ادريس', 'خميس']],
    ['two commas change nothing', 'سعد، علي، فهد', ['سعد', 'علي', 'فهد']],
    ['digits and marks part words', 'سعد-علي2فهد', ['سعد', 'علي', 'فهد']],
  ])('%s', (_, text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });

  it('marks the house as a clan', () => {
    expect(normalizeName('تركي آل سعود').tokens).toEqual([
      { text: 'تركي', clan: false },
      { text: 'ال سعود', clan: true },
    ]);
  });

  it.each([
    ['ABD EL AZIZ', ['ABDAZIZ']],
    ['Abdurrahman', ['ABDRAHMAN']],
    ['ABDUR REHMAN', ['ABDRAHMAN']],
    ['ABDULLAH', ['ABDALLAH']],
    ['Abd Allah', ['ABDALLAH']],
    ['ABDUL KAREEM', ['ABDKARIM']],
    ["SA'EED AL-OTAIBI", ['SAEED', 'OTAIBI']],
    ['Zoé ALAA ALI', ['ZOE', 'ALAA', 'ALI']],
    ['HASSAN HUSSEIN', ['HASSAN', 'HUSSAIN']],
  ])('Latin %s', (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });

  it('gives one search key to every spelling', () => {
    expect(searchKeyOf('عبد الرحمن بن فهد')).toBe('عبدالرحمن فهد');
    expect(searchKeyOf(' عبدالرحمان  فهد')).toBe('عبدالرحمن فهد');
    expect(searchKeyOf('')).toBe('');
  });
});

describe('properties', () => {
  const name = fc.constantFrom(...PAIRS.flatMap(({ a, b }) => [a, b]));

  it('the order of the two names does not change the verdict', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(compareNames(a, b)).toEqual(compareNames(b, a));
      }),
    );
  });

  it('any text is taken, and equals itself unless it holds no letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { verdict, reason } = compareNames(text, text);
        expect(verdict).toBe(reason === 'empty' ? 'mismatch' : 'match');
      }),
    );
  });
});
