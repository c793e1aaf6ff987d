import { describe, expect, test } from 'vitest';
import type { AnswerValue } from '#shared/domain/answers/answer.ts';
import { evaluate } from '#shared/domain/questionnaire/evaluate.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { answersOf, LABEL, sourceOf } from './volunteering.ts';

/** The value of a calculation over the fields n, m (integers), t (text), b (boolean), d (date), l (list). */
function calculate(
  calculation: string,
  values: Readonly<Record<string, AnswerValue>> = {},
): AnswerValue | null | undefined {
  const form = parseQuestionnaire(
    sourceOf(
      [
        { type: 'integer', name: 'n', ...LABEL },
        { type: 'integer', name: 'm', ...LABEL },
        { type: 'text', name: 't', ...LABEL },
        { type: 'boolean', name: 'b', ...LABEL },
        { type: 'date', name: 'd', ...LABEL },
        { type: 'select_multiple letters', name: 'l', ...LABEL },
        { type: 'calculate', name: 'result', calculation, ...LABEL },
      ],
      [
        { list_name: 'letters', name: 'x', ...LABEL },
        { list_name: 'letters', name: 'y', ...LABEL },
      ],
    ),
  );
  const { paths } = evaluate(form, answersOf(values), { today: 20_143 });
  return paths.get('result')?.value;
}

const date = (year: number, month: number, day: number) =>
  ({ calendar: 'gregorian', year, month, day }) as const;

describe('operators', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['-3 + 5', 2],
    ['17 mod 5', 2],
    ['7 div 2', 4],
    ['1 = 1 or 1 = 2 and 1 = 2', true],
    ['1 < 2 = true()', true],
    ["'a' != 'b'", true],
  ])('%s is %s', (expression, value) => expect(calculate(expression)).toBe(value));

  test('an unanswered field equals the empty text alone', () => {
    expect(calculate("${t} = ''")).toBe(true);
    expect(calculate("${n} != ''")).toBe(false);
    expect(calculate("${t} != 'x'")).toBe(true);
    expect(calculate('${n} = 0')).toBe(false);
    expect(calculate("${n} != ''", { n: 0 })).toBe(true);
  });

  test('an order or a sum with something unanswered', () => {
    expect(calculate('${n} < 5')).toBe(false);
    expect(calculate('${n} >= 0')).toBe(false);
    expect(calculate('${n} + 5')).toBeNull();
    expect(calculate('coalesce(${n}, 0) + 5')).toBe(5);
    expect(calculate('sum(${n}, ${m}, 5)', { m: 2 })).toBe(7);
    expect(calculate('max(${n}, ${m})')).toBeNull();
  });

  test('a value of the wrong shape counts as unanswered', () => {
    expect(calculate("${t} = ''", { t: 5 })).toBe(true);
    expect(calculate('${n} + 1', { n: 'five' })).toBeNull();
    expect(
      calculate('${d} <= today()', { d: { calendar: 'hijri', year: 1446, month: 9, day: 30 } }),
    ).toBe(false);
  });
});

describe('functions', () => {
  test.each<readonly [string, Readonly<Record<string, AnswerValue>>, AnswerValue | null]>([
    ["selected(${l}, 'x')", { l: ['x', 'y'] }, true],
    ["selected(${l}, 'y')", { l: ['x'] }, false],
    ["selected('a b', ${t})", { t: 'b' }, true],
    ['count-selected(${l})', { l: ['x', 'y'] }, 2],
    ["if(${b}, 'yes', 'no')", { b: true }, 'yes'],
    ["if(${b}, 'yes', 'no')", {}, 'no'],
    ['not(${b})', {}, true],
    ['string-length(${t})', { t: ' نورة ' }, 4],
    ["regex(${t}, '[0-9]{4}')", { t: '12345' }, false],
    ["regex(${t}, '[0-9]{4}')", { t: '1234' }, true],
    ["starts-with(${t}, 'SA')", { t: 'SA03' }, true],
    ["contains(${t}, 'A0')", { t: 'SA03' }, true],
    ["concat(${t}, '-', ${n})", { t: 'a', n: 3 }, 'a-3'],
    ['int(0 - 7 div 2)', {}, -3],
    ['age(${d})', { d: date(2000, 2, 24) }, 25],
    ['age(${d})', { d: date(2000, 2, 25) }, 24],
    ['${d} < today()', { d: date(2025, 2, 23) }, true],
    [
      "${d} = date('2025-02-24')",
      { d: { calendar: 'hijri', year: 1446, month: 8, day: 25 } },
      true,
    ],
    ['answered(${l})', { l: [] }, false],
    ['valid-id(${t})', { t: '1012345672' }, true],
    ['valid-id(${t})', { t: '1012345673' }, false],
    ['valid-iban(${t})', { t: 'SA0380000000608010167519' }, true],
    ['valid-phone(${t})', { t: '+966501234567' }, true],
    ["non-answer(${t}) = ''", { t: 'x' }, true],
  ])('%s', (expression, values, result) => expect(calculate(expression, values)).toEqual(result));
});
