import { z } from 'zod';
import { IsoDay } from '../identity.ts';
import { DocumentKey } from './caseKeys.ts';
import { ContactChannel } from './vocabulary.ts';

const words = z.string().trim().min(1).max(2000);
const personName = z.string().trim().min(1).max(200);

export const DeliveryId = z.uuid().brand<'DeliveryId'>();
export type DeliveryId = z.infer<typeof DeliveryId>;

/** Who received it, and how it was seen who they are (P37). */
export const Receiver = z.strictObject({
  name: personName,
  as: z.enum(['applicant', 'agent', 'guardian', 'familyMember']),
  /** The identity document that was checked again, in force on the day of the delivery. */
  identity: z.strictObject({
    documentKey: DocumentKey,
    number: z.string().trim().min(1).max(60),
    validUntil: IsoDay.nullable(),
  }),
});
export type Receiver = z.infer<typeof Receiver>;

/** One delivery of one accepted item, in whole or in part. */
export const Delivery = z
  .strictObject({
    deliveryId: DeliveryId,
    /** The row of `supportItems` in the answers. */
    itemId: z.string().min(1).max(80),
    /** Halalas; null for support in kind. */
    amount: z.int().min(1).max(10_000_000_000).nullable(),
    quantity: z.int().min(1).max(100_000).nullable(),
    deliveredOn: IsoDay,
    place: z.enum(['branch', 'headquarters', 'home', 'transfer']),
    deliverer: personName,
    receiver: Receiver,
    /** How the receiver confirmed it: their signature on the printed receipt (N7), or the bank's reference. */
    proof: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('signedReceipt') }),
      z.strictObject({ kind: z.literal('transfer'), reference: z.string().trim().min(1).max(80) }),
    ]),
  })
  .refine(({ amount, quantity }) => amount !== null || quantity !== null, {
    error: 'nothingGiven',
  });
export type Delivery = z.infer<typeof Delivery>;

/** Why a case is over. */
export const ClosingReason = z.enum([
  'delivered',
  'opinionGiven',
  'opinionDeclined',
  'notReached',
  'appealPeriodOver',
]);
export type ClosingReason = z.infer<typeof ClosingReason>;

/** What follows on a decision (P36, P37), and how a request ends otherwise. */
export const SERVICE_EVENT_PAYLOADS = {
  /** Nothing is outstanding any more; for cash by transfer the IBAN was confirmed with its owner. */
  registrationCompleted: z.strictObject({
    ibanConfirmed: z.boolean(),
    note: words.nullable(),
  }),
  serviceDelivered: z.strictObject({ delivery: Delivery }),
  /** The person takes the request back before anything was delivered (N8). */
  requestWithdrawn: z.strictObject({
    channel: ContactChannel,
    withdrawnOn: IsoDay,
    reason: words.nullable(),
    /** What was said to the person of their data. */
    dataTold: z.literal(true),
  }),
  caseClosed: z.strictObject({ reason: ClosingReason, closedOn: IsoDay }),
} as const;
