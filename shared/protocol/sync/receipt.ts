import { z } from 'zod';
import { DeviceId, Instant, Sha256Hex } from '../../domain/identity.ts';
import { BatchId, HubId } from './batchManifest.ts';

/** Headquarters has all of this batch on its disk. Only this lets an event leave a laptop's queue. */
export const Receipt = z.looseObject({
  format: z.literal('rifada.receipt'),
  batchId: BatchId,
  /** SHA-256 over the batch's manifest, which commits to everything in it. */
  digest: Sha256Hex,
  hubId: HubId,
  deviceId: DeviceId,
  epoch: z.int().min(1),
  throughSeq: z.int().min(1),
  hashAfter: Sha256Hex,
  receivedAt: Instant,
  /** Events of kinds that headquarters does not know yet: kept, and read once it does. */
  parked: z.int().min(0),
});
export type Receipt = z.infer<typeof Receipt>;
