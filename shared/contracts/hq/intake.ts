import { z } from 'zod';
import { Language } from '#shared/domain/case/vocabulary.ts';
import { DeviceId, Instant } from '#shared/domain/identity.ts';
import { RefusalCode } from '#shared/protocol/sync/refusal.ts';
import { BATCH_LIMITS } from '#shared/protocol/sync/version.ts';
import { hqPermitted } from './base.ts';
import { ImportCounts } from './imports.ts';

export const hqIntakeContract = {
  /** The number of the copy of a batch's acknowledgement (N11) that is printed now. */
  printAcknowledgement: hqPermitted('batches.read')
    .route({ method: 'POST', path: '/batches/{batchId}/acknowledgement' })
    .input(z.strictObject({ batchId: z.uuid(), language: Language }))
    .output(z.strictObject({ copy: z.int() })),
  /** Batches that were taken in, the latest first, or one of them; and how many there are of all. */
  batches: hqPermitted('batches.read')
    .route({ method: 'GET', path: '/batches' })
    .input(
      z.strictObject({
        batchId: z.uuid().optional(),
        limit: z.coerce.number().int().min(1).max(1_000).default(200),
      }),
    )
    .output(
      z.strictObject({
        total: z.int(),
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
            /** Of which laptop, and who works at it. */
            lane: z.string(),
            people: z.array(z.string()),
            /** Its cases by where they stand. */
            counts: ImportCounts,
          }),
        ),
        /** What came before what must come first, and waits for it. */
        gaps: z.array(
          z.strictObject({
            deviceId: DeviceId,
            branchCode: z.string(),
            branchName: z.string(),
            /** Numbers of the batches that are missing; empty where they are not known. */
            missing: z.array(z.int()),
            arrived: z.int(),
            receivedAt: Instant,
            lastContactAt: Instant.nullable(),
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
  /** The bytes of one as they came, piece by piece; who takes them is written into headquarters' journal. */
  refusedBytes: hqPermitted('quarantine.take')
    .route({ method: 'POST', path: '/quarantine/{quarantineId}/bytes' })
    .input(
      z.strictObject({
        quarantineId: z.uuid(),
        offset: z.int().min(0).max(BATCH_LIMITS.packedBytes),
      }),
    )
    .output(z.strictObject({ fileName: z.string(), size: z.int(), data: z.string() })),
};
