import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACTIONS_THAT_VOID,
  actionState,
  availableActions,
  CASE_ACTIONS,
  type CaseAction,
} from '#shared/domain/case/availableActions.ts';
import type { CaseFacts } from '#shared/domain/case/caseFacts.ts';
import { type CaseState, standingDeclaration } from '#shared/domain/case/caseState.ts';
import { Permission } from '#shared/domain/case/permission.ts';
import { reduceCase, replayCase } from '#shared/domain/case/reduceCase.ts';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { history, laterStep } from './anyHistory.ts';
import { CLEAR_FACTS, eventsOf, ITEM, OPENED, SEAL, type Step } from './caseHistory.ts';

const ACTIONS = Object.keys(CASE_ACTIONS) as CaseAction[];

const facts: fc.Arbitrary<CaseFacts> = fc.record({
  interview: fc.record({
    missing: fc.subarray([{ section: 'B', path: 'nameFirst' }]),
    problems: fc.subarray([{ section: 'B', path: 'idNumber' }]),
  }),
  documents: fc.record({
    unrecorded: fc.subarray(['D1']),
    missing: fc.subarray(['D5']),
    originalNotSighted: fc.subarray(['D7']),
    invalid: fc.subarray(['D9']),
    forOfficer: fc.subarray(['D2']),
  }),
  authority: fc.subarray([{ code: 'authorityLapsed' as const, documentKey: 'D21' }]),
  matching: fc.record({
    total: fc.constant(3),
    decided: fc.constant(0),
    undecided: fc.subarray(['M1@D1']),
    needReason: fc.subarray(['M2@D1']),
    blocking: fc.subarray(['M3@D1']),
    raised: fc.subarray(['M4@D1']),
  }),
  awaited: fc.subarray([ITEM.itemId]),
});

function opened(): CaseState {
  const state = replayCase(eventsOf([OPENED]));
  if (state === null) throw new Error('no case');
  return state;
}

describe('availableActions', () => {
  it('allows nothing that the reducer would refuse, from whatever state', () => {
    fc.assert(
      fc.property(history, laterStep, facts, (events, next, found) => {
        const state = replayCase(events);
        if (state === null) throw new Error('no case');
        const allowed = ACTIONS.some(
          (action) =>
            CASE_ACTIONS[action].event === next.kind && actionState(state, found, action).allowed,
        );
        fc.pre(allowed);
        const event = eventsOf([OPENED, ...events.slice(1).map(stepOf), next]).at(-1);
        if (!event) throw new Error('no event');
        expect(() => reduceCase(state, event)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it('is allowed exactly where it is in place and nothing blocks', () => {
    fc.assert(
      fc.property(history, facts, (events, found) => {
        const state = replayCase(events);
        if (state === null) throw new Error('no case');
        for (const each of Object.values(availableActions(state, found))) {
          expect(each.allowed).toBe(each.inPlace && each.blockers.length === 0);
          expect(each.inPlace).toBe(CASE_ACTIONS[each.action].from.includes(state.stage));
        }
      }),
    );
  });

  it('leads by allowed actions alone to no submission without a standing declaration', () => {
    const forward = fc.constantFrom(...FORWARD);
    const next = fc.oneof({ weight: 1, arbitrary: laterStep }, { weight: 4, arbitrary: forward });
    const walk = fc.array(fc.tuple(next, facts), { minLength: 20, maxLength: 80 });
    let signatures = 0;
    fc.assert(
      fc.property(walk, fc.boolean(), (tries, clear) => {
        const taken: Step[] = [OPENED];
        let state = opened();
        for (const [next, found] of tries) {
          const allowed = ACTIONS.some(
            (action) =>
              CASE_ACTIONS[action].event === next.kind &&
              actionState(state, clear ? CLEAR_FACTS : found, action).allowed,
          );
          if (!allowed) continue;
          taken.push(next);
          const event = eventsOf(taken).at(-1);
          if (!event) throw new Error('no event');
          state = reduceCase(state, event);
          if (state.stage === 'signed' || state.stage === 'submitted') {
            signatures += 1;
            expect(standingDeclaration(state)).not.toBeNull();
          }
          if (state.stage === 'matched') expect(state.matchingCompleted).not.toBeNull();
          if (state.submission !== null) {
            for (const action of ACTIONS_THAT_VOID) {
              expect(actionState(state, CLEAR_FACTS, action).inPlace).toBe(false);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
    // A walk that never comes so far would prove nothing.
    expect(signatures).toBeGreaterThan(0);
  });

  it('leads from the first day to submission in the policy’s order', () => {
    const path: readonly (readonly [CaseAction, Step])[] = [
      ['showPrivacyNotice', shown('privacyNoticeShown')],
      ['explainServices', shown('servicesExplained')],
      ['confirmInquiries', { kind: 'inquiriesConfirmed', payload: {} }],
      ['completeInterview', { kind: 'interviewCompleted', payload: {} }],
      ['completeMatching', { kind: 'matchingCompleted', payload: {} }],
    ];
    const taken: Step[] = [OPENED];
    let state = opened();
    for (const [action, next] of path) {
      expect(actionState(state, CLEAR_FACTS, action).allowed, action).toBe(true);
      taken.push(next);
      const event = eventsOf(taken).at(-1);
      if (event) state = reduceCase(state, event);
    }
    expect(state.status).toBe('matched');
    expect(actionState(state, CLEAR_FACTS, 'signDeclaration').allowed).toBe(true);
    expect(actionState(state, CLEAR_FACTS, 'submitCase').allowed).toBe(false);
  });

  it.each([
    ['completeInterview', ['noticeNotShown', 'servicesNotExplained', 'inquiriesNotConfirmed']],
    ['completeMatching', ['interviewNotCompleted', 'noticeNotShown']],
    ['signDeclaration', ['matchingNotCompleted']],
    ['submitCase', ['notSigned']],
  ] as const)('says what stands in the way of %s', (action, codes) => {
    const { blockers, allowed } = actionState(opened(), CLEAR_FACTS, action);
    expect(allowed).toBe(false);
    expect(blockers.map(({ code }) => code)).toEqual(expect.arrayContaining([...codes]));
  });

  it('names the very row and document that block signing', () => {
    const found: CaseFacts = {
      ...CLEAR_FACTS,
      documents: { ...CLEAR_FACTS.documents, invalid: ['D7'] },
      matching: { ...CLEAR_FACTS.matching, blocking: ['M1@D1'] },
    };
    const { blockers } = actionState(opened(), found, 'signDeclaration');
    expect(blockers).toContainEqual({ code: 'rowBlocks', rowKey: 'M1@D1' });
    expect(blockers).toContainEqual({ code: 'documentInvalid', documentKey: 'D7' });
  });

  it('knows only statuses and permissions that exist', () => {
    for (const action of ACTIONS) {
      const { from, permission } = CASE_ACTIONS[action];
      expect(from.every((stage) => CaseStatus.options.includes(stage))).toBe(true);
      expect(Permission.options).toContain(permission);
    }
  });
});

const FORWARD: readonly Step[] = [
  shown('privacyNoticeShown'),
  shown('servicesExplained'),
  { kind: 'inquiriesConfirmed', payload: {} },
  { kind: 'interviewCompleted', payload: {} },
  { kind: 'matchingCompleted', payload: {} },
  { kind: 'declarationSigned', payload: { seal: SEAL } },
];

function shown(kind: 'privacyNoticeShown' | 'servicesExplained'): Step {
  return { kind, payload: { text: { id: 'text', version: 1 }, language: 'ar' } };
}

function stepOf(event: Step): Step {
  return { kind: event.kind, payload: event.payload } as Step;
}
