import { z } from 'zod';
import { DeviceId, Instant, Sha256Hex } from '../../domain/identity.ts';
import { BATCH_LIMITS } from './version.ts';

/** Headquarters, as a device of its own journal. */
export const HubId = z.uuid().brand<'HubId'>();
export type HubId = z.infer<typeof HubId>;

export const BatchId = z.uuid().brand<'BatchId'>();
export type BatchId = z.infer<typeof BatchId>;

/**
 * What the laptop signs of a batch. `hashAfter` is the hash of the last header, and each header holds
 * the hash of the one before and the salted hash of its payload: so this signature is one over all
 * headers, and outlives the destruction of a payload. Fields of later versions are kept, not refused.
 */
export const BatchManifest = z.looseObject({
  format: z.literal('rifada.batch'),
  protocol: z.int().min(1),
  batchId: BatchId,
  /** Counts the batches of this device and epoch, so that headquarters sees a gap by its number. */
  number: z.int().min(1),
  deviceId: DeviceId,
  epoch: z.int().min(1),
  firstSeq: z.int().min(1),
  lastSeq: z.int().min(1),
  /** Of the header before the first; 64 zeros where the epoch begins. */
  hashBefore: Sha256Hex,
  hashAfter: Sha256Hex,
  recipient: HubId,
  madeAt: Instant,
  /** Events whose payload the laptop keeps back, because headquarters refused it before. */
  withheld: z.array(z.int().min(1)).max(BATCH_LIMITS.events),
});
export type BatchManifest = z.infer<typeof BatchManifest>;
