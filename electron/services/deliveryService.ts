import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { Appended } from '#shared/contracts/base.ts';
import type { serviceContract } from '#shared/contracts/service.ts';
import { isNonAnswer } from '#shared/domain/answers/answer.ts';
import { isoDate, riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { DeliveryId } from '#shared/domain/case/serviceEvents.ts';
import { itemServices, leftOf } from '#shared/domain/case/serviceState.ts';
import { append, assertMay, caseAtHand } from './caseWork.ts';
import type { ContractInput } from './contractInput.ts';
import { type OpenDesk, todayOf } from './openDesk.ts';

type Input<Name extends keyof typeof serviceContract> = ContractInput<
  (typeof serviceContract)[Name]
>;

/** The registration once nothing is outstanding (P36). @throws DeskError `ibanUnconfirmed` */
export function completeRegistration(
  desk: OpenDesk,
  { caseId, ibanConfirmed, note }: Input<'completeRegistration'>,
): Appended {
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'completeRegistration');
  if (needsIban(at.state) && !ibanConfirmed) throw new DeskError('ibanUnconfirmed');
  return append(desk, caseId, [
    {
      kind: 'registrationCompleted',
      caseId,
      actorId: desk.person.actorId,
      formVersion: null,
      payload: { ibanConfirmed, note },
    },
  ]);
}

/**
 * One delivery, in whole or in part, never above what is left of the approval, to a person whose
 * identity document is in force on that day (P37).
 * @throws DeskError `aboveApproval`, `identityExpired`, `inputInvalid`
 */
export function deliver(desk: OpenDesk, { caseId, delivery }: Input<'deliver'>): Appended {
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'deliverService');
  const { state } = at;
  const today = todayOf(desk);
  const { deliveredOn, receiver, amount, quantity, itemId } = delivery;
  const service = itemServices(state.headquarters, state.service).find(
    ({ item }) => item.itemId === itemId,
  );
  const registered = state.service.registration;
  const earliest =
    registered === null ? today : isoDate(riyadhDayNumber(Date.parse(registered.at)));
  if (service === undefined || deliveredOn > today || deliveredOn < earliest) {
    throw new DeskError('inputInvalid');
  }
  if (amount === null && quantity === null) throw new DeskError('inputInvalid');
  const left = leftOf(service);
  if ((amount ?? 0) > (left.amount ?? 0) || (quantity ?? 0) > (left.quantity ?? 0)) {
    throw new DeskError('aboveApproval');
  }
  const { validUntil } = receiver.identity;
  if (validUntil !== null && validUntil < deliveredOn) throw new DeskError('identityExpired');
  return append(desk, caseId, [
    {
      kind: 'serviceDelivered',
      caseId,
      actorId: desk.person.actorId,
      formVersion: null,
      payload: {
        delivery: {
          ...delivery,
          deliveryId: DeliveryId.parse(desk.store.ids.uuid()),
          deliverer: desk.person.displayName,
        },
      },
    },
  ]);
}

/** The person takes the request back (N8). @throws DeskError `inputInvalid` for a day to come */
export function withdraw(
  desk: OpenDesk,
  { caseId, channel, withdrawnOn, reason }: Input<'withdraw'>,
): Appended {
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'withdrawRequest');
  if (withdrawnOn > todayOf(desk)) throw new DeskError('inputInvalid');
  return append(desk, caseId, [
    {
      kind: 'requestWithdrawn',
      caseId,
      actorId: desk.person.actorId,
      formVersion: null,
      payload: { channel, withdrawnOn, reason, dataTold: true },
    },
  ]);
}

/** Money goes to an account: whose it is was asked again of its owner. */
function needsIban({ answers }: CaseState): boolean {
  const method = answers.values['paymentMethod'];
  return method !== undefined && !isNonAnswer(method) && method.value === 'transfer';
}
