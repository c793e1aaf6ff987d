import { z } from 'zod';
import { EventHeader } from '#shared/domain/case/caseEvent.ts';
import {
  ActorId,
  Base64Url,
  CaseId,
  DeviceId,
  Instant,
  Sha256Hex,
} from '#shared/domain/identity.ts';

/** One event with all that proves it: header, salt and payload, as they stand in the journal. */
export const ExportedEvent = z.strictObject({
  header: EventHeader,
  headerHash: Sha256Hex,
  salt: Base64Url,
  payload: z.record(z.string(), z.unknown()),
});
export type ExportedEvent = z.infer<typeof ExportedEvent>;

/**
 * A case on its own, to be checked without a database (`npm run verify -- FILE`): its events with
 * salts and headers, and the public keys of the devices and people who signed.
 */
export const CaseExport = z.strictObject({
  format: z.literal('rifada.case.1'),
  caseId: CaseId,
  exportedAt: Instant,
  events: z.array(ExportedEvent).min(1),
  devices: z.record(DeviceId, Base64Url),
  people: z.record(
    ActorId,
    z.strictObject({
      displayName: z.string(),
      publicKey: Base64Url,
      /** Keys that this person signed with before; a forgotten password ends one. */
      earlierKeys: z.array(Base64Url).max(100),
    }),
  ),
});
export type CaseExport = z.infer<typeof CaseExport>;
