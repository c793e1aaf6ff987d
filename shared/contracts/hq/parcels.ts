import { z } from 'zod';
import { DeviceId, Instant } from '#shared/domain/identity.ts';
import { CHUNK } from '#shared/domain/scans/scan.ts';
import { PARCEL_LIMITS, ParcelFault, ParcelId } from '#shared/protocol/sync/parcel.ts';
import { RefusalCode } from '#shared/protocol/sync/refusal.ts';
import { hqPermitted } from './base.ts';

/** Given by the page that sends the file, one for each choosing of a file. */
const TransferId = z.uuid();

/** What became of a file that was read. */
const ParcelOutcome = z.strictObject({
  parcelId: ParcelId,
  branchCode: z.string(),
  branchName: z.string(),
  madeAt: Instant,
  batches: z.int(),
  events: z.int(),
  pages: z.int(),
  /** Why its batches were not taken to the last. */
  refusal: RefusalCode.nullable(),
  /** Why the file was not read to its end. */
  fault: ParcelFault.nullable(),
});

/** How far a file from a stick has come. */
export const TransferState = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('receiving'), received: z.int(), size: z.int() }),
  z.strictObject({
    phase: z.literal('reading'),
    bytesRead: z.int(),
    size: z.int(),
    events: z.int(),
    pages: z.int(),
  }),
  z.strictObject({ phase: z.literal('read'), outcome: ParcelOutcome }),
  /** Nothing of it was taken. */
  z.strictObject({ phase: z.literal('refused'), fault: ParcelFault }),
]);
export type TransferState = z.infer<typeof TransferState>;

export const hqParcelsContract = {
  /**
   * The next piece of a file from a stick; with its last it is read. A piece out of turn changes
   * nothing, and the answer says where to go on.
   */
  send: hqPermitted('batches.take')
    .route({ method: 'PUT', path: '/parcels/transfers/{transferId}' })
    .input(
      z.strictObject({
        transferId: TransferId,
        offset: z.int().min(0),
        size: z.int().min(1),
        /** base64url. */
        data: z.string().max(Math.ceil((CHUNK * 4) / 3)),
      }),
    )
    .output(TransferState),
  /** @throws `transferLost` after headquarters was started anew */
  state: hqPermitted('batches.take')
    .route({ method: 'GET', path: '/parcels/transfers/{transferId}' })
    .input(z.strictObject({ transferId: TransferId }))
    .output(TransferState),
  /** Files that were read, the latest first; at most 100. */
  list: hqPermitted('batches.read')
    .route({ method: 'GET', path: '/parcels' })
    .output(
      z.strictObject({
        parcels: z.array(
          z.strictObject({
            parcelId: ParcelId,
            deviceId: DeviceId,
            branchCode: z.string(),
            branchName: z.string(),
            madeAt: Instant,
            readAt: Instant,
            times: z.int(),
            events: z.int(),
            pages: z.int(),
            refused: z.string().nullable(),
            /** Its answer can still be taken back to the branch. */
            answerExpiresAt: Instant.nullable(),
          }),
        ),
      }),
    ),
  /** The sealed answer for the stick, piece by piece. */
  answer: hqPermitted('batches.take')
    .route({ method: 'GET', path: '/parcels/{parcelId}/answer' })
    .input(
      z.strictObject({
        parcelId: ParcelId,
        offset: z.coerce.number().int().min(0).max(PARCEL_LIMITS.fileBytes),
      }),
    )
    .output(z.strictObject({ fileName: z.string(), size: z.int(), data: z.string() })),
};

export const hqStickKeysContract = {
  /** Whether the key that belongs on paper still lies on headquarters' disk. */
  status: hqPermitted('devices.read')
    .route({ method: 'GET', path: '/stick-keys' })
    .output(z.strictObject({ recipients: z.array(z.string()), recoveryWaits: z.boolean() })),
  /** The key itself, to be printed. @throws `notFound` once it was taken off the disk */
  recovery: hqPermitted('devices.administer')
    .route({ method: 'POST', path: '/stick-keys/recovery' })
    .output(z.strictObject({ identity: z.string(), recipient: z.string() })),
  /** Takes it off the disk, once its last six characters were read back from the paper. */
  confirmRecovery: hqPermitted('devices.administer')
    .route({ method: 'POST', path: '/stick-keys/recovery/confirm' })
    .input(z.strictObject({ ending: z.string().trim().max(20) }))
    .output(z.strictObject({ recoveryWaits: z.boolean() })),
};
