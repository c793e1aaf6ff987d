import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionState } from '#shared/domain/case/availableActions.ts';
import type { CaseEvent } from '#shared/domain/case/caseEvent.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import {
  HEADQUARTERS_ACTIONS,
  type HeadquartersAction,
  headquartersActionState,
} from '#shared/domain/case/headquartersActions.ts';
import { MergeId } from '#shared/domain/case/mergeEvents.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { CaseId } from '#shared/domain/identity.ts';
import { laterStep } from './anyHistory.ts';
import { CLEAR_FACTS, eventsOf, OPENED, type Step } from './caseHistory.ts';

const MERGE = MergeId.parse('018f0000-0000-7000-8000-0000000000aa');
const OTHER = CaseId.parse('018f0000-0000-7000-8000-0000000000cb');

function merged(isDuplicate: boolean): Step {
  return {
    kind: 'personMerged',
    payload: {
      mergeId: MERGE,
      fileNo: 'FILE-000009',
      otherFileNo: 'FILE-000009',
      kept: false,
      duplicateOf: isDuplicate ? { caseId: OTHER, reference: null } : null,
    },
  };
}

function replayed(events: readonly CaseEvent[]): CaseState {
  const state = replayCase(events);
  if (state === null) throw new Error('no case');
  return state;
}

/** All of a case but who wrote into it last, and how often. */
function contentOf({ last: _last, eventCount: _count, ...content }: CaseState) {
  return content;
}

describe('a case whose person was joined with another', () => {
  it('is as it would have been, whatever came meanwhile, once they are parted again', () => {
    fc.assert(
      fc.property(
        fc.array(laterStep, { maxLength: 12 }),
        fc.array(laterStep, { maxLength: 12 }),
        fc.boolean(),
        (before, meanwhile, isDuplicate) => {
          const without = eventsOf([OPENED, ...before, merged(isDuplicate), ...meanwhile]).filter(
            ({ kind }) => kind !== 'personMerged',
          );
          const asItWouldBe = replayed(without);
          const { fileNo } = asItWouldBe.headquarters;
          const joined = eventsOf([
            OPENED,
            ...before,
            merged(isDuplicate),
            ...meanwhile,
            { kind: 'personSeparated', payload: { mergeId: MERGE, fileNo } },
          ]);
          expect(contentOf(replayed(joined))).toEqual(contentOf(asItWouldBe));
        },
      ),
    );
  });

  it('goes no further while it only repeats another, and says so on every way', () => {
    const state = replayed(eventsOf([OPENED, merged(true)]));
    expect(state.status).toBe('duplicate');
    expect(state.headquarters.fileNo).toBe('FILE-000009');
    const actions = Object.keys(HEADQUARTERS_ACTIONS) as HeadquartersAction[];
    const open = actions.filter(
      (action) =>
        !headquartersActionState(state, action, '2026-01-01').blockers.includes('duplicate'),
    );
    expect(open.toSorted()).toEqual(['mergePerson', 'separatePerson']);
    for (const action of ['tellDecision', 'completeRegistration', 'deliverService'] as const) {
      expect(actionState(state, CLEAR_FACTS, action).blockers).toContainEqual({
        code: 'duplicate',
      });
    }
  });

  it('goes on with its own request where it is one', () => {
    const state = replayed(eventsOf([OPENED, merged(false)]));
    expect(state.status).toBe('draft');
    expect(state.headquarters.merges).toHaveLength(1);
  });
});
