import { describe, expect, it } from 'vitest';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { deliveryConflicts } from '#shared/domain/case/serviceConflicts.ts';
import { deliveryFault, registrationFault } from '#shared/domain/case/serviceDelivery.ts';
import { DeliveryId } from '#shared/domain/case/serviceEvents.ts';
import { scheduledItems } from '#shared/domain/case/serviceSchedule.ts';
import { itemServices } from '#shared/domain/case/serviceState.ts';
import { settlementOf } from '#shared/domain/case/serviceWork.ts';
import { deliveryOf, type Step } from './caseHistory.ts';
import { told } from './toldCase.ts';

const MONTH = 150_000;
const [ONE, TWO, THREE] = [1, 2, 3].map((each) =>
  DeliveryId.parse(`018f0000-0000-4000-8000-0000000000b${each}`),
) as [DeliveryId, DeliveryId, DeliveryId];

const REGISTERED: Step = {
  kind: 'registrationCompleted',
  payload: { ibanConfirmed: false, note: null },
};
const given = (id: DeliveryId, known: readonly DeliveryId[], amount = MONTH): Step => ({
  kind: 'serviceDelivered',
  payload: { delivery: { ...deliveryOf(id, amount), known: [...known] } },
});
const found = (outcomes: Readonly<Record<string, 'given' | 'notGiven' | 'returned'>>): Step => ({
  kind: 'deliverySettled',
  payload: {
    verdicts: Object.entries(outcomes).map(([id, outcome]) => ({
      deliveryId: DeliveryId.parse(id),
      outcome,
    })),
    reason: 'سُئل المستفيد',
    settledOn: '2025-03-25',
  },
});
const served = (...steps: readonly Step[]) => told('accepted', REGISTERED, ...steps);
const conflictsIn = ({ headquarters, service }: CaseState) =>
  deliveryConflicts(headquarters, service).map(({ kind, deliveries }) => ({
    kind,
    ids: deliveries.map(({ deliveryId }) => deliveryId),
  }));
const deliveredIn = ({ headquarters, service }: CaseState) =>
  itemServices(headquarters, service)[0]?.deliveredAmount;

describe('deliveries of two offices', () => {
  it('are no conflict where the later knew of the earlier', () => {
    expect(
      conflictsIn(served(given(ONE, []), given(TWO, [ONE]), given(THREE, [ONE, TWO]))),
    ).toEqual([]);
  });

  it('recorded apart are both kept and shown, also below the approval', () => {
    const state = served(given(ONE, []), given(TWO, []));
    expect(conflictsIn(state)).toEqual([{ kind: 'apart', ids: [ONE, TWO] }]);
    expect(deliveredIn(state)).toBe(2 * MONTH);
  });

  it('settled as one gift count once, and nothing is deleted', () => {
    const state = served(
      given(ONE, []),
      given(TWO, []),
      found({ [ONE]: 'given', [TWO]: 'notGiven' }),
    );
    expect(conflictsIn(state)).toEqual([]);
    expect(deliveredIn(state)).toBe(MONTH);
    expect(state.service.deliveries).toHaveLength(2);
  });

  it('settled as two gifts stay two, also above the approval', () => {
    const state = served(
      given(ONE, [], 6 * MONTH),
      given(TWO, [], 6 * MONTH),
      found({ [ONE]: 'given', [TWO]: 'given' }),
    );
    expect(conflictsIn(state)).toEqual([]);
    expect(deliveredIn(state)).toBe(12 * MONTH);
  });

  it('brought back may be given again', () => {
    const state = served(
      given(ONE, [], 6 * MONTH),
      given(TWO, [], 6 * MONTH),
      found({ [ONE]: 'returned', [TWO]: 'returned' }),
    );
    expect(state.status).toBe('serviceScheduled');
    expect(deliveredIn(state)).toBe(0);
  });

  it('a third one opens the question again', () => {
    const state = served(
      given(ONE, []),
      given(TWO, []),
      found({ [ONE]: 'given', [TWO]: 'notGiven' }),
      given(THREE, []),
    );
    expect(conflictsIn(state)).toEqual([{ kind: 'apart', ids: [ONE, TWO, THREE] }]);
  });

  it('and a withdrawal of another office stand beside each other', () => {
    const withdrawn: Step = {
      kind: 'requestWithdrawn',
      payload: { channel: 'phone', withdrawnOn: '2025-03-19', reason: null, dataTold: true },
    };
    for (const state of [served(given(ONE, []), withdrawn), served(withdrawn, given(ONE, []))]) {
      expect(conflictsIn(state)).toEqual([{ kind: 'withdrawn', ids: [ONE] }]);
      expect(state.service.withdrawal).not.toBeNull();
    }
  });

  it('are settled all together or not at all', () => {
    const state = served(given(ONE, []), given(TWO, []));
    const one = { deliveryId: ONE, outcome: 'given' as const };
    const two = { deliveryId: TWO, outcome: 'returned' as const };
    const settle = (...verdicts: readonly (typeof one | typeof two)[]) =>
      settlementOf(state, { verdicts, reason: 'سُئل' }, '2025-03-25');
    expect(settle(one)).toBeNull();
    expect(settle(one, one)).toBeNull();
    expect(settle(one, two)).toMatchObject({ verdicts: [one, two] });
    expect(
      settlementOf(served(given(ONE, [])), { verdicts: [one], reason: 'سُئل' }, '2025-03-25'),
    ).toBeNull();
  });
});

