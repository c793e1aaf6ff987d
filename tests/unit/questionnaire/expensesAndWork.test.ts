import { describe, expect, test } from 'vitest';
import source from '#resources/questionnaires/support-request.v1.json' with { type: 'json' };
import type { Answer, AnswerSet, AnswerValue } from '#shared/domain/answers/answer.ts';
import { evaluate } from '#shared/domain/questionnaire/evaluate.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { WIDOW_TODAY, widowAnswers } from '#tests/fixtures/widow.ts';

const form = parseQuestionnaire(source);
const REFUSED: Answer = { nonAnswer: 'refused', reason: 'لا يرغب' };

function widowWith(changes: Readonly<Record<string, AnswerValue | Answer | null>>): AnswerSet {
  const widow = widowAnswers();
  const values = new Map(Object.entries(widow.values));
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) values.delete(path);
    else if (typeof change === 'object' && 'nonAnswer' in change) values.set(path, change);
    else if (typeof change === 'object' && 'value' in change) values.set(path, change);
    else values.set(path, { value: change });
  }
  return { ...widow, values: Object.fromEntries(values) };
}

function see(changes: Readonly<Record<string, AnswerValue | Answer | null>>) {
  return evaluate(form, widowWith(changes), { today: WIDOW_TODAY });
}

function asked(changes: Readonly<Record<string, AnswerValue | Answer | null>>, path: string) {
  return see(changes).paths.get(path)?.relevant;
}

const bornIn = (year: number) => ({
  birthDate: { calendar: 'gregorian', year, month: 1, day: 1 } as const,
});

describe('rent and what is left of the income after it', () => {
  const owned = { tenure: 'owned', annualRent: null, leaseNo: null, leaseEnd: null } as const;

  test('the rent of a month is asked of those who did not state that of a year', () => {
    expect(asked({}, 'rent')).toBe(false);
    expect(see(owned).missing).toEqual(['rent']);
    expect(see({ annualRent: REFUSED }).missing).toEqual(['rent']);
  });

  test.each<[string, Readonly<Record<string, AnswerValue | Answer | null>>, number | null]>([
    ['a year brought to a month', {}, 20_500],
    ['a year that is no multiple of twelve', { annualRent: 1_000_000 }, 37_167],
    ['a month as stated', { ...owned, rent: 32_000 }, 50_000],
    ['none, confirmed', { ...owned, rent: 0 }, 58_000],
    ['more than the income', { annualRent: 4_800_000 }, -42_000],
    ['refused', { ...owned, rent: REFUSED }, null],
  ])('%s', (_name, changes, expected) => {
    expect(see(changes).paths.get('perCapitaNet')?.value ?? null).toBe(expected);
  });

  test('it informs and decides nothing', () => {
    const field = form.fieldByName.get('perCapitaNet');
    expect(field?.hint?.en).toContain('never decides');
    expect(field?.hint?.ar).toContain('للعلم فقط');
    const { perCapitaNet: _net, ...others } = Object.fromEntries(
      source.survey.map((row) => [row.name ?? '', JSON.stringify(row)]),
    );
    expect(Object.values(others).join('')).not.toContain('${perCapitaNet}');
  });

  test('a guest of the country is not asked for a household, only for debts', () => {
    const guest = { residencyType: 'pilgrim', idType: 'passport' } as const;
    for (const path of ['rent', 'utilities', 'food', 'transport', 'health', 'education']) {
      expect(asked(guest, path)).toBe(false);
    }
    expect(asked(guest, 'perCapitaNet')).toBe(false);
    expect(asked(guest, 'debtTotal')).toBe(true);
  });
});

describe('debts', () => {
  test('who owes says to whom and why', () => {
    expect(see({ debtTotal: 1 }).missing).toEqual(['creditor', 'debtReason']);
    expect(asked({ debtTotal: REFUSED }, 'creditor')).toBe(false);
  });

  test('debt relief without a debt is flagged, not refused', () => {
    const evaluation = see({ 'supportItems/r2/type': 'debtRelief' });
    expect(evaluation.flags).toMatchObject([{ path: 'debtTotal', blocking: false }]);
    expect(evaluation.complete).toBe(true);
  });
});

describe('health, education and work', () => {
  test('no chronic disease cannot stand with one', () => {
    expect(see({ chronicDisease: ['none', 'heart'] }).problems).toMatchObject([
      { path: 'chronicDisease', blocking: true },
    ]);
  });

  test('a disability asks for its card, which one may not have', () => {
    expect(see({ disabilityType: 'mobility' }).missing).toEqual(['disabilityCardNo']);
    const without: Answer = { nonAnswer: 'notApplicable', reason: 'لا بطاقة' };
    expect(see({ disabilityType: 'mobility', disabilityCardNo: without }).complete).toBe(true);
    expect(asked({ disabilityType: REFUSED }, 'disabilityCardNo')).toBe(false);
  });

  test.each([
    [1980, true, true],
    [2011, true, false],
    [2022, false, false],
  ])('born in %i: education %s, work %s', (year, education, work) => {
    expect(asked(bornIn(year), 'educationLevel')).toBe(education);
    expect(asked(bornIn(year), 'employmentStatus')).toBe(work);
    expect(asked(bornIn(year), 'healthStatus')).toBe(true);
  });

  test('an age that was refused hides nothing', () => {
    expect(asked({ birthDate: REFUSED }, 'employmentStatus')).toBe(true);
  });

  test('who studies names the school', () => {
    expect(see({ currentStudy: 'السنة الثانية' }).missing).toEqual(['school']);
  });

  test('the register is asked of whoever trades', () => {
    expect(see({ employmentStatus: 'private' }).missing).toEqual(['employer', 'occupation']);
    expect(see({ employmentStatus: 'selfEmployed' }).missing).toEqual(['occupation', 'crNumber']);
    expect(see({ business: 1 }).missing).toEqual(['crNumber']);
    expect(see({ business: 1, crNumber: '1010711252' }).missing).toEqual(['tradeName']);
    expect(see({ business: 1, crNumber: '101071125' }).problems).toMatchObject([
      { path: 'crNumber', blocking: true },
    ]);
  });

  test('health is masked by role', () => {
    const open = ['95'].flatMap((number) =>
      [...form.fieldByName.values()].filter((field) => field.number === number && !field.sensitive),
    );
    expect(open).toEqual([]);
    expect(form.fieldByName.get('debtTotal')?.sensitive).toBe(true);
  });
});
