import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import source from '#resources/questionnaires/support-request.v1.json' with { type: 'json' };
import { Answer, type AnswerSet, NonAnswerCode } from '#shared/domain/answers/answer.ts';
import { effectiveAnswers } from '#shared/domain/questionnaire/effectiveAnswers.ts';
import { evaluate } from '#shared/domain/questionnaire/evaluate.ts';
import type { Field } from '#shared/domain/questionnaire/model.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { parseTyped } from '#shared/domain/questionnaire/parseTyped.ts';
import { QuestionnaireError } from '#shared/domain/questionnaire/questionnaireError.ts';
import { validateAnswer } from '#shared/domain/questionnaire/validateAnswer.ts';
import { WIDOW_TODAY, widowAnswers } from '#tests/fixtures/widow.ts';
import { LABEL, sourceOf, VOLUNTEERING } from './volunteering.ts';

const forms = [parseQuestionnaire(source), parseQuestionnaire(VOLUNTEERING)] as const;
const context = { today: WIDOW_TODAY };

const printedDate = fc.record({
  calendar: fc.constantFrom('hijri' as const, 'gregorian' as const),
  year: fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1340, max: 1505 })),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 31 }),
});
const ownChoices = forms.flatMap((form) =>
  [...form.choiceLists.values()].flatMap((list) =>
    list.choices.slice(0, 20).map(({ name }) => name),
  ),
);
const anyText = fc.oneof(
  fc.string({ maxLength: 30, unit: 'grapheme' }),
  fc.constantFrom('1012345672', '1124356780', 'SA0380000000608010167519', '+966501234567', ''),
  fc.constantFrom(...ownChoices),
);
const value = fc.oneof(
  anyText,
  fc.maxSafeInteger(),
  fc.boolean(),
  printedDate,
  fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  }),
  fc.array(fc.constantFrom(...ownChoices), { maxLength: 4 }),
);
const answer: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 5, arbitrary: value.map((one) => ({ value: one })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...NonAnswerCode.options)
      .map((nonAnswer) => ({ nonAnswer, reason: 'x' })),
  },
);

/** Answers to a form’s own fields, and to some that it does not have. */
function answersTo(form: (typeof forms)[number]): fc.Arbitrary<AnswerSet> {
  const rows = {
    ...Object.fromEntries(
      [...form.repeatByPath.keys()]
        .filter((path) => !path.includes('/'))
        .map((path) => [path, ['r1', 'r2']]),
    ),
    'supportItems/r1/previousHelp': ['r1'],
    'shifts/r2/tasks': ['r1', 'r1x'],
    nobody: ['r1'],
  };
  const places = [...form.fieldByName.keys()].flatMap((schemaPath) => {
    const parts = schemaPath.split('/');
    if (parts.length === 1) return [schemaPath];
    return ['r1', 'r2'].map((row) =>
      [
        parts[0],
        row,
        ...parts
          .slice(1)
          .flatMap((part, index) => (index < parts.length - 2 ? [part, 'r1'] : [part])),
      ].join('/'),
    );
  });
  return fc
    .dictionary(fc.constantFrom(...places, 'constructor', 'nobody/r1/x'), answer, { maxKeys: 60 })
    .map((values) => ({ values: { ...values }, rows }));
}

const anyCase = fc.oneof(
  ...forms.map((form) => answersTo(form).map((answers) => ({ form, answers }))),
);

