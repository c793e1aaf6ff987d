import { describe, expect, it } from 'vitest';
import { linkRegister } from '#shared/domain/linkage/linkRegister.ts';
import {
  arabicRegister,
  type LabelledRegister,
  type RegisterPlan,
  USUAL_PLAN,
} from '#tests/bench/matching/arabicRegister.ts';
import { registerOf } from '#tests/bench/matching/readLabelled.ts';
import { scoreQuality } from '#tests/bench/matching/score.ts';

const HARD = [0, 0, 1] as const;

function qualityOf(labelled: LabelledRegister) {
  const { pairs, oneToOne } = linkRegister(registerOf(labelled), { threshold: 0.01 });
  const { at, truePairs, falseAmongHard } = scoreQuality(labelled, pairs, null, [0.5]);
  return { ...at[0], oneToOne, truePairs, siblings: falseAmongHard.get('siblings') };
}

function quality(plan: Partial<RegisterPlan>) {
  return qualityOf(arabicRegister({ ...USUAL_PLAN, size: 500, seed: 21, ...plan }));
}

/** As if the other columns had other headings, which nobody knows. */
function withColumnsOnly(labelled: LabelledRegister, kept: readonly string[]): LabelledRegister {
  const headings = labelled.headings.map((heading) => (kept.includes(heading) ? heading : '?'));
  return { ...labelled, headings };
}

describe('registers full of brothers and sisters', () => {
  it.each([
    { overlap: 0.05, care: HARD },
    { overlap: 0.5, care: HARD },
    { overlap: 1, care: HARD },
  ])('are linked without taking one for the other, $overlap in common', (plan) => {
    const { precision, recall, oneToOne } = quality(plan);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(oneToOne).toBe(true);
  });

  it('give no pair where nobody stands in both files', () => {
    const labelled = arabicRegister({ ...USUAL_PLAN, size: 500, seed: 22, overlap: 0 });
    expect(linkRegister(registerOf(labelled), { threshold: 0.5 }).pairs).toEqual([]);
  });

  it('are cleared of their copies', () => {
    const { precision, recall } = quality({ form: 'deduplication', mostCopies: 3, care: HARD });
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  it('are linked although one of them has copies of its own', () => {
    const { precision, recall, oneToOne } = quality({ mostCopies: 3 });
    expect(oneToOne).toBe(false);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.97);
  });

  it('are linked by few columns, too', () => {
    const few = ['id', 'given', 'family', 'birthDate', 'birthCalendar', 'mobile'];
    const labelled = arabicRegister({ ...USUAL_PLAN, size: 1500, seed: 23 });
    const { precision, recall, siblings } = qualityOf(withColumnsOnly(labelled, few));
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.88);
    expect(siblings).toBeLessThanOrEqual(1);
  });
});

describe('two files in which hardly anybody stands twice', () => {
  it('give both copies of the few who do', () => {
    const labelled = arabicRegister({ ...USUAL_PLAN, size: 500, seed: 24, care: [1, 0, 0] });
    const twice = labelled.right.slice(0, 6);
    const right = [...labelled.right, ...twice.map((record) => ({ ...record }))];
    const { recall, precision, oneToOne } = qualityOf({ ...labelled, right });
    expect(oneToOne).toBe(true);
    expect(recall).toBeGreaterThanOrEqual(0.99);
    expect(precision).toBe(1);
  });
});
