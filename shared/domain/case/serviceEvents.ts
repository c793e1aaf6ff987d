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
    /**
     * The deliveries of this item that whoever recorded it knew of: what is not among them was recorded
     * apart, at another office. Left out by desks that do not say it yet.
     */
    known: z.array(DeliveryId).max(400).optional(),
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

/** An account to which money goes, as its owner confirmed it. */
export const ConfirmedAccount = z.strictObject({
  /** Compact: 24 characters. */
  iban: z.string().regex(/^SA\d{4}[A-Z0-9]{18}$/u),
  /** Typed twice alike, or read from the bank's own paper. */
  by: z.enum(['typedTwice', 'document']),
});
export type ConfirmedAccount = z.infer<typeof ConfirmedAccount>;

/** From when on an accepted item is delivered; a monthly one falls due on this day of each month. */
export const ItemSchedule = z.strictObject({ itemId: z.string().min(1).max(80), firstOn: IsoDay });
export type ItemSchedule = z.infer<typeof ItemSchedule>;

/** What came of a delivery that two offices recorded apart, once somebody has asked. */
export const DeliveryVerdict = z.strictObject({
  deliveryId: DeliveryId,
  /** `notGiven`: written down by mistake. `returned`: given, and brought back. */
  outcome: z.enum(['given', 'notGiven', 'returned']),
});
export type DeliveryVerdict = z.infer<typeof DeliveryVerdict>;

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
    account: ConfirmedAccount.nullable().optional(),
    /** That what the decision set as conditions is there; left out where it set none. */
    conditionsMet: z.literal(true).optional(),
  }),
  serviceScheduled: z.strictObject({ schedules: z.array(ItemSchedule).min(1).max(60) }),
  serviceDelivered: z.strictObject({ delivery: Delivery }),
  /** Two offices delivered apart, and somebody found out what was really given. */
  deliverySettled: z.strictObject({
    verdicts: z.array(DeliveryVerdict).min(1).max(100),
    reason: words,
    settledOn: IsoDay,
  }),
  /** The person takes the request back before anything was delivered (N8). */
  requestWithdrawn: z.strictObject({
    channel: ContactChannel,
    withdrawnOn: IsoDay,
    reason: words.nullable(),
    /** What was said to the person of their data. */
    dataTold: z.literal(true),
  }),
  /** Somebody tried to reach the person for their opinion (S2) in vain. */
  opinionNotReached: z.strictObject({ channel: ContactChannel, triedOn: IsoDay }),
  caseClosed: z.strictObject({ reason: ClosingReason, closedOn: IsoDay }),
} as const;
