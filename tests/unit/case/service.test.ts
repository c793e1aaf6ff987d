import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionState, availableActions } from '#shared/domain/case/availableActions.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { headquartersActionState } from '#shared/domain/case/headquartersActions.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { opinionDue } from '#shared/domain/case/serviceClosing.ts';
import { Delivery } from '#shared/domain/case/serviceEvents.ts';
import { itemServices, leftOf } from '#shared/domain/case/serviceState.ts';
import { history } from './anyHistory.ts';
import { CLEAR_FACTS, deliveryOf, type Step } from './caseHistory.ts';
import { told } from './toldCase.ts';

/** Papers, and the opinion of the interview that was never asked for. */
const AFTER_THE_END: readonly string[] = [
  'printPaper',
  'scanSignedPaper',
  'removePaperScan',
  'giveOpinion',
  'declineOpinion',
  'fileAppeal',
];
const ONE = '018f0000-0000-4000-8000-0000000000b1';
const TWO = '018f0000-0000-4000-8000-0000000000b2';
/** Six months of 1,500 riyals. */
const APPROVED = 900_000;

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

  it('is closed when the person was asked what they think, or the days of an appeal are over', () => {
    const close = (state: CaseState, day = '2025-05-01') =>
      headquartersActionState(state, 'closeCase', day);
    expect(close(told('accepted')).blockers).toEqual(['opinionOwed']);
    const whole = [REGISTERED, delivered(ONE, APPROVED)];
    expect(close(told('accepted', ...whole)).blockers).toEqual(['opinionOwed']);
    expect(opinionDue(told('accepted', ...whole))).toEqual({
      from: '2025-03-23',
      until: '2025-04-03',
    });
    const declined: Step = { kind: 'opinionDeclined', payload: { survey: 'S2' } };
    expect(close(told('accepted', ...whole, declined)).allowed).toBe(true);
    const tried: Step = {
      kind: 'opinionNotReached',
      payload: { channel: 'phone', triedOn: '2025-03-25' },
    };
    expect(close(told('accepted', ...whole, tried, tried)).allowed).toBe(false);
    expect(close(told('accepted', ...whole, tried, tried, tried)).allowed).toBe(true);
    // Thirty days after the notice of 11 March.
    expect(close(told('rejected'), '2025-04-10').allowed).toBe(false);
    expect(close(told('rejected'), '2025-04-11').allowed).toBe(true);
  });

  it('is not opened again once it is closed: nothing but a new request or an appeal follows', () => {
    const closed = told(
      'accepted',
      REGISTERED,
      delivered(ONE, APPROVED),
      { kind: 'opinionDeclined', payload: { survey: 'S2' } },
      { kind: 'caseClosed', payload: { reason: 'opinionDeclined', closedOn: '2025-04-01' } },
    );
    expect(closed.status).toBe('closed');
    const actions = availableActions(closed, CLEAR_FACTS);
    const open = Object.values(actions).flatMap(({ action, allowed }) => (allowed ? action : []));
    expect(open.filter((action) => !AFTER_THE_END.includes(action))).toEqual([]);
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
