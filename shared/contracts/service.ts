import { z } from 'zod';
import {
  ConfirmedAccount,
  Delivery,
  SERVICE_EVENT_PAYLOADS,
} from '#shared/domain/case/serviceEvents.ts';
import { ContactChannel } from '#shared/domain/case/vocabulary.ts';
import { IsoDay } from '#shared/domain/identity.ts';
import { Appended, CaseInput, permitted } from './base.ts';

/** What of a delivery a person says; who hands it over and its id are the desk's own. */
export const DeliverySaid = z.strictObject({
  itemId: Delivery.shape.itemId,
  amount: Delivery.shape.amount,
  quantity: Delivery.shape.quantity,
  deliveredOn: Delivery.shape.deliveredOn,
  place: Delivery.shape.place,
  receiver: Delivery.shape.receiver,
  proof: Delivery.shape.proof,
});
export type DeliverySaid = z.infer<typeof DeliverySaid>;

/** What of a registration a person says; the same at desk and headquarters. */
export const RegistrationSaid = z.strictObject({
  /** Null where no money goes to an account. */
  account: ConfirmedAccount.nullable(),
  conditionsMet: z.boolean(),
  note: z.string().trim().min(1).max(2000).nullable(),
});
export type RegistrationSaid = z.infer<typeof RegistrationSaid>;

export const SettlementSaid = SERVICE_EVENT_PAYLOADS.deliverySettled.omit({ settledOn: true });
export type SettlementSaid = z.infer<typeof SettlementSaid>;

/** What follows on an accepted request (P36, P37), and its withdrawal. */
export const serviceContract = {
  /**
   * `ibanUnconfirmed` for money by transfer whose account nobody has confirmed, `ibanInvalid`,
   * `conditionsOpen` where the decision's conditions are not said to be there.
   */
  completeRegistration: permitted('case.write')
    .input(CaseInput.extend(RegistrationSaid.shape))
    .output(Appended),
  /** From when on items are delivered; a monthly one on this day of each month. */
  schedule: permitted('service.deliver')
    .input(CaseInput.extend(SERVICE_EVENT_PAYLOADS.serviceScheduled.shape))
    .output(Appended),
  /**
   * `aboveApproval` for more than is left, `identityExpired`, `identityDiffers` for an applicant with
   * another number than the request's, `inputInvalid` for a day to come.
   */
  deliver: permitted('service.deliver')
    .input(CaseInput.extend({ delivery: DeliverySaid }))
    .output(Appended),
  /** What was really given where two offices delivered apart; every delivery of the conflict is named. */
  settle: permitted('service.deliver')
    .input(CaseInput.extend(SettlementSaid.shape))
    .output(Appended),
  /** Somebody tried in vain to ask what the person thinks of the service (S2). */
  notReached: permitted('case.write')
    .input(CaseInput.extend(SERVICE_EVENT_PAYLOADS.opinionNotReached.shape))
    .output(Appended),
  /** Once the opinion after the service is in, declined or asked for in vain three times. */
  close: permitted('case.write').input(CaseInput).output(Appended),
  withdraw: permitted('case.write')
    .input(
      CaseInput.extend({
        channel: ContactChannel,
        withdrawnOn: IsoDay,
        reason: z.string().trim().min(1).max(2000).nullable(),
      }),
    )
    .output(Appended),
};
