import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerSet, EMPTY_ANSWERS } from '#shared/domain/answers/answer.ts';
import { applyPatches } from '#shared/domain/answers/applyPatches.ts';
import { realChanges } from '#shared/domain/case/answerChanges.ts';
import { EventId } from '#shared/domain/identity.ts';
import { patch } from './anyHistory.ts';

const patches = fc.array(patch, { maxLength: 12 });
const answers: fc.Arbitrary<AnswerSet> = patches.map((some) => applyPatches(EMPTY_ANSWERS, some));

/** Answers without the order of rows: a row that is taken out and put back goes to the end. */
function unordered({ values, rows }: AnswerSet): unknown {
  const sets = Object.entries(rows).map(([repeat, ids]) => [repeat, [...ids].toSorted()] as const);
  return { values, rows: Object.fromEntries(sets) };
}

describe('realChanges', () => {
  it('leads to the same answers as what was typed', () => {
    fc.assert(
      fc.property(answers, patches, (before, typed) => {
        const changes = realChanges(before, typed, {});
        expect(unordered(applyPatches(before, changes))).toEqual(
          unordered(applyPatches(before, typed)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('says each thing once, and nothing that is so already', () => {
    fc.assert(
      fc.property(answers, patches, (before, typed) => {
        const changes = realChanges(before, typed, {});
        const places = changes.map((change) =>
          change.op === 'set' ? change.path : `${change.op} ${change.repeat} ${change.rowId}`,
        );
        expect(new Set(places).size).toBe(places.length);
        const after = applyPatches(before, changes);
        expect(realChanges(after, changes, {})).toEqual([]);
      }),
    );
  });

  it('names the event whose value it replaces', () => {
    const eventId = EventId.parse('018f0000-0000-7000-8000-000000000001');
    const before: AnswerSet = { values: { street: { value: 'الحج' } }, rows: {} };
    const changes = realChanges(
      before,
      [
        { op: 'set', path: 'street', answer: { value: 'العزيزية' }, base: null },
        { op: 'set', path: 'city', answer: { value: 'مكة' }, base: null },
      ],
      { street: { eventId } },
    );
    expect(changes).toEqual([
      { op: 'set', path: 'street', answer: { value: 'العزيزية' }, base: eventId },
      { op: 'set', path: 'city', answer: { value: 'مكة' }, base: null },
    ]);
  });

  it('does not take another order of the same parts for a change', () => {
    const before: AnswerSet = {
      values: { birthDate: { value: { calendar: 'hijri', year: 1400, month: 7, day: 1 } } },
      rows: {},
    };
    const answer = { value: { day: 1, month: 7, year: 1400, calendar: 'hijri' as const } };
    expect(realChanges(before, [{ op: 'set', path: 'birthDate', answer, base: null }], {})).toEqual(
      [],
    );
  });

  it('takes a row out with all that hangs on it by one patch', () => {
    const before: AnswerSet = {
      values: {
        'supportItems/r1/type': { value: 'cash' },
        'supportItems/r1/previousHelp/r1/organisation': { value: 'جمعية' },
      },
      rows: { supportItems: ['r1'], 'supportItems/r1/previousHelp': ['r1'] },
    };
    expect(
      realChanges(before, [{ op: 'removeRow', repeat: 'supportItems', rowId: 'r1' }], {}),
    ).toEqual([{ op: 'removeRow', repeat: 'supportItems', rowId: 'r1' }]);
  });
});
