import { describe, expect, test } from 'vitest';
import type { Answer, AnswerSet } from '#shared/domain/answers/answer.ts';
import { effectiveAnswers } from '#shared/domain/questionnaire/effectiveAnswers.ts';
import { evaluate } from '#shared/domain/questionnaire/evaluate.ts';
import { defaultAnswers } from '#shared/domain/questionnaire/fields.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { availableChoices, validateAnswer } from '#shared/domain/questionnaire/validateAnswer.ts';
import { answersOf, LABEL, sourceOf, VOLUNTEERING } from './volunteering.ts';

const form = parseQuestionnaire(VOLUNTEERING);
/** 2025-02-24 */
const today = 20_143;
const context = { today };
const bornIn = (year: number) => ({ calendar: 'gregorian', year, month: 2, day: 24 }) as const;
const see = (answers: AnswerSet) => evaluate(form, answers, context);

const ADULT = answersOf({ nickname: 'salem', born: bornIn(1990) });

describe('what applies', () => {
  test('a condition on an age turns on the birthday', () => {
    const guardian = (
      born:
        | ReturnType<typeof bornIn>
        | { calendar: 'gregorian'; year: number; month: number; day: number },
    ) => see(answersOf({ born })).paths.get('guardian')?.relevant;
    expect(guardian(bornIn(2007))).toBe(false);
    expect(guardian({ calendar: 'gregorian', year: 2007, month: 2, day: 25 })).toBe(true);
  });

  test('an unanswered condition makes nothing relevant', () => {
    expect(see(answersOf({})).paths.get('guardian')?.relevant).toBe(false);
  });

  test('what no longer applies is kept, counts for nothing and comes back', () => {
    const values = { ...ADULT.values, guardian: { value: 'Fahd' } };
    const away = see({ ...ADULT, values });
    expect(away.paths.get('guardian')).toMatchObject({
      relevant: false,
      value: null,
      answer: { value: 'Fahd' },
    });
    expect(effectiveAnswers(form, { ...ADULT, values }, away).values).not.toHaveProperty(
      'guardian',
    );
    const back = { ...ADULT, values: { ...values, born: { value: bornIn(2015) } } };
    expect(effectiveAnswers(form, back, see(back)).values['guardian']).toEqual({ value: 'Fahd' });
  });

  test('a nested repeat follows the row around it', () => {
    const answers = answersOf(
      {
        'shifts/a/night': true,
        'shifts/a/hours': 2,
        'shifts/a/tasks/x/title': 'doors',
        'shifts/a/tasks/x/minutes': 30,
        'shifts/b/night': false,
        'shifts/b/hours': 3,
        'shifts/b/tasks/y/title': 'doors',
        'shifts/b/tasks/y/minutes': 45,
      },
      { shifts: ['a', 'b'], 'shifts/a/tasks': ['x'], 'shifts/b/tasks': ['y'] },
    );
    const evaluation = see(answers);
    expect(evaluation.paths.get('shifts/a/tasks/x/title')?.relevant).toBe(true);
    expect(evaluation.paths.get('shifts/b/tasks/y/title')?.relevant).toBe(false);
    expect(evaluation.paths.get('totalMinutes')?.value).toBe(30);
    expect(evaluation.paths.get('totalHours')?.value).toBe(5);
    expect(evaluation.paths.get('nights')?.value).toBe(1);
    expect(evaluation.paths.get('shifts/b/ordinal')?.value).toBe(2);
    const effective = effectiveAnswers(form, answers, evaluation);
    expect(effective.rows).toEqual({ shifts: ['a', 'b'], 'shifts/a/tasks': ['x'] });
    expect(effective.values['totalHours']).toEqual({ value: 5 });
    expect(effective.values).not.toHaveProperty('shifts/b/tasks/y/title');
  });

  test('rows that nobody added count for nothing', () => {
    const stray = see(answersOf({ 'shifts/a/hours': 5 }));
    expect(stray.paths.get('totalHours')?.value).toBe(0);
    expect(stray.paths.has('shifts/a/hours')).toBe(false);
  });
});

describe('calculations', () => {
  test('a division by zero has no value, and a mean is rounded', () => {
    expect(see(ADULT).paths.get('meanHours')?.value).toBeNull();
    const rows = { shifts: ['a', 'b'] };
    const two = see(answersOf({ 'shifts/a/hours': 2, 'shifts/b/hours': 3 }, rows));
    expect(two.paths.get('meanHours')?.value).toBe(3);
  });

  test('a note follows a total', () => {
    const thanks = (hours: number) =>
      see(answersOf({ 'shifts/a/hours': hours }, { shifts: ['a'] })).paths.get('thanks')?.relevant;
    expect([thanks(9), thanks(10)]).toEqual([false, true]);
  });
});

