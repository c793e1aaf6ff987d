import type { IsoDay } from '../identity.ts';
import type { CaseEventPayload } from './caseEvent.ts';
import type { CaseState } from './caseState.ts';
import { deliveryConflicts } from './serviceConflicts.ts';
import { conditionsOf } from './serviceDelivery.ts';
import type { ConfirmedAccount, Delivery, DeliveryId, DeliveryVerdict } from './serviceEvents.ts';

/** The event of a registration, as desk and headquarters write it. */
export function registrationOf(
  state: CaseState,
  said: { readonly account: ConfirmedAccount | null; readonly note: string | null },
): CaseEventPayload<'registrationCompleted'> {
  return {
    ibanConfirmed: said.account !== null,
    note: said.note,
    account: said.account,
    ...(conditionsOf(state).length > 0 ? { conditionsMet: true as const } : {}),
  };
}

/** The event of a delivery, with the deliveries of its item that are known where it is recorded. */
export function deliveryOf(
  state: CaseState,
  said: Omit<Delivery, 'deliveryId' | 'deliverer' | 'known'>,
  by: { readonly deliveryId: DeliveryId; readonly deliverer: string },
): CaseEventPayload<'serviceDelivered'> {
  const known = state.service.deliveries
    .filter(({ itemId }) => itemId === said.itemId)
    .map(({ deliveryId }) => deliveryId);
  return { delivery: { ...said, ...by, known } };
}

/**
 * The event that settles a conflict; null unless every delivery of one that is open is judged, and
 * nothing else.
 */
export function settlementOf(
  state: CaseState,
  said: { readonly verdicts: readonly DeliveryVerdict[]; readonly reason: string },
  settledOn: IsoDay,
): CaseEventPayload<'deliverySettled'> | null {
  const judged = new Set(said.verdicts.map(({ deliveryId }) => deliveryId));
  const fits = deliveryConflicts(state.headquarters, state.service).some(
    ({ deliveries }) =>
      deliveries.length === judged.size &&
      judged.size === said.verdicts.length &&
      deliveries.every(({ deliveryId }) => judged.has(deliveryId)),
  );
  return fits ? { verdicts: [...said.verdicts], reason: said.reason, settledOn } : null;
}
