import { z } from 'zod';
import { DeviceId, Instant } from '#shared/domain/identity.ts';
import { RefusalCode } from '#shared/protocol/sync/refusal.ts';
import { hqPermitted } from './base.ts';

export const hqIntakeContract = {
  /** Batches that were taken in, the latest first; at most 200. */
  batches: hqPermitted('batches.read')
    .route({ method: 'GET', path: '/batches' })
    .output(
      z.strictObject({
        batches: z.array(
          z.strictObject({
            batchId: z.uuid(),
            deviceId: DeviceId,
            branchCode: z.string(),
            branchName: z.string(),
            number: z.int(),
            events: z.int(),
            cases: z.int(),
            parked: z.int(),
            packedBytes: z.int(),
            receivedAt: Instant,
          }),
        ),
      }),
    ),
  /** What was refused and kept, the latest first; at most 200. */
  quarantine: hqPermitted('quarantine.read')
    .route({ method: 'GET', path: '/quarantine' })
    .output(
      z.strictObject({
        entries: z.array(
          z.strictObject({
            quarantineId: z.uuid(),
            code: RefusalCode,
            deviceId: DeviceId.nullable(),
            batchId: z.uuid().nullable(),
            seq: z.int().nullable(),
            bytes: z.int(),
            times: z.int(),
            receivedAt: Instant,
            expiresAt: Instant,
          }),
        ),
      }),
    ),
};
