import { z } from 'zod';
import { Delivery } from '#shared/domain/case/serviceEvents.ts';
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

/** What follows on an accepted request (P36, P37), and its withdrawal. */
export const serviceContract = {
  /** `ibanUnconfirmed` for cash by transfer whose IBAN nobody has confirmed. */
  completeRegistration: permitted('case.write')
    .input(
      CaseInput.extend({
        ibanConfirmed: z.boolean(),
        note: z.string().trim().min(1).max(2000).nullable(),
      }),
    )
    .output(Appended),
  /** `aboveApproval` for more than is left; `identityExpired`; `inputInvalid` for a day to come. */
  deliver: permitted('service.deliver')
    .input(CaseInput.extend({ delivery: DeliverySaid }))
    .output(Appended),
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
