import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionState } from '#shared/domain/case/availableActions.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { headquartersActionState } from '#shared/domain/case/headquartersActions.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { Delivery } from '#shared/domain/case/serviceEvents.ts';
import { itemServices, leftOf } from '#shared/domain/case/serviceState.ts';
import {
  CLEAR_FACTS,
  decisionOf,
  deliveryOf,
  eventsOf,
  history,
  OPENED,
  SEAL,
  type Step,
} from './caseHistory.ts';

const DECISION = decisionOf('018f0000-0000-4000-8000-0000000000d1', 'accepted');
const ONE = '018f0000-0000-4000-8000-0000000000b1';
const TWO = '018f0000-0000-4000-8000-0000000000b2';
/** Six months of 1,500 riyals. */
const APPROVED = 900_000;

function told(outcome: 'accepted' | 'rejected', ...steps: readonly Step[]): CaseState {
  const decision = outcome === 'accepted' ? DECISION : decisionOf(DECISION.decisionId, 'rejected');
  const state = replayCase(
    eventsOf([
      OPENED,
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
      { kind: 'caseImported', payload: { fileNo: 'F-1', by: 'rule' } },
      {
        kind: 'decisionReleased',
        payload: { decision, releasedOn: '2025-03-10', override: null },
      },
      {
        kind: 'decisionTold',
        payload: {
          decisionId: decision.decisionId,
          channel: 'phone',
          toldOn: '2025-03-11',
          toldTo: null,
        },
      },
      ...steps,
    ]),
  );
  if (state === null) throw new Error('no case');
  return state;
}

const REGISTERED: Step = {
  kind: 'registrationCompleted',
  payload: { ibanConfirmed: true, note: null },
};
const delivered = (deliveryId: string, amount: number): Step => ({
  kind: 'serviceDelivered',
  payload: { delivery: deliveryOf(deliveryId, amount) },
});
const WITHDRAWN: Step = {
  kind: 'requestWithdrawn',
  payload: { channel: 'phone', withdrawnOn: '2025-03-12', reason: null, dataTold: true },
};

function may(state: CaseState, action: Parameters<typeof actionState>[2]) {
  return actionState(state, CLEAR_FACTS, action);
}

describe('what follows on a decision', () => {
  it('is registered once it was told and accepted', () => {
    expect(may(told('accepted'), 'completeRegistration').allowed).toBe(true);
    expect(may(told('rejected'), 'completeRegistration').blockers).toEqual([
      { code: 'notAccepted' },
    ]);
    expect(told('accepted', REGISTERED).status).toBe('registered');
  });

  it('is delivered in parts until nothing of the approval is left', () => {
    const part = told('accepted', REGISTERED, delivered(ONE, 150_000));
    expect(part.status).toBe('serviceScheduled');
    const [item] = itemServices(part.headquarters, part.service);
    expect(item).toMatchObject({ approvedAmount: APPROVED, deliveredAmount: 150_000 });
    expect(item && leftOf(item)).toEqual({ amount: 750_000, quantity: null });
    const whole = told('accepted', REGISTERED, delivered(ONE, 150_000), delivered(TWO, 750_000));
    expect(whole.status).toBe('serviceDelivered');
    expect(may(whole, 'deliverService').blockers).toEqual([{ code: 'nothingLeftToDeliver' }]);
  });

  it('given twice by two offices is kept twice, and shown', () => {
    const state = told('accepted', REGISTERED, delivered(ONE, APPROVED), delivered(TWO, APPROVED));
    expect(state.service.deliveries).toHaveLength(2);
    expect(itemServices(state.headquarters, state.service)[0]?.isOver).toBe(true);
  });

  it('heard twice is one delivery', () => {
    const state = told('accepted', REGISTERED, delivered(ONE, 150_000), delivered(ONE, 150_000));
    expect(state.service.deliveries).toHaveLength(1);
  });

  it('is taken back by the person until something was delivered', () => {
    expect(told('accepted', REGISTERED, WITHDRAWN).status).toBe('withdrawn');
    const given = told('accepted', REGISTERED, delivered(ONE, 150_000));
    expect(may(given, 'withdrawRequest').allowed).toBe(false);
    expect(told('accepted', REGISTERED, delivered(ONE, 150_000), WITHDRAWN).status).toBe(
      'serviceScheduled',
    );
  });

  it('is closed when the service was given, and not while it is owed', () => {
    const close = (state: CaseState) => headquartersActionState(state, 'closeCase', '2025-05-01');
    expect(close(told('accepted')).blockers).toEqual(['serviceOwed']);
    expect(close(told('rejected')).allowed).toBe(true);
    expect(close(told('accepted', REGISTERED, delivered(ONE, APPROVED))).allowed).toBe(true);
  });

  it('gives nothing that is neither money nor a thing', () => {
    const nothing = { ...deliveryOf(ONE, 1), amount: null, quantity: null };
    expect(Delivery.safeParse(nothing).success).toBe(false);
  });

  it('never counts more deliveries than were recorded, nor loses one', () => {
    fc.assert(
      fc.property(history, (events) => {
        const state = replayCase(events);
        const ids = new Set(
          events.flatMap((event) =>
            event.kind === 'serviceDelivered' ? [event.payload.delivery.deliveryId] : [],
          ),
        );
        expect(state?.service.deliveries.length).toBe(ids.size);
      }),
    );
  });
});