describe('what is missing', () => {
  test('a section goes from empty over started to complete', () => {
    const state = (answers: AnswerSet) => see(answers).sections[0]?.state;
    expect(state(answersOf({}))).toBe('empty');
    expect(state(answersOf({ nickname: 'salem' }))).toBe('started');
    expect(state(ADULT)).toBe('complete');
    expect(state(answersOf({ nickname: 'x', born: bornIn(1990) }))).toBe('blocked');
  });

  test('counts and paths of what is missing', () => {
    expect(see(answersOf({ born: bornIn(2015) })).sections[0]).toMatchObject({
      asked: 5,
      answered: 1,
      required: 3,
      missing: ['nickname', 'guardian'],
    });
  });

  test('an empty text and an empty list are no answers; false and zero are', () => {
    const empty = see(answersOf({ nickname: '', skills: [] }));
    expect(empty.paths.get('nickname')?.answered).toBe(false);
    expect(empty.paths.get('skills')?.answered).toBe(false);
    const night = see(answersOf({ 'shifts/a/night': false }, { shifts: ['a'] }));
    expect(night.paths.get('shifts/a/night')?.answered).toBe(true);
  });

  test('a repeat that is required needs a row, and each row its fields', () => {
    const driver = { ...ADULT.values, skills: { value: ['driving'] } };
    const none = see({ values: driver, rows: {} });
    expect(none.missing).toEqual(['shifts']);
    const one = see({ values: driver, rows: { shifts: ['a'] } });
    expect(one.missing).toEqual(['shifts/a/hours']);
    expect(one.rows.get('shifts/a')).toMatchObject({ state: 'empty', missing: ['shifts/a/hours'] });
    const done = see({
      values: { ...driver, 'shifts/a/hours': { value: 4 } },
      rows: { shifts: ['a'] },
    });
    expect(done.complete).toBe(true);
  });

  test('a coded non-answer is an answer where it is allowed', () => {
    const child = answersOf({ nickname: 'salem', born: bornIn(2015) });
    const coded = (nonAnswer: 'unknown' | 'refused'): AnswerSet => ({
      ...child,
      values: { ...child.values, guardian: { nonAnswer, reason: 'not told' } },
    });
    expect(see(coded('unknown')).complete).toBe(true);
    expect(see(coded('refused'))).toMatchObject({
      complete: false,
      missing: [],
      problems: [{ path: 'guardian', code: 'nonAnswerNotAllowed' }],
    });
  });
});

