import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { Appended } from '#shared/contracts/base.ts';
import { formScope } from '#shared/contracts/caseForms.ts';
import type { serviceContract } from '#shared/contracts/service.ts';
import type { CaseAction } from '#shared/domain/case/availableActions.ts';
import type { CaseEventPayload } from '#shared/domain/case/caseEvent.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { closingReason } from '#shared/domain/case/serviceClosing.ts';
import { deliveryFault, registrationFault } from '#shared/domain/case/serviceDelivery.ts';
import { DeliveryId, type SERVICE_EVENT_PAYLOADS } from '#shared/domain/case/serviceEvents.ts';
import { itemServices } from '#shared/domain/case/serviceState.ts';
import { deliveryOf, registrationOf, settlementOf } from '#shared/domain/case/serviceWork.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { append, assertMay, caseAtHand } from './caseWork.ts';
import type { ContractInput } from './contractInput.ts';
import { type OpenDesk, todayOf } from './openDesk.ts';

type Input<Name extends keyof typeof serviceContract> = ContractInput<
  (typeof serviceContract)[Name]
>;

/**
 * The registration once nothing is outstanding (P36).
 * @throws DeskError `ibanUnconfirmed`, `ibanInvalid`, `conditionsOpen`
 */
export function completeRegistration(
  desk: OpenDesk,
  { caseId, ...said }: Input<'completeRegistration'>,
): Appended {
  const state = stateFor(desk, caseId, 'completeRegistration');
  const fault = registrationFault(state, said);
  if (fault !== null) throw new DeskError(fault);
  const payload = registrationOf(state, said);
  return write(desk, caseId, { kind: 'registrationCompleted', payload }, formScope('registration'));
}

/** @throws DeskError `inputInvalid` for an item that was not accepted */
export function schedule(desk: OpenDesk, { caseId, schedules }: Input<'schedule'>): Appended {
  const { headquarters, service } = stateFor(desk, caseId, 'scheduleService');
  const items = itemServices(headquarters, service);
  const areAccepted = schedules.every(({ itemId }) =>
    items.some(({ item }) => item.itemId === itemId),
  );
  if (!areAccepted) throw new DeskError('inputInvalid');
  return write(desk, caseId, { kind: 'serviceScheduled', payload: { schedules } });
}

/**
 * One delivery, in whole or in part, never above what is left of the approval, to a person whose
 * identity document is in force on that day (P37).
 * @throws DeskError `aboveApproval`, `identityExpired`, `identityDiffers`, `inputInvalid`
 */
export function deliver(desk: OpenDesk, { caseId, delivery }: Input<'deliver'>): Appended {
  const state = stateFor(desk, caseId, 'deliverService');
  const fault = deliveryFault(state, delivery, todayOf(desk));
  if (fault !== null) throw new DeskError(fault);
  const by = {
    deliveryId: DeliveryId.parse(desk.store.ids.uuid()),
    deliverer: desk.person.displayName,
  };
  const payload = deliveryOf(state, delivery, by);
  const form = formScope('delivery', delivery.itemId);
  return write(desk, caseId, { kind: 'serviceDelivered', payload }, form);
}

/** What was really given where two offices delivered apart. @throws DeskError `inputInvalid` */
export function settle(desk: OpenDesk, { caseId, ...said }: Input<'settle'>): Appended {
  const state = stateFor(desk, caseId, 'settleDeliveries');
  const settlement = settlementOf(state, said, todayOf(desk));
  if (settlement === null) throw new DeskError('inputInvalid');
  const [verdict] = said.verdicts;
  const settled = state.service.deliveries.find(
    ({ deliveryId }) => deliveryId === verdict?.deliveryId,
  );
  const form = formScope('settle', settled?.itemId);
  return write(desk, caseId, { kind: 'deliverySettled', payload: settlement }, form);
}

/** The person takes the request back (N8). @throws DeskError `inputInvalid` for a day to come */
export function withdraw(desk: OpenDesk, { caseId, ...said }: Input<'withdraw'>): Appended {
  stateFor(desk, caseId, 'withdrawRequest');
  if (said.withdrawnOn > todayOf(desk)) throw new DeskError('inputInvalid');
  const payload = { ...said, dataTold: true as const };
  return write(desk, caseId, { kind: 'requestWithdrawn', payload }, formScope('withdrawal'));
}

/** @throws DeskError `inputInvalid` for a day to come */
export function notReached(desk: OpenDesk, { caseId, ...said }: Input<'notReached'>): Appended {
  stateFor(desk, caseId, 'noteNotReached');
  if (said.triedOn > todayOf(desk)) throw new DeskError('inputInvalid');
  return write(desk, caseId, { kind: 'opinionNotReached', payload: said });
}

export function close(desk: OpenDesk, { caseId }: Input<'close'>): Appended {
  const closedOn = todayOf(desk);
  const reason = closingReason(stateFor(desk, caseId, 'closeCase'), closedOn);
  if (reason === null) throw new DeskError('actionNotAllowed');
  return write(desk, caseId, { kind: 'caseClosed', payload: { reason, closedOn } });
}

/** @throws DeskError when the table does not allow it */
function stateFor(desk: OpenDesk, caseId: CaseId, action: CaseAction): CaseState {
  const at = caseAtHand(desk, caseId);
  assertMay(at, action);
  return at.state;
}

type Deed = {
  [Kind in keyof typeof SERVICE_EVENT_PAYLOADS]: {
    readonly kind: Kind;
    readonly payload: CaseEventPayload<Kind>;
  };
}[keyof typeof SERVICE_EVENT_PAYLOADS];

/** @param form in which it was written */
function write(desk: OpenDesk, caseId: CaseId, deed: Deed, form?: string): Appended {
  const { actorId } = desk.person;
  const forms = form === undefined ? [] : [form];
  return append(desk, caseId, [{ ...deed, caseId, actorId, formVersion: null }], forms);
}
