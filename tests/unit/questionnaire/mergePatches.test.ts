import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_ANSWERS } from '#shared/domain/answers/answer.ts';
import type { AnswerPatch } from '#shared/domain/answers/answerPatch.ts';
import { applyPatches } from '#shared/domain/answers/applyPatches.ts';
import { mergePatches } from '#shared/domain/answers/mergePatches.ts';

const row = fc.constantFrom('r1', 'r2');
const repeat = fc.constantFrom('family', 'family/r1/jobs');
const patch: fc.Arbitrary<AnswerPatch> = fc.oneof(
  fc.record({
    op: fc.constant('set' as const),
    path: fc.constantFrom('city', 'family/r1/name', 'family/r1/jobs/r1/title'),
    answer: fc.option(fc.record({ value: fc.integer() })),
    base: fc.constant(null),
  }),
  fc.record({ op: fc.constantFrom('addRow' as const, 'removeRow' as const), repeat, rowId: row }),
);
const patches = fc.array(patch, { maxLength: 12 });

describe('patches of one page from two windows', () => {
  it('give what the earlier and then the later ones give', () => {
    fc.assert(
      fc.property(patches, patches, patches, (before, earlier, later) => {
        const answers = applyPatches(EMPTY_ANSWERS, before);
        const merged = mergePatches(earlier, later);
        expect(applyPatches(answers, merged)).toEqual(
          applyPatches(applyPatches(answers, earlier), later),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('do not grow when the last save is sent again', () => {
    const page: readonly AnswerPatch[] = [
      { op: 'addRow', repeat: 'family', rowId: 'r1' },
      { op: 'set', path: 'family/r1/name', answer: { value: 'سعد' }, base: null },
    ];
    expect(mergePatches(mergePatches([], page), page)).toEqual(page);
  });
});
