import { z } from 'zod';
import { Instant } from '#shared/domain/identity.ts';
import { CHUNK } from '#shared/domain/scans/scan.ts';
import { PARCEL_LIMITS, ParcelFault, ParcelId } from '#shared/protocol/sync/parcel.ts';
import { LARGEST_ANSWER } from '#shared/protocol/sync/parcelAnswer.ts';
import { RefusalCode } from '#shared/protocol/sync/refusal.ts';
import { permitted } from './base.ts';

const WrittenParcel = z.strictObject({
  parcelId: ParcelId,
  fileName: z.string(),
  madeAt: Instant,
  expiresAt: Instant,
  events: z.int(),
  pages: z.int(),
  /** Of the sealed file. */
  bytes: z.int(),
  answeredAt: Instant.nullable(),
});
export type WrittenParcel = z.infer<typeof WrittenParcel>;

export const StickState = z.strictObject({
  /** False before headquarters gave its keys. */
  canWrite: z.boolean(),
  /** While a file is written; null otherwise. */
  making: z.strictObject({ events: z.int(), pages: z.int(), bytes: z.int() }).nullable(),
  /** The file that was written last. `isHere`: it can be saved once more. */
  latest: WrittenParcel.extend({ isHere: z.boolean() }).nullable(),
});
export type StickState = z.infer<typeof StickState>;

/** What an answer from a stick brought. */
export const AnswerOutcome = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    /** Entries and pages that headquarters is now known to hold, and was not before. */
    events: z.int(),
    pages: z.int(),
    /** Entries of headquarters and of the branch's other laptops that are new here. */
    received: z.int(),
    /** Why headquarters did not take the rest. */
    refusal: RefusalCode.nullable(),
  }),
  z.strictObject({ ok: z.literal(false), fault: ParcelFault }),
]);
export type AnswerOutcome = z.infer<typeof AnswerOutcome>;

export const stickContract = {
  state: permitted('sync.use').output(StickState),
  /** Writes all that headquarters lacks into one sealed file; answers when it lies on the disk. */
  write: permitted('sync.use').output(WrittenParcel),
  /** A piece of the file that was written last; empty at its end. */
  read: permitted('sync.use')
    .input(
      z.strictObject({
        parcelId: ParcelId,
        offset: z.int().min(0).max(PARCEL_LIMITS.fileBytes),
      }),
    )
    .output(z.strictObject({ data: z.string() })),
  /**
   * The next piece of headquarters' answer; `outcome` comes with the last one. A piece that begins at
   * 0 begins anew.
   */
  takeAnswer: permitted('sync.use')
    .input(
      z.strictObject({
        offset: z.int().min(0),
        size: z.int().min(1).max(LARGEST_ANSWER),
        /** base64url. */
        data: z.string().max(Math.ceil((CHUNK * 4) / 3)),
      }),
    )
    .output(z.strictObject({ outcome: AnswerOutcome.nullable() })),
};
