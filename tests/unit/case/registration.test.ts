import { describe, expect, it } from 'vitest';
import { actionState } from '#shared/domain/case/availableActions.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { mayFollow } from '#shared/domain/case/followingEvent.ts';
import { headquartersActionState } from '#shared/domain/case/headquartersActions.ts';
import { ReturnId } from '#shared/domain/case/headquartersEvents.ts';
import type { ReturnToBranch } from '#shared/domain/case/headquartersState.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { servedFrom } from '#shared/domain/case/serviceState.ts';
import { FIRST_TERMS, type RegistrationPlace } from '#shared/domain/settings/caseTerms.ts';
import { CLEAR_FACTS, decisionOf, eventsOf, OPENED, SEAL, type Step } from './caseHistory.ts';

const DECISION_ID = '018f0000-0000-4000-8000-0000000000d1';

const SUBMITTED: readonly Step[] = [
  { kind: 'interviewCompleted', payload: {} },
  { kind: 'matchingCompleted', payload: {} },
  { kind: 'declarationSigned', payload: { seal: SEAL } },
  {
    kind: 'caseSubmitted',
    payload: {
      dayZero: '2025-02-24',
      replyNotBefore: '2025-03-10',
      contactFrom: '2025-03-10',
      statement: { id: 'waitingStatement', version: 1 },
      language: 'ar',
      toldAndUnderstood: true,
      validAtSubmission: [],
    },
  },
];
const REGISTERED: Step = {
  kind: 'registrationCompleted',
  payload: { ibanConfirmed: true, note: null },
};

function tell(outcome: 'accepted' | 'rejected'): readonly Step[] {
  const decision = decisionOf(DECISION_ID, outcome);
  const { decisionId } = decision;
  return [
    { kind: 'decisionReleased', payload: { decision, releasedOn: '2025-03-10', override: null } },
    {
      kind: 'decisionTold',
      payload: { decisionId, channel: 'phone', toldOn: '2025-03-11', toldTo: null },
    },
  ];
}

/** A case that began with such settings, and its steps. */
function began(registration: RegistrationPlace, ...steps: readonly Step[]): CaseState {
  if (OPENED.kind !== 'caseOpened') throw new Error('opens nothing');
  const opened: Step = {
    ...OPENED,
    payload: { ...OPENED.payload, terms: { ...FIRST_TERMS, registration } },
  };
  const state = replayCase(eventsOf([opened, ...SUBMITTED, ...steps]));
  if (state === null) throw new Error('no case');
  return state;
}

const atDesk = (state: CaseState) => actionState(state, CLEAR_FACTS, 'completeRegistration');
const atHeadquarters = (state: CaseState) =>
  headquartersActionState(state, 'completeRegistration', '2025-03-12');

describe('where registration stands', () => {
  it('is after acceptance, unless the settings say otherwise', () => {
    const state = began('afterDecision');
    expect(atDesk(state).blockers).toEqual([{ code: 'registersAfterAcceptance' }]);
    expect(atHeadquarters(state).blockers).toEqual(['registersAfterAcceptance']);
    expect(atDesk(began('afterDecision', ...tell('accepted'))).allowed).toBe(true);
  });

  it('may be before the decision, from the submission on and once', () => {
    const draft = replayCase(eventsOf([OPENED]));
    expect(draft && atDesk(draft).inPlace).toBe(false);
    const state = began('beforeDecision');
    expect(atDesk(state).allowed).toBe(true);
    expect(atHeadquarters(state).allowed).toBe(true);
    const registered = began('beforeDecision', REGISTERED);
    expect(registered.stage).toBe('submitted');
    expect(atDesk(registered).blockers).toEqual([{ code: 'alreadyRegistered' }]);
  });

  it('waits for all that the request waits for', () => {
    const state = began('beforeDecision');
    const open: ReturnToBranch = {
      ...state.opened,
      returnId: ReturnId.parse('018f0000-0000-4000-8000-0000000000e1'),
      reason: 'dataWrong',
      text: 'رقم الجوال',
      wants: 'answer',
      about: { documents: [], rows: [], paths: ['mobile'] },
      settled: null,
    };
    const returned = { ...state, headquarters: { ...state.headquarters, returns: [open] } };
    expect(atDesk(returned).blockers).toEqual([{ code: 'requirementsOpen' }]);
  });

  it('before the decision makes the case registered as soon as its acceptance is told', () => {
    const accepted = began('beforeDecision', REGISTERED, ...tell('accepted'));
    expect(accepted.stage).toBe('registered');
    // What is given is given from the notice on, not from the registration.
    expect(servedFrom(accepted)).toBe('2025-03-11');
    expect(began('beforeDecision', REGISTERED, ...tell('rejected')).stage).toBe('notified');
  });

  it('is completed after the notice where the decision asks for more than there was', () => {
    const decision = decisionOf(DECISION_ID, 'accepted');
    const withCondition = {
      ...decision,
      items: decision.items.map((item) => ({ ...item, conditions: 'تقرير طبي حديث' })),
    };
    const [, told] = tell('accepted');
    const released: Step = {
      kind: 'decisionReleased',
      payload: { decision: withCondition, releasedOn: '2025-03-10', override: null },
    } as Step;
    if (told === undefined) throw new Error('not told');
    const state = began('beforeDecision', REGISTERED, released, told);
    expect(state.stage).toBe('notified');
    expect(atDesk(state).allowed).toBe(true);
  });

  it('is held to the settings that the case began with when headquarters looks at it', () => {
    const state = began('afterDecision');
    const [registered] = eventsOf([REGISTERED]);
    if (registered === undefined) throw new Error('no event');
    expect(mayFollow(state, registered)).toBe(false);
    expect(mayFollow(began('beforeDecision'), registered)).toBe(true);
  });
});
