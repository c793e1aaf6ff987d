import { z } from 'zod';
import { ActorId, DeviceId, Instant, Sha256Hex } from '../../domain/identity.ts';
import { StickRecipients } from './ageRecipient.ts';
import { HubId } from './batchManifest.ts';

/**
 * Where a laptop stands in headquarters' journal: a position and the hash of the header that stands
 * there, so that a journal put back to an older copy is noticed; `0` before the first.
 */
export const FeedCursor = z
  .string()
  .regex(/^(0|[1-9]\d{0,14}\.[0-9a-f]{64})$/u)
  .brand<'FeedCursor'>();
export type FeedCursor = z.infer<typeof FeedCursor>;

export const FEED_START = FeedCursor.parse('0');

export function feedCursor(position: number, headerHash: string): FeedCursor {
  return FeedCursor.parse(`${position}.${headerHash}`);
}

export function positionOf(cursor: FeedCursor): number {
  return Number(cursor.split('.')[0]);
}

/** The hash of the header at the cursor's position; null at the start. */
export function hashAt(cursor: FeedCursor): string | null {
  return cursor.split('.')[1] ?? null;
}

/** What a laptop asks. @param epoch the present life of its journal, which it holds itself */
export function feedPath(after: FeedCursor, epoch: number): string {
  return `/sync/feed?after=${after}&epoch=${epoch}`;
}

/**
 * What a page may be at most. A laptop reads nothing larger, and headquarters ends a page where the
 * next entry would pass it; a single entry that is larger goes alone.
 */
export const FEED_LIMITS = {
  entries: 2_000,
  /** Characters of the entries, after which no further one is begun. */
  characters: 4 * 1024 * 1024,
  packedBytes: 8 * 1024 * 1024,
  unpackedBytes: 32 * 1024 * 1024,
  headCharacters: 256 * 1024,
  people: 500,
} as const;

/**
 * The first line of a page, signed as a statement: whose page it is, from where to where it leads, and
 * the hash of all its further lines. Each of those is one `FeedEntry`.
 */
export const FeedPage = z.looseObject({
  format: z.literal('rifada.feedPage'),
  protocol: z.int().min(1),
  minimumProtocol: z.int().min(1),
  hubId: HubId,
  deviceId: DeviceId,
  after: FeedCursor,
  /** Where the next page begins. It may lie behind the last entry: what lay between is not for this branch. */
  through: FeedCursor,
  entries: z.int().min(0).max(FEED_LIMITS.entries),
  /** SHA-256 over the lines after this one, each with its end of line. */
  digest: Sha256Hex,
  more: z.boolean(),
  /** Who at headquarters did what the entries say. */
  people: z
    .array(z.looseObject({ actorId: ActorId, displayName: z.string().max(120) }))
    .max(FEED_LIMITS.people),
  hubTime: Instant,
  /** The keys for sticks, for laptops that were taken in before there were any. */
  stickRecipients: StickRecipients.optional(),
});
export type FeedPage = z.infer<typeof FeedPage>;