describe('whatever the answers', () => {
  test('evaluating never throws, is the same each time and agrees with itself', () => {
    fc.assert(
      fc.property(anyCase, ({ form, answers }) => {
        const evaluation = evaluate(form, answers, context);
        expect(evaluate(form, answers, context)).toEqual(evaluation);
        expect(evaluation.complete).toBe(
          evaluation.sections.every(({ state }) => state === 'complete'),
        );
        for (const path of evaluation.missing) {
          const state = evaluation.paths.get(path) ?? evaluation.repeats.get(path);
          expect(state).toMatchObject({ relevant: true, required: true });
        }
        for (const { path } of evaluation.problems) {
          expect(evaluation.paths.get(path)).toMatchObject({ relevant: true, answered: true });
        }
      }),
    );
  });

  test('checking one field says what evaluating the case says of it', () => {
    fc.assert(
      fc.property(anyCase, ({ form, answers }) => {
        const { paths, missing } = evaluate(form, answers, context);
        for (const { path, field, answer: given, problems } of paths.values()) {
          if (!field.asked) continue;
          const found = validateAnswer(form, path, given, answers, context);
          if (missing.includes(path)) expect(found).toMatchObject([{ code: 'required' }]);
          else expect(found).toEqual(problems);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('the effective answers are evaluated as all answers are, and are their own effective answers', () => {
    fc.assert(
      fc.property(anyCase, ({ form, answers }) => {
        const evaluation = evaluate(form, answers, context);
        const effective = effectiveAnswers(form, answers, evaluation);
        const again = evaluate(form, effective, context);
        expect(again.missing).toEqual(evaluation.missing);
        expect(again.problems).toEqual(evaluation.problems);
        expect(effectiveAnswers(form, effective, again)).toEqual(effective);
      }),
    );
  });
});

test('typed text is an answer or a problem, and a typed answer has no problem of form', () => {
  const fields: readonly Field[] = forms.flatMap((form) => [...form.fieldByName.values()]);
  const formCodes = /Form$|Checksum|wrongType|notTyped|dateNoSuchDay|dateOutOfRange/;
  fc.assert(
    fc.property(fc.constantFrom(...fields), anyText, (field, text) => {
      const typed = parseTyped(field, text);
      if ('problem' in typed) return;
      expect(Answer.parse(typed.answer)).toEqual(typed.answer);
      if (field.schemaPath.includes('/')) return;
      const form = forms.find((one) => one.fieldByName.get(field.schemaPath) === field);
      if (!form) throw new Error(field.schemaPath);
      const codes = validateAnswer(form, field.name, typed.answer, widowAnswers(), context);
      expect(codes.filter(({ code }) => formCodes.test(code) && code !== 'dateOutOfRange')).toEqual(
        [],
      );
    }),
    { numRuns: 1000 },
  );
});

test('any text in place of an expression is parsed or is a fault of the form, never a crash', () => {
  const pieces = fc.constantFrom(
    '${a}',
    '${b',
    '.',
    '..',
    "'x'",
    '1',
    '(',
    ')',
    ',',
    'and',
    'or',
    '=',
    '<',
    '-',
    'sum',
    'if',
    'count',
    'regex',
    'position',
    ' ',
  );
  const expression = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.array(pieces, { maxLength: 15 }).map((list) => list.join('')),
  );
  fc.assert(
    fc.property(expression, (constraint) => {
      try {
        parseQuestionnaire(sourceOf([{ type: 'integer', name: 'a', constraint, ...LABEL }]));
      } catch (error) {
        expect(error).toBeInstanceOf(QuestionnaireError);
      }
    }),
    { numRuns: 500 },
  );
});

test('a full case is evaluated at least a thousand times a second', () => {
  const widow = widowAnswers();
  const members = Array.from({ length: 8 }, (_, index) => `m${index}`);
  const values = { ...widow.values };
  for (const row of members) {
    for (const [path, given] of Object.entries(widow.values)) {
      if (path.startsWith('family/r1/')) values[path.replace('r1', row)] = given;
    }
  }
  const full: AnswerSet = { values, rows: { ...widow.rows, family: members } };
  for (let warmUp = 0; warmUp < 200; warmUp += 1) evaluate(forms[0], full, context);
  // The median of single runs, so that another program on the machine does not decide.
  const times = Array.from({ length: 300 }, () => {
    const before = performance.now();
    evaluate(forms[0], full, context);
    return performance.now() - before;
  }).sort((a, b) => a - b);
  expect(times[150] ?? Number.POSITIVE_INFINITY).toBeLessThan(1);
});