describe('a delivery', () => {
  const { receiver } = deliveryOf(ONE, MONTH);
  const asked = {
    itemId: 'r1',
    amount: MONTH,
    quantity: null,
    deliveredOn: '2025-03-20',
    receiver,
  };
  // The registration stands where the test's clock has it.
  const state = served();
  const day = (state.service.registration?.at ?? '').slice(0, 10);
  const fault = (change: Partial<typeof asked>) =>
    deliveryFault(state, { ...asked, deliveredOn: day, ...change }, day);

  it('is refused for another item, another day, more than is left and a document that has run out', () => {
    expect(fault({})).toBeNull();
    expect(fault({ itemId: 'r9' })).toBe('inputInvalid');
    expect(fault({ deliveredOn: '2100-01-01' })).toBe('inputInvalid');
    expect(fault({ deliveredOn: '1990-01-01' })).toBe('inputInvalid');
    expect(fault({ amount: 6 * MONTH + 1 })).toBe('aboveApproval');
    const identity = { ...receiver.identity, validUntil: '1999-01-01' };
    expect(fault({ receiver: { ...receiver, identity } })).toBe('identityExpired');
  });

  it('is refused to an applicant who shows another number than the request has', () => {
    const known: CaseState = {
      ...state,
      answers: { ...state.answers, values: { idNumber: { value: '1000000008' } } },
    };
    const faultFor = (number: string, as: 'applicant' | 'agent') =>
      deliveryFault(
        known,
        {
          ...asked,
          deliveredOn: day,
          receiver: { ...receiver, as, identity: { ...receiver.identity, number } },
        },
        day,
      );
    expect(faultFor('1000000008', 'applicant')).toBeNull();
    expect(faultFor('١٠٠٠٠٠٠٠٠٨', 'applicant')).toBeNull();
    expect(faultFor('1000000016', 'applicant')).toBe('identityDiffers');
    expect(faultFor('1000000016', 'agent')).toBeNull();
  });
});

describe('a schedule', () => {
  it('falls due on the same day of each month, the last day where a month is shorter', () => {
    const state = served({
      kind: 'serviceScheduled',
      payload: { schedules: [{ itemId: 'r1', firstOn: '2025-08-31' }] },
    });
    const [item] = scheduledItems(state);
    expect(state.status).toBe('serviceScheduled');
    expect(item?.instalments.map(({ dueOn }) => dueOn)).toEqual([
      '2025-08-31',
      '2025-09-30',
      '2025-10-31',
      '2025-11-30',
      '2025-12-31',
      '2026-01-31',
    ]);
    expect(item?.next?.number).toBe(1);
  });

  it('goes on with the first month that was not given whole', () => {
    const next = (amount: number) =>
      scheduledItems(served(given(ONE, [], amount)))[0]?.next?.number;
    expect(next(MONTH - 1)).toBe(1);
    expect(next(MONTH)).toBe(2);
    expect(next(6 * MONTH)).toBeUndefined();
  });
});

describe('a registration', () => {
  const byTransfer = (state: CaseState): CaseState => ({
    ...state,
    answers: { ...state.answers, values: { paymentMethod: { value: 'transfer' } } },
  });

  it('of money by transfer waits for an account that is one', () => {
    const state = byTransfer(told('accepted'));
    const ask = (iban: string | null) =>
      registrationFault(state, {
        account: iban === null ? null : { iban, by: 'document' },
        conditionsMet: false,
      });
    expect(ask(null)).toBe('ibanUnconfirmed');
    expect(ask('SA0380000000608010167518')).toBe('ibanInvalid');
    expect(ask('SA0380000000608010167519')).toBeNull();
  });

  it('of cash asks for no account', () => {
    expect(registrationFault(told('accepted'), { account: null, conditionsMet: false })).toBeNull();
  });
});