describe('problems', () => {
  const codes = (path: string, answer: Answer | null, answers: AnswerSet = ADULT) =>
    validateAnswer(form, path, answer, answers, context).map((one) => one.code);

  test('lengths count characters, not UTF-16 units or spaces around', () => {
    expect(codes('nickname', { value: ' ab ' })).toEqual(['tooShort']);
    expect(codes('nickname', { value: '😀😀😀😀😀😀😀😀' })).toEqual([]);
    expect(codes('nickname', { value: 'abcdefghi' })).toEqual(['tooLong']);
  });

  test('dates that do not exist, lie outside the table, ahead or too far back', () => {
    const date = (calendar: 'hijri' | 'gregorian', year: number, month: number, day: number) =>
      codes('born', { value: { calendar, year, month, day } });
    expect(date('hijri', 1446, 9, 30)).toEqual(['dateNoSuchDay']);
    expect(date('gregorian', 2023, 2, 29)).toEqual(['dateNoSuchDay']);
    expect(date('hijri', 1342, 1, 1)).toEqual(['dateOutOfRange']);
    expect(date('gregorian', 2025, 2, 25)).toEqual(['dateInFuture']);
    expect(date('gregorian', 2025, 2, 24)).toEqual([]);
    expect(date('gregorian', 1903, 2, 24)).toEqual(['dateOutOfRange']);
  });

  test('a value of another type, a choice not in the list, a choice twice', () => {
    expect(codes('nickname', { value: 3 })).toEqual(['wrongType']);
    expect(codes('born', { value: '1990' })).toEqual(['wrongType']);
    expect(codes('skills', { value: 'driving' })).toEqual(['wrongType']);
    expect(codes('skills', { value: ['flying'] })).toEqual(['notInList']);
    expect(codes('skills', { value: ['driving', 'driving'] })).toEqual(['duplicateChoice']);
  });

  test('a constraint speaks in the words of the form, or by a key of the locales', () => {
    const skills = { value: ['driving', 'cooking', 'teaching'] };
    expect(validateAnswer(form, 'skills', skills, ADULT, context)).toEqual([
      {
        path: 'skills',
        code: 'constraint',
        blocking: true,
        messageKey: 'problem.constraint',
        message: { ar: 'مهارتان على الأكثر', en: 'Two skills at most' },
        params: {},
      },
    ]);
    const rows = { shifts: ['a'], 'shifts/a/tasks': ['x', 'y'] };
    const tasks = answersOf({ 'shifts/a/night': true, 'shifts/a/tasks/x/title': 'doors' }, rows);
    const second = 'shifts/a/tasks/y/title';
    expect(validateAnswer(form, second, { value: 'doors' }, tasks, context)).toMatchObject([
      { path: second, messageKey: 'volunteering.sameTask', message: null },
    ]);
    expect(codes(second, { value: 'gates' }, tasks)).toEqual([]);
  });

  test('a warning is a flag and stops nothing', () => {
    const answers = answersOf(
      {
        nickname: 'salem',
        born: bornIn(1990),
        'shifts/a/hours': 1,
        'shifts/a/night': true,
        'shifts/a/tasks/x/title': 'doors',
        'shifts/a/tasks/x/minutes': 61,
      },
      { shifts: ['a'], 'shifts/a/tasks': ['x'] },
    );
    const evaluation = see(answers);
    expect(evaluation.flags).toMatchObject([
      { path: 'shifts/a/tasks/x/minutes', code: 'constraint' },
    ]);
    expect(evaluation.complete).toBe(true);
  });

  test('while typing: required, unknown places and fields that do not apply', () => {
    expect(codes('nickname', null)).toEqual(['required']);
    expect(codes('city', null)).toEqual([]);
    expect(codes('guardian', null)).toEqual([]);
    expect(codes('shifts/none/hours', { value: 3 })).toEqual(['unknownPath']);
    expect(codes('constructor', { value: 3 })).toEqual(['unknownPath']);
  });

  test('choices are those that the filter lets through', () => {
    const inMakkah = answersOf({ city: 'makkah' });
    const names = availableChoices(form, 'district', inMakkah, context).map(({ name }) => name);
    expect(names).toEqual(['aziziyah']);
    expect(codes('district', { value: 'hamra' }, inMakkah)).toEqual(['notInList']);
    expect(availableChoices(form, 'city', inMakkah, context)).toHaveLength(2);
  });
});

describe('places of a form that few forms have', () => {
  test('the desk fills a field in: it is never asked and never missing', () => {
    const own = parseQuestionnaire(
      sourceOf([
        { type: 'text', name: 'office', system: 'yes', required: 'yes', ...LABEL },
        { type: 'text', name: 'why', relevant: "${office} = 'B7'", required: 'yes', ...LABEL },
        { type: 'text', name: 'tongue', default: 'ar', ...LABEL },
      ]),
    );
    const empty = answersOf({});
    expect(evaluate(own, empty, context).missing).toEqual([]);
    const filled = evaluate(own, empty, { today, calculatedBySystem: { office: 'B7' } });
    expect(filled.missing).toEqual(['why']);
    expect(effectiveAnswers(own, empty, filled).values).toEqual({ office: { value: 'B7' } });
    expect(defaultAnswers(own)).toEqual({ tongue: { value: 'ar' } });
  });

  test('a name is looked up in its row first, then outside; / begins at the root', () => {
    const own = parseQuestionnaire(
      sourceOf([
        { type: 'integer', name: 'age', ...LABEL },
        { type: 'begin_repeat', name: 'children', ...LABEL },
        { type: 'integer', name: 'age', ...LABEL },
        { type: 'calculate', name: 'gap', calculation: '${/age} - ${age}', ...LABEL },
        { type: 'end_repeat' },
        { type: 'calculate', name: 'youngest', calculation: 'min(${children/age})', ...LABEL },
        { type: 'calculate', name: 'twice', calculation: '${age} * 2', ...LABEL },
      ]),
    );
    const answers = answersOf(
      { age: 40, 'children/a/age': 12, 'children/b/age': 9 },
      { children: ['a', 'b', 'c'] },
    );
    const { paths } = evaluate(own, answers, context);
    expect(['gap', 'youngest', 'twice'].map((name) => paths.get(name)?.value)).toEqual([
      undefined,
      9,
      80,
    ]);
    expect(['a', 'b', 'c'].map((row) => paths.get(`children/${row}/gap`)?.value)).toEqual([
      28,
      31,
      null,
    ]);
  });
});
