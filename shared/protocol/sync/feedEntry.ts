import { z } from 'zod';
import { Sha256Hex } from '../../domain/identity.ts';
import { BatchEvent } from './batchEvent.ts';

/**
 * One event on its way down: of another laptop of the branch, or of headquarters itself. `position`
 * counts headquarters' journal in the order of its commits, so that a cursor never passes an event
 * that comes later. The content may be withheld until its day: then salt and payload are null.
 */
export const FeedEntry = z.looseObject({
  position: z.int().min(1),
  headerHash: Sha256Hex,
  event: BatchEvent,
});
export type FeedEntry = z.infer<typeof FeedEntry>;
