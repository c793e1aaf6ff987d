import { describe, expect, it } from 'vitest';
import { FIELD_ROLES, roleField } from '#shared/domain/linkage/fields.ts';
import { linkRegister } from '#shared/domain/linkage/linkRegister.ts';
import { RegisterBuilder } from '#shared/domain/linkage/register.ts';
import { seededRandom } from '#shared/domain/linkage/seededRandom.ts';

const FIELDS = FIELD_ROLES.slice(0, 9).map(roleField);
const GIVEN = ['محمد', 'فهد', 'ساره', 'نوره', 'سعد', 'ريم', 'ماجد', 'خالد', 'هدي', 'تركي', 'علي'];
const FAMILY = ['الغامدي', 'الحربي', 'الشهري', 'القحطاني', 'المطيري', 'الدوسري', 'العنزي'];

const digits = (seed: number, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
};

/** Every two are brother and sister, with one father, grandfather, family and phone. */
function person(index: number): string[] {
  const house = Math.floor(index / 2);
  const of = (list: readonly string[], number: number) => list[number % list.length] ?? '';
  return [
    of(GIVEN, index * 3 + house),
    of(GIVEN, house * 5 + 1),
    of(GIVEN, house * 7 + Math.floor(house / 11)),
    of(FAMILY, house),
    index % 2 === 0 ? 'M' : 'F',
    `1${digits(index, 9)}`,
    '',
    `${1950 + ((index * 7) % 60)}${String((index % 12) + 1).padStart(2, '0')}${String((index % 27) + 1).padStart(2, '0')}`,
    `5${digits(house + 5000, 8)}`,
  ];
}

function linked(threshold: number) {
  const builder = new RegisterBuilder(FIELDS);
  for (let index = 0; index < 300; index += 1) builder.add(person(index));
  for (let index = 0; index < 60; index += 1) {
    const copy = person(index * 4);
    copy[index % 2 === 0 ? 2 : 5] = '';
    builder.add(copy);
  }
  return linkRegister(builder.finish(), { threshold }).pairs;
}

describe('a register with its own copies and many siblings', () => {
  it('gives every copy and no sibling', () => {
    const pairs = linked(0.5).map(({ left, right }) => `${left} ${right}`);
    const copies = Array.from({ length: 60 }, (_, index) => `${index * 4} ${300 + index}`);
    expect(pairs.toSorted()).toEqual(copies.toSorted());
  });

  it('gives fewer pairs at a higher threshold, with sound numbers, the same each time', () => {
    const all = linked(0);
    const sure = linked(0.99);
    expect(sure.length).toBeLessThan(all.length);
    expect(linked(0.99)).toEqual(sure);
    for (const { probability, weight } of all) {
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
      expect(Number.isNaN(weight)).toBe(false);
    }
  });
});
