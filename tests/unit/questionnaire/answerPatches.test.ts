import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnswerSet, EMPTY_ANSWERS } from '#shared/domain/answers/answer.ts';
import { AnswerPatch } from '#shared/domain/answers/answerPatch.ts';
import { withoutRowIds } from '#shared/domain/answers/answerSet.ts';
import { applyPatches } from '#shared/domain/answers/applyPatches.ts';

const rowId = fc.constantFrom('r1', 'r2', 'constructor');
const repeat = fc.oneof(
  fc.constantFrom('family', 'items'),
  rowId.map((id) => `items/${id}/help`),
);
const path = fc.oneof(
  fc.constantFrom('city', 'constructor', 'family'),
  fc.tuple(repeat, rowId).map(([where, id]) => `${where}/${id}/name`),
);
const answer = fc.oneof(
  fc.record({ value: fc.oneof(fc.string({ maxLength: 5 }), fc.integer(), fc.boolean()) }),
  fc.constant({ nonAnswer: 'unknown' as const, reason: 'x' }),
);
const patch: fc.Arbitrary<AnswerPatch> = fc.oneof(
  fc.record({
    op: fc.constant('set' as const),
    path,
    answer: fc.option(answer),
    base: fc.constant(null),
  }),
  fc.record({ op: fc.constantFrom('addRow' as const, 'removeRow' as const), repeat, rowId }),
);
const patches = fc.array(patch, { maxLength: 20 });
const answers: fc.Arbitrary<AnswerSet> = patches.map((list) => applyPatches(EMPTY_ANSWERS, list));

const apply = (before: AnswerSet, ...list: AnswerPatch[]) => applyPatches(before, list);

describe('laws of patches', () => {
  test('each patch is of the wire’s shape, and applying twice changes nothing more', () => {
    fc.assert(
      fc.property(answers, patch, (before, one) => {
        expect(AnswerPatch.parse(one)).toEqual(one);
        const once = apply(before, one);
        expect(apply(once, one)).toEqual(once);
      }),
    );
  });

  test('patches in two parts are patches in one', () => {
    fc.assert(
      fc.property(answers, patches, patches, (before, first, second) => {
        expect(applyPatches(applyPatches(before, first), second)).toEqual(
          applyPatches(before, [...first, ...second]),
        );
      }),
    );
  });

  test('what is set stands, and null withdraws it', () => {
    fc.assert(
      fc.property(answers, path, answer, (before, where, given) => {
        const set = apply(before, { op: 'set', path: where, answer: given, base: null });
        expect(set.values[where]).toEqual(given);
        const withdrawn = apply(set, { op: 'set', path: where, answer: null, base: null });
        expect(Object.hasOwn(withdrawn.values, where)).toBe(false);
        expect(withdrawn.rows).toEqual(before.rows);
      }),
    );
  });

  test('a removed row leaves nothing of itself, and others as they were', () => {
    fc.assert(
      fc.property(answers, repeat, rowId, (before, where, id) => {
        const after = apply(before, { op: 'removeRow', repeat: where, rowId: id });
        const inside = (key: string) => key.startsWith(`${where}/${id}/`);
        expect([...Object.keys(after.values), ...Object.keys(after.rows)].filter(inside)).toEqual(
          [],
        );
        const kept = Object.entries(before.values).filter(([key]) => !inside(key));
        expect(after.values).toEqual(Object.fromEntries(kept));
        expect(after.rows[where] ?? []).toEqual(
          (before.rows[where] ?? []).filter((one) => one !== id),
        );
      }),
    );
  });

  test('the answers before are not touched', () => {
    fc.assert(
      fc.property(answers, patches, (before, list) => {
        const copy = structuredClone(before);
        applyPatches(before, list);
        expect(before).toEqual(copy);
      }),
    );
  });
});

test('rows keep the order in which they were added', () => {
  const add = (id: string): AnswerPatch => ({ op: 'addRow', repeat: 'family', rowId: id });
  expect(apply(EMPTY_ANSWERS, add('b'), add('a'), add('b')).rows).toEqual({ family: ['b', 'a'] });
});

test('a row whose id begins like another’s is another row', () => {
  const values = { 'family/r1/name': { value: 'a' }, 'family/r10/name': { value: 'b' } };
  const before = { values, rows: { family: ['r1', 'r10'] } };
  expect(apply(before, { op: 'removeRow', repeat: 'family', rowId: 'r1' })).toEqual({
    values: { 'family/r10/name': { value: 'b' } },
    rows: { family: ['r10'] },
  });
});

test('paths without their row ids', () => {
  expect(withoutRowIds('city')).toBe('city');
  expect(withoutRowIds('items/r2/help/r1/name')).toBe('items/help/name');
});
