import { describe, expect, it } from 'vitest';
import { firstKnowledge } from '#ports/firstKnowledge.ts';
import { LinkageKnowledge } from '#shared/domain/linkage/knowledge.ts';
import { PersonIndex } from '#shared/domain/linkage/personIndex.ts';
import { personValues } from '#shared/domain/linkage/personValues.ts';
import { SURE_PROBABILITY } from '#shared/domain/linkage/thresholds.ts';
import {
  arabicRegister,
  type LabelledRecord,
  USUAL_PLAN,
} from '../../bench/matching/arabicRegister.ts';

const { headings, left, right } = arabicRegister({
  ...USUAL_PLAN,
  size: 200,
  seed: 31,
  overlap: 0.5,
});
const valuesOf = ({ cells }: LabelledRecord) =>
  personValues(Object.fromEntries(headings.slice(1).map((name, at) => [name, cells[at + 1]])));

describe('what is known before anybody has come', () => {
  it('is of the engine as it stands', () => {
    expect(LinkageKnowledge.parse(firstKnowledge()).usual['given']).not.toEqual({});
  });

  it.each([3, 20, 150])(
    'tells who is known among %i persons, and takes nobody new for them',
    (size) => {
      const index = new PersonIndex();
      index.useKnowledge(firstKnowledge());
      const persons = left.slice(0, size);
      for (const record of persons) index.put(record.entity, valuesOf(record));
      const known = new Set(persons.map(({ entity }) => entity));
      const asked = right.map((record) => ({
        entity: record.entity,
        first: index.candidates(valuesOf(record))[0],
      }));
      const met = asked.filter(({ entity }) => known.has(entity));
      const found = met.filter(({ entity, first }) => first?.id === entity);
      expect(found.length).toBeGreaterThanOrEqual(Math.floor(met.length * 0.9));
      const mistaken = asked.filter(
        ({ entity, first }) => !known.has(entity) && (first?.probability ?? 0) >= SURE_PROBABILITY,
      );
      expect(mistaken).toEqual([]);
    },
  );
});
