import { z } from 'zod';
import { Instant } from '../../domain/identity.ts';
import { BatchId } from './batchManifest.ts';

/** Every reason for which headquarters does not take what was sent. */
export const RefusalCode = z.enum([
  'malformed',
  'notCanonical',
  'tooLarge',
  'tooMany',
  'protocolTooOld',
  'protocolTooNew',
  'wrongRecipient',
  'deviceUnknown',
  'deviceRevoked',
  'signatureWrong',
  'clockSkew',
  'chainBroken',
  'payloadHashWrong',
  'sequenceGap',
  'batchConflict',
  'eventConflict',
  'attachmentHashWrong',
  /** No scan of the laptop's branch names these bytes: it was removed, or its event was withheld. */
  'attachmentUnknown',
  /** Headquarters was put back to an older copy, and its journal is another than the laptop read. */
  'cursorUnknown',
  'unavailable',
]);
export type RefusalCode = z.infer<typeof RefusalCode>;

export const Refusal = z.looseObject({
  format: z.literal('rifada.refusal'),
  code: RefusalCode,
  /** Headquarters' clock, so that a laptop can measure its own. */
  hubTime: Instant,
  batchId: BatchId.nullable(),
  /** The event that is at fault, where one is. */
  seq: z.int().min(1).nullable(),
  /** The sequence that headquarters expects next from this device, where that helps. */
  expectedSeq: z.int().min(1).nullable(),
  /** Where the bytes are kept for a person at headquarters to look at; null where they are not. */
  quarantineId: z.uuid().nullable(),
  minimumProtocol: z.int().min(1),
});
export type Refusal = z.infer<typeof Refusal>;
