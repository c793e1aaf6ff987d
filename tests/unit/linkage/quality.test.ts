import { describe, expect, it } from 'vitest';
import { furtherField } from '#shared/domain/linkage/fields.ts';
import { linkRegister } from '#shared/domain/linkage/linkRegister.ts';
import { RegisterBuilder } from '#shared/domain/linkage/register.ts';
import {
  arabicRegister,
  type LabelledRecord,
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

  it('are linked although families have numbers in a row', () => {
    const plan = { ...USUAL_PLAN, size: 1500, seed: 27, care: HARD };
    for (const form of ['linkage', 'deduplication'] as const) {
      const labelled = withNumbersInARow(arabicRegister({ ...plan, form, mostCopies: 1 }));
      const { precision, recall, siblings } = qualityOf(labelled);
      expect(precision).toBeGreaterThanOrEqual(0.99);
      expect(recall).toBeGreaterThanOrEqual(0.95);
      expect(siblings).toBeLessThanOrEqual(3);
    }
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

/** As if whole families had been registered in one day: the numbers of each differ in the last digits alone. */
function withNumbersInARow(labelled: LabelledRegister): LabelledRegister {
  const at = labelled.headings.indexOf('nationalId');
  const numbers = new Map(
    [...labelled.left, ...labelled.right].flatMap(({ person }) => {
      if (person === null) return [];
      const family = String((person.household * 7919) % 10_000_000).padStart(7, '0');
      return [[person.nationalId, `1${family}${String(person.number % 100).padStart(2, '0')}`]];
    }),
  );
  const renumbered = ({ cells, ...record }: LabelledRecord): LabelledRecord => ({
    ...record,
    cells: cells.with(at, numbers.get(cells[at] ?? '') ?? cells[at] ?? ''),
  });
  return {
    ...labelled,
    left: labelled.left.map(renumbered),
    right: labelled.right.map(renumbered),
  };
}

/** The year alone of each birth date. */
function withYearsOnly(labelled: LabelledRegister): LabelledRegister {
  const at = labelled.headings.indexOf('birthDate');
  const year = ({ cells, ...record }: LabelledRecord): LabelledRecord => ({
    ...record,
    cells: cells.with(at, /\d{4}|[٠-٩]{4}/.exec(cells[at] ?? '')?.[0] ?? ''),
  });
  return { ...labelled, left: labelled.left.map(year), right: labelled.right.map(year) };
}

describe('registers that say little', () => {
  it('of names and a year of birth keep brothers and sisters apart', () => {
    const few = ['id', 'given', 'father', 'grandfather', 'family', 'birthDate', 'birthCalendar'];
    const labelled = arabicRegister({ ...USUAL_PLAN, size: 1500, seed: 25, care: [1, 0, 0] });
    const { precision, recall } = qualityOf(withYearsOnly(withColumnsOnly(labelled, few)));
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.98);
  });

  it('of a few people, one large family among them, find the same record written twice', () => {
    const child = (given: string, day: number) =>
      [given, 'ryan', `1972-03-${day}`, '56 woodland street', 'batley', 'BA24 9BW'] as const;
    const people = ['deborah', 'emma', 'jeffrey', 'kevin', 'laura', 'peter', 'susan'].map(
      (given, at) => child(given, 11 + at * 2),
    );
    const others = ['smith', 'jones', 'clark', 'lewis', 'young', 'allen', 'scott', 'baker'].map(
      (family, at) =>
        [
          `pat${at}`,
          family,
          `19${61 + at}-0${at + 1}-2${at}`,
          `${at} mill lane`,
          'leeds',
          `LS${at}`,
        ] as const,
    );
    const written = [...people, ...others, ...people.slice(0, 3), ...others.slice(0, 2)];
    const labelled: LabelledRegister = {
      headings: ['given', 'family', 'dob', 'address', 'town', 'postcode'],
      left: written.map((cells) => ({ cells, entity: cells.join(), care: 'first', person: null })),
      right: [],
    };
    expect(qualityOf(labelled)).toMatchObject({ precision: 1, recall: 1, truePairs: 5 });
  });

  it('whose columns nobody knows take a house for a house', () => {
    const labelled = arabicRegister({ ...USUAL_PLAN, size: 1500, seed: 26, care: [1, 0, 0] });
    const known = ['given', 'family', 'birthDate', 'street', 'district', 'mobile'];
    const fields = known.map((heading) => furtherField(heading));
    const builder = new RegisterBuilder(fields);
    const add = ({ cells }: LabelledRecord) =>
      builder.add(known.map((heading) => cells[labelled.headings.indexOf(heading)] ?? ''));
    labelled.left.forEach(add);
    builder.beginRight();
    labelled.right.forEach(add);
    const { pairs } = linkRegister(builder.finish(), { threshold: 0.01 });
    const [even] = scoreQuality(labelled, pairs, null, [0.5]).at;
    expect(even?.precision).toBeGreaterThanOrEqual(0.95);
    expect(even?.recall).toBeGreaterThanOrEqual(0.8);
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
