import { describe, expect, it } from 'vitest';
import { type FieldRole, roleField } from '#shared/domain/linkage/fields.ts';
import {
  DIFFERENT,
  DISPLACED,
  isEqualLevel,
  MISSING,
  NEAR,
  SIMILAR,
  VARIANT,
} from '#shared/domain/linkage/levels.ts';
import { PairComparer } from '#shared/domain/linkage/pairComparer.ts';
import { RegisterBuilder } from '#shared/domain/linkage/register.ts';

const NAMES: readonly FieldRole[] = ['given', 'father', 'grandfather', 'family'];

/** The levels of the first two records, among others that are there besides. */
function levelsOf(
  roles: readonly FieldRole[],
  one: readonly string[],
  other: readonly string[],
  ...others: readonly (readonly string[])[]
): readonly number[] {
  const builder = new RegisterBuilder(roles.map(roleField));
  for (const values of [one, other, ...others]) builder.add(values);
  const comparer = new PairComparer(builder.finish());
  comparer.compare(0, 1);
  const levels = [...comparer.levels];
  comparer.compare(1, 0);
  expect([...comparer.levels]).toEqual(levels);
  return levels;
}

const times = (count: number, values: readonly string[]) =>
  Array.from({ length: count }, () => values);

describe('names in one another’s columns', () => {
  it('are one exchange, told of the first of the two columns', () => {
    const levels = levelsOf(
      NAMES,
      ['فهد', 'سعد', 'علي', 'الحربي'],
      ['سعد', 'فهد', 'علي', 'الحربي'],
    );
    expect(levels.slice(0, 2)).toEqual([DISPLACED, MISSING]);
    expect(levels.slice(2).every(isEqualLevel)).toBe(true);
  });

  it('are an exchange with a slip in one of them, too', () => {
    const swapped = levelsOf(['given', 'family'], ['scott', 'garcia'], ['garcia', 'soctt']);
    expect(swapped).toEqual([DISPLACED, MISSING]);
  });

  it('say little where one of them stands elsewhere by chance', () => {
    expect(levelsOf(['given', 'family'], ['daniel', 'james'], ['james', 'romero'])).toEqual([
      NEAR,
      DIFFERENT,
    ]);
  });

  it('moved up where one before them was left out', () => {
    const whole = ['نورة', 'سعد', 'ماجد', 'الحربي'];
    const levels = (written: readonly string[]) => levelsOf(NAMES, whole, written);
    expect(levels(['نورة', 'ماجد', '', 'الحربي']).slice(1, 3)).toEqual([DISPLACED, MISSING]);
    expect(levels(['نورة', 'سعد', '', 'ماجد']).slice(2)).toEqual([MISSING, DISPLACED]);
    // A father is not his son who left himself out.
    expect(levels(['سعد', '', 'ماجد', 'الحربي'])[0]).toBe(NEAR);
  });

  it('say nothing where each has its own counterpart: a brother who bears their father’s name', () => {
    const levels = levelsOf(
      NAMES,
      ['ريم', 'عبدالله', 'احمد', 'العنزي'],
      ['عبدالله', 'عبدالله', 'احمد', 'العنزي'],
    );
    expect(levels[0]).toBe(DIFFERENT);
  });
});

describe('names that are near one another', () => {
  const near = (one: string, other: string, ...others: readonly (readonly string[])[]) =>
    levelsOf(['given', 'father'], [one, 'ناصر'], [other, 'ناصر'], ...others)[0];

  it('are a slip while people do not bear them both', () => {
    expect(near('تهاني', 'هاني')).toBe(VARIANT);
    // However often the right one is written, the slip is not.
    expect(near('محمد', 'محد', ...times(400, ['محمد', 'ناصر']))).toBe(SIMILAR);
  });

  it('are two names where people do, in whatever column', () => {
    const others = [...times(3, ['تهاني', 'سعد']), ...times(4, ['سعد', 'هاني'])];
    expect(near('تهاني', 'هاني', ...others)).toBe(NEAR);
  });

  it('are spellings of one where they sound alike in Latin letters, or one begins the other', () => {
    const others = [
      ...['mohammed', 'muhammed', 'jen', 'jennifer', 'j'].flatMap((name) =>
        times(9, [name, 'saad']),
      ),
    ];
    expect(near('mohammed', 'muhammed', ...others)).toBe(VARIANT);
    expect(near('jen', 'jennifer', ...others)).toBe(SIMILAR);
    expect(near('j', 'jennifer', ...others)).toBe(SIMILAR);
  });
});
