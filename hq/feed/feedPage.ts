import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type FeedReader, listFeedStretches, namesOf } from '#db/hub/feed.ts';
import { findHashAt, journalHead, readPositions, type StoredHubEvent } from '#db/hub/journal.ts';
import { ActorId, DeviceId, Sha256Hex } from '#shared/domain/identity.ts';
import { HubId } from '#shared/protocol/sync/batchManifest.ts';
import { feedEntryLine } from '#shared/protocol/sync/feedEntry.ts';
import {
  FEED_LIMITS,
  FEED_START,
  type FeedCursor,
  feedCursor,
  hashAt,
  positionOf,
} from '#shared/protocol/sync/feedPage.ts';
import { signStatement } from '#shared/protocol/sync/hubStatement.ts';
import { MINIMUM_PROTOCOL_VERSION, PROTOCOL_VERSION } from '#shared/protocol/sync/version.ts';
import { type HubContext, nowOf } from '../context.ts';
import { Refused } from '../intake/refusal.ts';

const pack = promisify(gzip);
/** Hashes do not pack; a higher level costs time and saves nothing on the rest. */
const PACK_LEVEL = 2;
/** What comes out at once: each piece is a way to another thread and back. */
const PACK_PIECE = 512 * 1024;
/** Read at once; a laptop's batch is one run. */
const RUNS_AT_ONCE = 64;
const POSITIONS_AT_ONCE = 500;

/**
 * Of other laptops. A complaint may be about a colleague who works at the laptop that would be told: its header goes, so
 * that the chain stays whole, and its content stays with headquarters and with who recorded it.
 */
const WITHHELD: ReadonlySet<string> = new Set(['complaintRecorded']);

/** What was gathered for one page. */
interface Gathered {
  readonly lines: readonly string[];
  readonly through: FeedCursor;
  readonly more: boolean;
  readonly headquartersActors: ReadonlySet<string>;
}

/** A page before it is packed. */
export interface FeedPageText {
  /** The signed first line, then one entry a line, each line with its end. */
  readonly text: string;
  readonly through: FeedCursor;
  readonly more: boolean;
}

/**
 * The text of a page: its signed first line, then one entry a line, each line with its end. It is as
 * large as `FEED_LIMITS` lets it be.
 * @throws Refused `cursorUnknown` where this journal is another than the one that the cursor is of
 */
export async function feedPageText(
  hub: HubContext,
  reader: FeedReader,
  after: FeedCursor,
): Promise<FeedPageText> {
  await assertOurs(hub, after);
  const { lines, through, more, headquartersActors } = await gather(hub, reader, after);
  const body = lines.map((line) => `${line}\n`).join('');
  const people = await namesOf(hub.db, [...headquartersActors].slice(0, FEED_LIMITS.people));
  const head = signStatement(hub.crypto, hub.privateKey, {
    format: 'rifada.feedPage',
    protocol: PROTOCOL_VERSION,
    minimumProtocol: MINIMUM_PROTOCOL_VERSION,
    hubId: HubId.parse(hub.hubId),
    deviceId: DeviceId.parse(reader.deviceId),
    after,
    through,
    entries: lines.length,
    digest: Sha256Hex.parse(createHash('sha256').update(body).digest('hex')),
    more,
    people: people.map(({ actorId, displayName }) => ({
      actorId: ActorId.parse(actorId),
      displayName,
    })),
    hubTime: nowOf(hub),
    stickRecipients: [...hub.stickKeys.recipients],
  });
  return { text: `${head}\n${body}`, through, more };
}

/** The same as it goes over the wire. @throws Refused */
export async function packedFeedPage(
  hub: HubContext,
  reader: FeedReader,
  after: FeedCursor,
): Promise<Uint8Array> {
  const { text } = await feedPageText(hub, reader, after);
  return pack(text, { level: PACK_LEVEL, chunkSize: PACK_PIECE });
}

async function assertOurs(hub: HubContext, after: FeedCursor): Promise<void> {
  if (after === FEED_START) return;
  if ((await findHashAt(hub.db, positionOf(after))) !== hashAt(after)) {
    throw new Refused('cursorUnknown');
  }
}

/**
 * The head is read first: what commits while the runs are read lies behind it, and is left for the next
 * page. A page with nothing left leads to the head, so that a quiet branch passes over what is not its own.
 */
async function gather(hub: HubContext, reader: FeedReader, after: FeedCursor): Promise<Gathered> {
  const head = await journalHead(hub.db);
  const lines: string[] = [];
  const headquartersActors = new Set<string>();
  let through = after;
  let characters = 0;
  for (;;) {
    const runs = await listFeedStretches(hub.db, reader, positionOf(through), RUNS_AT_ONCE);
    for (const run of runs) {
      if (run.first > head.position) break;
      for (let first = run.first; first <= run.last; first += POSITIONS_AT_ONCE) {
        const last = Math.min(run.last, first + POSITIONS_AT_ONCE - 1);
        for (const event of await readPositions(hub.db, first, last)) {
          const line = feedEntryLine(event, isWithheld(hub, event));
          const isFull =
            lines.length >= FEED_LIMITS.entries ||
            (lines.length > 0 && characters + line.length > FEED_LIMITS.characters);
          if (isFull) return { lines, through, more: true, headquartersActors };
          lines.push(line);
          characters += line.length;
          through = feedCursor(event.position, event.headerHash);
          if (event.header.deviceId === hub.hubId) headquartersActors.add(event.header.actorId);
        }
      }
    }
    if (runs.length < RUNS_AT_ONCE) break;
  }
  const atHead =
    head.headerHash === null || head.position <= positionOf(through)
      ? through
      : feedCursor(head.position, head.headerHash);
  return { lines, through: atHead, more: false, headquartersActors };
}

function isWithheld({ hubId }: HubContext, { header }: StoredHubEvent): boolean {
  return header.deviceId !== hubId && WITHHELD.has(header.kind);
}
