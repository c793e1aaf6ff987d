import { describe, expect, it } from 'vitest';
import { caseDue } from '#shared/domain/case/caseDue.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { serviceDue } from '#shared/domain/case/serviceDue.ts';
import { DeliveryId } from '#shared/domain/case/serviceEvents.ts';
import { deliveryOf, type Step } from './caseHistory.ts';
import { told } from './toldCase.ts';

const ONE = '018f0000-0000-4000-8000-0000000000b1';
const TWO = '018f0000-0000-4000-8000-0000000000b2';
const MONTH = 150_000;
const APPROVED = 6 * MONTH;

const REGISTERED: Step = {
  kind: 'registrationCompleted',
  payload: { ibanConfirmed: true, note: null },
};
const delivered = (deliveryId: string, amount: number): Step => ({
  kind: 'serviceDelivered',
  payload: { delivery: deliveryOf(deliveryId, amount) },
});
/** By an office that had heard of no other delivery. */
const deliveredApart = (deliveryId: string): Step => ({
  kind: 'serviceDelivered',
  payload: { delivery: { ...deliveryOf(deliveryId, APPROVED), known: [] } },
});
const kindsOf = (state: CaseState) => serviceDue(state).map(({ kind }) => kind);

describe('what an answered request waits for at its branch', () => {
  it('is its registration, from the day on which the acceptance was told', () => {
    expect(serviceDue(told('accepted'))).toEqual([{ kind: 'register', day: '2025-03-11' }]);
  });

  it('is the month that comes next, with what is left of it', () => {
    const registered = told('accepted', REGISTERED);
    const [due, ...others] = serviceDue(registered);
    expect(others).toEqual([]);
    expect(due).toMatchObject({ kind: 'delivery', number: 1, parts: 6, amount: MONTH });
    const part = serviceDue(told('accepted', REGISTERED, delivered(ONE, MONTH + 50_000)));
    expect(part).toMatchObject([{ kind: 'delivery', number: 2, amount: MONTH - 50_000 }]);
    expect(part[0] && due && part[0].day > due.day).toBe(true);
  });

  it('is a word on two deliveries that knew nothing of each other, and stays so when all was given', () => {
    const apart = told('accepted', REGISTERED, deliveredApart(ONE), deliveredApart(TWO));
    expect(apart.status).toBe('serviceDelivered');
    expect(kindsOf(apart)).toContain('settle');
    expect(caseDue(apart).map(({ kind }) => kind)).toContain('settle');
    const settled = told('accepted', REGISTERED, deliveredApart(ONE), deliveredApart(TWO), {
      kind: 'deliverySettled',
      payload: {
        verdicts: [
          { deliveryId: DeliveryId.parse(ONE), outcome: 'given' },
          { deliveryId: DeliveryId.parse(TWO), outcome: 'notGiven' },
        ],
        reason: 'سُجّل مرتين سهوًا',
        settledOn: '2025-03-12',
      },
    });
    expect(kindsOf(settled)).toEqual(['opinion']);
  });

  it('is the opinion, three to fourteen days after the last delivery or the notice of a rejection', () => {
    expect(serviceDue(told('rejected'))).toEqual([
      { kind: 'opinion', day: '2025-03-14', until: '2025-03-25' },
    ]);
    const whole = told('accepted', REGISTERED, delivered(ONE, APPROVED));
    expect(kindsOf(whole)).toEqual(['opinion']);
    // The papers of a request that is over are nobody's reminder any more.
    expect(caseDue(whole).map(({ kind }) => kind)).toEqual(['opinion']);
  });
});
