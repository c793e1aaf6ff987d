import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  caseSummary,
  type SummaryPart,
  type SummaryRows,
} from '#renderer/caseParts/caseSummary.ts';
import source from '#resources/questionnaires/support-request.v1.json' with { type: 'json' };
import type { Answer, AnswerSet } from '#shared/domain/answers/answer.ts';
import { effectiveAnswers } from '#shared/domain/questionnaire/effectiveAnswers.ts';
import { evaluate } from '#shared/domain/questionnaire/evaluate.ts';
import { isVisibleTo } from '#shared/domain/questionnaire/fields.ts';
import type { Field } from '#shared/domain/questionnaire/model.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { WIDOW_TODAY, widowAnswers } from '#tests/fixtures/widow.ts';

const FORM = parseQuestionnaire(source);
const everything = () => true;

function summaryOf(answers: AnswerSet, isVisible: (field: Field) => boolean = everything) {
  return caseSummary(evaluate(FORM, answers, { today: WIDOW_TODAY }), 'ar', isVisible);
}

function pathsIn(parts: readonly SummaryPart[]): readonly string[] {
  return parts.flatMap((part) =>
    part.kind === 'facts' ? part.entries.map(({ id }) => id) : pathsInRows(part),
  );
}

function pathsInRows({ rows }: SummaryRows): readonly string[] {
  return rows.flatMap(({ entries, nested }) => [
    ...entries.map(({ id }) => id),
    ...nested.flatMap(pathsInRows),
  ]);
}

function allPaths(answers: AnswerSet, isVisible?: (field: Field) => boolean): readonly string[] {
  return summaryOf(answers, isVisible).flatMap(({ parts }) => pathsIn(parts));
}

function withAnswer(path: string, answer: Answer): AnswerSet {
  const answers = widowAnswers();
  return { ...answers, values: { ...answers.values, [path]: answer } };
}

function repeatNamed(answers: AnswerSet, id: string): SummaryRows {
  const found = summaryOf(answers)
    .flatMap(({ parts }) => parts)
    .find((part) => part.id === id);
  if (found?.kind !== 'rows') throw new Error(`no repeat ${id}`);
  return found;
}

describe('the summary of a case', () => {
  test('says each answer that counts exactly once, and nothing else, whatever was left out', () => {
    const paths = Object.keys(widowAnswers().values);
    fc.assert(
      fc.property(fc.subarray(paths), (kept) => {
        const whole = widowAnswers();
        const values = Object.fromEntries(
          kept.map((path) => [path, whole.values[path] ?? { value: '' }]),
        );
        const answers: AnswerSet = { values, rows: whole.rows };
        const evaluation = evaluate(FORM, answers, { today: WIDOW_TODAY });
        const counting = Object.keys(effectiveAnswers(FORM, answers, evaluation).values);
        expect(allPaths(answers).toSorted()).toEqual(counting.toSorted());
      }),
    );
  });

  test('goes through the sections in the order of the form, under their letters', () => {
    const letters = summaryOf(widowAnswers()).map(({ letter }) => letter);
    const inForm = FORM.sections.map(({ letter }) => letter?.ar ?? null);
    expect(letters).toEqual(inForm.filter((letter) => letters.includes(letter)));
    expect(letters.length).toBeGreaterThan(5);
  });

  test('keeps the order of the fields inside a section', () => {
    const identity = summaryOf(widowAnswers()).find(({ id }) => id === 'identity');
    const paths = pathsIn(identity?.parts ?? []);
    const inForm = [...FORM.fieldByName.keys()].filter((path) => paths.includes(path));
    expect(paths).toEqual(inForm);
  });

  test('says a coded non-answer with its reason', () => {
    const answer: Answer = { nonAnswer: 'refused', reason: 'لا ترغب في ذكره' };
    const entries = summaryOf(withAnswer('altPhone', answer))
      .flatMap(({ parts }) => parts)
      .flatMap((part) => (part.kind === 'facts' ? part.entries : []));
    expect(entries.find(({ id }) => id === 'altPhone')?.answer).toEqual(answer);
  });

  test('leaves out what no longer applies, though it stays on record', () => {
    expect(allPaths(widowAnswers())).toContain('annualRent');
    expect(allPaths(withAnswer('tenure', { value: 'owned' }))).not.toContain('annualRent');
  });

  test('says the totals that the form works out', () => {
    const paths = allPaths(widowAnswers());
    expect(paths).toContain('householdSize');
    expect(paths).toContain('incomeTotal');
  });

  test('keeps from a representative what only headquarters may see', () => {
    const orphans = {
      ...withAnswer('familyCategory', { value: 'orphans' }),
    };
    const answers = {
      ...orphans,
      values: { ...orphans.values, unknownParentage: { value: true } },
    };
    expect(allPaths(answers)).toContain('unknownParentage');
    const seen = allPaths(answers, (field) => isVisibleTo(field, ['representative']));
    expect(seen).not.toContain('unknownParentage');
  });

  test('gives a repeat the heads that a row answers, and a row for each member', () => {
    const family = repeatNamed(widowAnswers(), 'family');
    expect(family.rows).toHaveLength(3);
    const heads = family.heads.map(({ id }) => id);
    expect(heads.slice(0, 4)).toEqual(['name', 'relationship', 'idNumber', 'birthDate']);
    // Only the eldest works.
    expect(heads).toContain('employment');
    const employed = family.rows.filter(({ entries }) =>
      entries.some(({ field }) => field.name === 'employment'),
    );
    expect(employed.map(({ id }) => id)).toEqual(['r1']);
  });

  test('says that nobody was stated where a repeat has no rows', () => {
    const answers = widowAnswers();
    const alone = { ...answers, rows: { ...answers.rows, family: [] } };
    expect(repeatNamed(alone, 'family').rows).toEqual([]);
  });

  test('nests the rows of a row under it', () => {
    const answers = widowAnswers();
    const help = 'supportItems/r1/previousHelp';
    const nested = {
      values: { ...answers.values, [`${help}/h1/organisation`]: { value: 'جمعية البر' } },
      rows: { ...answers.rows, [help]: ['h1'] },
    };
    const [first, second] = repeatNamed(nested, 'supportItems').rows;
    expect(first?.nested.map(({ id }) => id)).toEqual([help]);
    expect(second?.nested).toEqual([]);
  });
});
