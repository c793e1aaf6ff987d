import { z } from 'zod';
import { CELLS } from './dependence.ts';
import { FIELD_ROLES, type LinkageField } from './fields.ts';
import { learnRegister } from './learnRegister.ts';
import type { LinkageModel } from './mixture.ts';
import type { Register } from './register.ts';
import { FIRST_SAME, RELATIONS } from './relations.ts';

/** What was learnt from a register, in a form that can be kept and sent. */
export const LinkageKnowledge = z.object({
  /** Rises when levels, relations or fields change: older knowledge is then learnt anew. */
  version: z.literal(2),
  fields: z.array(z.string().min(1)),
  parents: z.array(z.int()),
  pairs: z.array(z.number().nonnegative()).length(RELATIONS.length),
  tables: z.array(z.array(z.number())).length(RELATIONS.length),
  /** By field, by level of equality: the mean share of a value that two records have in common. */
  equalShares: z.array(z.array(z.number().nonnegative())),
  /**
   * By field, for names and places: the values that many people have, with their share of all. A small
   * register is judged as if so many others stood in it, so that a common name is common there too.
   */
  usual: z.record(z.string(), z.record(z.string(), z.number().min(0).max(1))).default({}),
});
export type LinkageKnowledge = z.infer<typeof LinkageKnowledge>;

/**
 * Learns from the records of a register, without labels. It takes seconds for tens of thousands of records
 * and works from none on: where a register says nothing, first guesses stand.
 */
export function learnKnowledge(register: Register): LinkageKnowledge {
  const { model, frequency } = learnRegister(register);
  return {
    version: 2,
    fields: model.fields.map(({ key }) => key),
    parents: [...model.parents],
    pairs: [...model.pairs],
    // A missing value has no probability and is never looked up.
    tables: model.tables.map((table) => [...table].map((log) => (Number.isFinite(log) ? log : 0))),
    equalShares: frequency.equalShares.map((shares) => [...shares]),
    usual: usualValues(register),
  };
}

/** Whoever has a rarer one could be told by it. */
const USUAL_SHARE = 1 / 2000;
/** Of fewer records a value's share is an accident, and levels of equality are others than in large ones. */
const LEAST_RECORDS = 5000;

function usualValues(register: Register): LinkageKnowledge['usual'] {
  if (register.size < LEAST_RECORDS) return {};
  return Object.fromEntries(
    register.fields.flatMap(({ key, kind, group }, field) => {
      const isShared = kind === 'name' || kind === 'category' || group === 'place';
      return isShared ? [[key, sharesOf(register, field)] as const] : [];
    }),
  );
}

function sharesOf({ counts, dictionaries }: Register, field: number): Record<string, number> {
  const ofField = counts[field] ?? new Uint32Array();
  const known = ofField.reduce((sum, count, code) => sum + (code === 0 ? 0 : count), 0);
  return Object.fromEntries(
    [...ofField.entries()]
      .filter(([code, count]) => code > 0 && count >= known * USUAL_SHARE)
      .map(([code, count]) => [
        dictionaries[field]?.values[code] ?? '',
        Number((count / known).toPrecision(3)),
      ]),
  );
}

/** @throws RangeError when the knowledge is not of these fields. */
export function modelOfKnowledge(
  knowledge: LinkageKnowledge,
  fields: readonly LinkageField[],
): LinkageModel {
  const isOfFields =
    fields.length === knowledge.fields.length &&
    fields.every(({ key }, index) => knowledge.fields[index] === key) &&
    knowledge.tables.every((table) => table.length === fields.length * CELLS);
  if (!isOfFields) {
    throw new RangeError(`knowledge of ${knowledge.fields.join()}, not of ${FIELD_ROLES.join()}`);
  }
  return {
    fields,
    parents: knowledge.parents,
    pairs: Float64Array.from(knowledge.pairs),
    tables: knowledge.tables.map((table) => Float64Array.from(table)),
  };
}

/** How careful entries are by first guess, in pairs: clean, after a move, carelessly. */
const FIRST_CARE = [8, 4, 3];

/**
 * How an applicant may be related to a person out of `size`, by relation: known already with the
 * probability `known` whatever the register itself holds of duplicates, and related to as many as its
 * people are to one another.
 */
export function applicantShares(model: LinkageModel, size: number, known: number): Float64Array {
  const total = model.pairs.reduce((sum, count) => sum + count, 0);
  const care = FIRST_CARE.map((count, at) => count + (model.pairs[FIRST_SAME + at] ?? 0));
  const allCare = care.reduce((sum, count) => sum + count, 0);
  return model.pairs.map((count, relation) => {
    if (relation < FIRST_SAME) return count / total;
    return ((care[relation - FIRST_SAME] ?? 0) / allCare) * (known / Math.max(1, size));
  });
}
