import { describe, expect, it } from 'vitest';
import ar from '#resources/locales/ar/linkage.json' with { type: 'json' };
import en from '#resources/locales/en/linkage.json' with { type: 'json' };
import { explainInWords, type LinkageWords } from '#shared/domain/linkage/explainInWords.ts';
import { LinkageKnowledge, learnKnowledge } from '#shared/domain/linkage/knowledge.ts';
import { PersonIndex } from '#shared/domain/linkage/personIndex.ts';
import { type PersonText, personValues } from '#shared/domain/linkage/personValues.ts';
import { REVIEW_PROBABILITY, SURE_PROBABILITY } from '#shared/domain/linkage/thresholds.ts';
import { arabicRegister, USUAL_PLAN } from '#tests/bench/matching/arabicRegister.ts';

const register = arabicRegister({ ...USUAL_PLAN, size: 1200, seed: 11 });
const personOf = (cells: readonly string[]): PersonText =>
  Object.fromEntries(register.headings.slice(1).map((heading, at) => [heading, cells[at + 1]]));

function filledIndex(): PersonIndex {
  const index = new PersonIndex();
  for (const { cells, entity } of register.left) index.put(entity, personValues(personOf(cells)));
  return index;
}

const index = filledIndex();
const knowledge = learnKnowledge(index.sample(1000));
index.useKnowledge(knowledge);
const known = new Set(register.left.map(({ entity }) => entity));

describe('one applicant against all persons', () => {
  it('finds those who are known, first and surely where they are written down with care', () => {
    for (const { cells, entity, care } of register.right) {
      if (!known.has(entity) || care === 'hard') continue;
      const [first] = index.candidates(personValues(personOf(cells)));
      expect(first?.id, cells.join(' ')).toBe(entity);
      expect(first?.probability).toBeGreaterThan(REVIEW_PROBABILITY);
    }
  });

  it('takes nobody new for somebody else, brothers and sisters of those known among them', () => {
    const taken = register.right.filter(({ cells, entity }) => {
      const [first] = index.candidates(personValues(personOf(cells)));
      return !known.has(entity) && first !== undefined && first.probability >= SURE_PROBABILITY;
    });
    expect(taken.map(({ cells }) => cells.join(' '))).toEqual([]);
  });

  it('knows a name typed in one go, in other letters and with another calendar', () => {
    const small = new PersonIndex();
    const nora = { given: 'نورة', father: 'عبدالله', grandfather: 'سعد', family: 'السبيعي' };
    small.put('nora', personValues({ ...nora, birthDate: '13/10/1405', mobile: '0501234567' }));
    small.put('sara', personValues({ ...nora, given: 'سارة', birthDate: '01/02/1410' }));
    small.useKnowledge(learnKnowledge(small.sample(100)));
    const asked = personValues({
      fullName: 'NOURA ABDULLAH SAAD ALSUBAIE',
      birthDate: '1985-07-01',
      mobile: '+966 50 123 4567',
    });
    expect(small.candidates(asked).map(({ id }) => id)).toEqual(['nora']);
  });

  it('follows persons who change and go, and leaves out whom it is told to', () => {
    const one = register.left[0];
    if (one === undefined) throw new RangeError('no record');
    const values = personValues(personOf(one.cells));
    const changing = filledIndex();
    changing.useKnowledge(knowledge);
    expect(changing.candidates(values, { atMost: 1 })[0]?.id).toBe(one.entity);
    expect(changing.candidates(values, { except: [one.entity] })[0]?.id).not.toBe(one.entity);
    changing.put(one.entity, personValues({ given: 'هدى', nationalId: '1000000008' }));
    expect(changing.candidates(values)[0]?.id).not.toBe(one.entity);
    expect(changing.candidates(personValues({ nationalId: '1000000008' }))[0]?.id).toBe(one.entity);
    changing.remove(one.entity);
    expect(changing.candidates(personValues({ nationalId: '1000000008' }))).toEqual([]);
    expect(changing.size).toBe(register.left.length - 1);
  });

  it('refuses values that are no person’s, and to decide without knowledge', () => {
    expect(() => index.candidates(['محمد'])).toThrow(RangeError);
    expect(() => new PersonIndex().candidates(personValues({}))).toThrow(RangeError);
    expect(index.candidates(personValues({}))).toEqual([]);
  });

  it('decides the same by knowledge that was kept as text', () => {
    const kept = JSON.stringify(knowledge);
    const again = filledIndex();
    again.useKnowledge(LinkageKnowledge.parse(JSON.parse(kept)));
    const values = personValues(personOf(register.right[3]?.cells ?? []));
    const told = (from: PersonIndex) =>
      from.candidates(values, { from: 0.001 }).map(({ id, probability }) => [id, probability]);
    expect(told(again)).toEqual(told(index));
  });
});

describe('an explanation', () => {
  const textOf =
    (texts: unknown): LinkageWords =>
    (key, values) => {
      let text = texts;
      for (const part of key.split('.')) {
        text = typeof text === 'object' && text !== null ? Reflect.get(text, part) : undefined;
      }
      if (typeof text !== 'string') throw new RangeError(`no text ${key}`);
      return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
    };
  const two = new PersonIndex();
  const brother = { father: 'ظافر', grandfather: 'سعد', family: 'السبيعي', mobile: '0501234567' };
  two.put('fahd', personValues({ ...brother, given: 'فهد', birthDate: '1985-07-01' }));
  two.useKnowledge(knowledge);
  const turki = personValues({ ...brother, given: 'تركي', birthDate: '1991-02-11' });
  const explanation = two.explain(turki, 'fahd');

  it('says that what brothers share weighs little and what is their own decides', () => {
    const weightOf = (field: string) =>
      explanation?.fields.find((evidence) => evidence.field === field)?.weight ?? Number.NaN;
    expect(explanation?.probability).toBeLessThan(REVIEW_PROBABILITY);
    expect(weightOf('given')).toBeLessThan(-1);
    expect(weightOf('birthDate')).toBeLessThan(-1);
    expect(weightOf('father')).toBeLessThan(Math.abs(weightOf('given')));
    expect(two.explain(turki, 'nobody')).toBeNull();
  });

  it('has a sentence for each field in Arabic and English', () => {
    if (explanation === null) throw new RangeError('no explanation');
    const arabic = explainInWords(explanation, textOf(ar));
    expect(arabic.verdict).toBe('الأرجح أنهما شخصان مختلفان.');
    expect(arabic.fields).toHaveLength(6);
    expect(arabic.fields.map(({ sentence }) => sentence).join(' ')).toContain(
      'تاريخ الميلاد مختلف: ',
    );
    const english = explainInWords(explanation, textOf(en));
    expect(english.fields.find(({ field }) => field === 'given')?.sentence).toMatch(
      /^Given name differs: /,
    );
  });

  it('has the same texts in both languages', () => {
    const keysOf = (texts: object): readonly string[] =>
      Object.entries<unknown>({ ...texts }).flatMap(([key, value]) =>
        value instanceof Object ? keysOf(value).map((inner) => `${key}.${inner}`) : [key],
      );
    expect(keysOf(en)).toEqual(keysOf(ar));
  });
});
