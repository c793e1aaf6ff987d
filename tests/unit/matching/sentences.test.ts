import { expect, test } from 'vitest';
import arabic from '#resources/locales/ar/matching.json' with { type: 'json' };
import english from '#resources/locales/en/matching.json' with { type: 'json' };
import { Verdict } from '#shared/domain/case/vocabulary.ts';
import { VALIDITY_CODES } from '#shared/domain/documents/documentValidity.ts';
import { comparePersonNames } from '#shared/domain/matching/comparisons/persons.ts';
import { REASON_CODES } from '#shared/domain/matching/reasonCodes.ts';
import { NAME_REASONS } from '#shared/domain/names/compareNames.ts';

function placeholders(sentence: string): readonly string[] {
  return [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted();
}

const SETS = [
  ['reason', REASON_CODES],
  ['verdict', Verdict.options],
  ['validity', VALIDITY_CODES],
] as const;

test.each(SETS)(
  'every %s has its sentence in both languages, and none is left over',
  (set, codes) => {
    const expected = [...codes].toSorted();
    expect(Object.keys(arabic[set]).toSorted()).toEqual(expected);
    expect(Object.keys(english[set]).toSorted()).toEqual(expected);
  },
);

test.each(SETS)('both sentences of a %s speak of the same things', (set) => {
  const other = new Map<string, string>(Object.entries(english[set]));
  for (const [code, sentence] of Object.entries(arabic[set])) {
    expect(sentence).toMatch(/\p{Script=Arabic}/u);
    const translated = other.get(code) ?? '';
    expect(translated).not.toBe('');
    expect([code, placeholders(sentence)]).toEqual([code, placeholders(translated)]);
  }
});

test('the verdicts are called as on the screen that was agreed', () => {
  expect(arabic.verdict).toEqual({
    match: 'يطابق',
    matchWithTolerance: 'يطابق بفارق مقبول',
    review: 'يحتاج نظرًا',
    mismatch: 'لا يطابق',
    notPresented: 'لم يُقدَّم',
    illegible: 'غير مقروء',
    notApplicable: 'لا ينطبق',
  });
});

test('no sentence blames anybody', () => {
  const all = [...Object.values(arabic.reason), ...Object.values(english.reason)].join('\n');
  expect(all).not.toMatch(/كذب|خطأ|مزور|تزوير|false|fake|fraud|wrong|error|untru/i);
});

test('every reason of the names is one of the matrix', () => {
  const found = comparePersonNames('أحمد', 'أحمد');
  expect(found.reasonCode).toBe('equal');
  const codes = NAME_REASONS.filter((reason) => reason !== 'equal' && reason !== 'different');
  for (const code of codes) {
    const named = `name${code.charAt(0).toUpperCase()}${code.slice(1)}`;
    expect([...REASON_CODES].map(String)).toContain(named);
  }
});
