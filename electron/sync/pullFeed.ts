import { setImmediate as nextTurn } from 'node:timers/promises';
import { FeedFault } from '#db/desk/feedChains.ts';
import { readFeedHead } from '#db/desk/feedEvents.ts';
import { findHubLink, putHubLink } from '#db/desk/hubLink.ts';
import { putKnownPerson } from '#db/desk/knownPeople.ts';
import { listPublishedDocuments } from '#db/desk/publishedReference.ts';
import { type DeskStore, writeDesk } from '#db/desk/store.ts';
import { beginFeed, type FeedIntake, rewindFeed } from '#db/desk/takeFeed.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import type { SyncSituation } from '#shared/contracts/sync.ts';
import { type ReceivedEntry, readFeedEntry } from '#shared/protocol/sync/feedEntry.ts';
import {
  type FeedCursor,
  type FeedPage,
  feedCursor,
  positionOf,
} from '#shared/protocol/sync/feedPage.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/sync/version.ts';
import { askFeed, type FeedReply, type SignedPage } from './feedClient.ts';
import type { HubAddress } from './hubClient.ts';
import { situationOfRefusal, situationOfReply } from './situations.ts';

export interface PullResult {
  readonly situation: SyncSituation;
  /** Events that were new. */
  readonly received: number;
  readonly bytes: number;
  /** Headquarters' clock at the last answer, in milliseconds; null where none said it. */
  readonly hubTimeMs: number | null;
}

export interface PullRun {
  readonly desk: OpenDesk;
  readonly hub: HubAddress & { readonly hubId: string };
  /** This laptop's clock less headquarters', in milliseconds, as last measured. */
  readonly clockSkewMs: number;
  readonly isOpen: () => boolean;
  readonly signal: AbortSignal;
  /** Events that came so far. */
  readonly onProgress: (received: number) => void;
}

/** The desk's thread is held no longer than about this between two turns. */
const SLICE_MS = 8;
const FEWEST = 8;
const MOST = 400;
/** Read and checked between two turns: under 10 ms. */
const CHECKED_AT_ONCE = 80;

/** So many entries were taken in one slice last; kept over runs, as machines are. */
let comfortable = 40;

/**
 * Reads headquarters' journal from the cursor to its end, page by page; while one is taken in the next
 * travels. A page is taken in stretches, each with its cursor: wherever it is cut off, it goes on from
 * there, and a save never waits longer than for one of them. The page is one commit, or as many as there
 * were saves meanwhile.
 */
export async function pullFeed(run: PullRun): Promise<PullResult> {
  const { desk, hub, isOpen, signal } = run;
  const { store, device } = desk;
  let { clockSkewMs } = run;
  let received = 0;
  let bytes = 0;
  let hubTimeMs: number | null = null;
  let rewound = false;
  const ended = (situation: SyncSituation): PullResult => ({
    situation,
    received,
    bytes,
    hubTimeMs,
  });
  const ask = (after: FeedCursor): Promise<FeedReply> =>
    askFeed(
      hub,
      {
        crypto: store.crypto,
        clock: store.clock,
        deviceId: device.deviceId,
        privateKey: device.privateKey,
        clockSkewMs,
      },
      { after, epoch: device.epoch },
      signal,
    );

  let asked = ask(readFeedHead(store.reader).cursor);
  for (;;) {
    const reply = await asked;
    if (!isOpen()) return ended('locked');
    if (reply.kind !== 'page') {
      if (reply.kind !== 'statement') return ended(situationOfReply(reply.kind));
      if (reply.statement.format !== 'rifada.refusal') return ended('captivePortal');
      const { code, hubTime } = reply.statement;
      hubTimeMs = Date.parse(hubTime);
      const skew = store.clock.now() - hubTimeMs;
      if (code === 'clockSkew' && Math.abs(skew - clockSkewMs) > 1_000) {
        // The clocks have parted since they were last compared: it has just said by how much.
        clockSkewMs = skew;
        asked = ask(readFeedHead(store.reader).cursor);
        continue;
      }
      if (code === 'cursorUnknown' && !rewound) {
        rewound = true;
        writeDesk(store, rewindFeed);
        asked = ask(readFeedHead(store.reader).cursor);
        continue;
      }
      return ended(situationOfRefusal(code) ?? 'feedBroken');
    }
    const { page } = reply;
    bytes += reply.bytes;
    hubTimeMs = Date.parse(page.hubTime);
    takeStickKeys(store, page.stickRecipients);
    if (page.minimumProtocol > PROTOCOL_VERSION) return ended('protocolTooOld');
    const goesOn = page.more && positionOf(page.through) > positionOf(page.after);
    asked = goesOn ? ask(page.through) : asked;
    const outcome = await takePage(run, reply, (taken) => {
      received += taken;
      run.onProgress(received);
    });
    if (outcome !== null || !goesOn) {
      if (goesOn) await asked;
      return ended(outcome ?? 'allSent');
    }
  }
}

/** Signed by the key that was pinned: the keys for sticks may have come later, or have changed. */
function takeStickKeys(store: DeskStore, stickRecipients: FeedPage['stickRecipients']): void {
  const link = findHubLink(store.reader);
  if (stickRecipients === undefined || link === null) return;
  if (JSON.stringify(link.stickRecipients) === JSON.stringify(stickRecipients)) return;
  writeDesk(store, (writer) => putHubLink(writer, { ...link, stickRecipients }));
}

type PageRun = Pick<PullRun, 'desk' | 'isOpen'> & { readonly hub: { readonly hubId: string } };

/**
 * Takes a page in that goes on from where the laptop stands, stretch by stretch. Null when all of it is
 * here.
 */
export async function takePage(
  { desk, hub, isOpen }: PageRun,
  { page, lines }: Pick<SignedPage, 'page' | 'lines'>,
  onTaken: (taken: number) => void,
): Promise<SyncSituation | null> {
  const { store } = desk;
  if (lines.length !== page.entries) return 'feedBroken';
  const readAt = new Date(store.clock.now()).toISOString();
  writeDesk(store, (writer) => {
    for (const { actorId, displayName } of page.people) {
      const since = page.hubTime;
      putKnownPerson(writer, {
        actorId,
        displayName,
        publicKey: '',
        atHeadquarters: true,
        since,
      });
    }
  });
  const intake = beginFeed(store);
  const outcome = await takeLines({ desk, hub, isOpen }, intake, { page, lines }, readAt, onTaken);
  // Of a desk that was locked meanwhile nothing is to be touched: what was not yet kept comes again.
  if (!isOpen()) return 'locked';
  return intake.finish() === null ? outcome : 'locked';
}

async function takeLines(
  { desk, hub, isOpen }: PageRun,
  intake: FeedIntake,
  { page, lines }: Pick<SignedPage, 'page' | 'lines'>,
  readAt: string,
  onTaken: (taken: number) => void,
): Promise<SyncSituation | null> {
  const { store } = desk;
  let from = 0;
  let position = positionOf(page.after);
  do {
    const slice = lines.slice(from, from + comfortable);
    from += slice.length;
    const entries: ReceivedEntry[] = [];
    for (let read = 0; read < slice.length; read += CHECKED_AT_ONCE) {
      const after = entries.at(-1)?.position ?? position;
      const some = slice.slice(read, read + CHECKED_AT_ONCE);
      const checked = readSlice(store, some, after, positionOf(page.through));
      if (checked === null) return 'feedBroken';
      entries.push(...checked);
      await nextTurn();
      if (!isOpen()) return 'locked';
    }
    const last = entries.at(-1);
    position = last?.position ?? position;
    const through =
      from >= lines.length || last === undefined
        ? page.through
        : feedCursor(last.position, last.headerHash);
    try {
      const result = intake.take({ entries, through, readAt, hubId: hub.hubId });
      if (!result.ok) return 'locked';
      if (entries.some(({ header }) => header.kind === 'referencePublished')) {
        desk.reference.take(listPublishedDocuments(store.reader));
      }
      onTaken(result.taken);
      adapt(result.workedMs, slice.length);
    } catch (error) {
      if (error instanceof FeedFault) return 'feedBroken';
      throw error;
    }
    await nextTurn();
    if (!isOpen()) return 'locked';
  } while (from < lines.length);
  return null;
}

/** Null where a line is none of headquarters' form, or stands out of its order. */
function readSlice(
  { crypto }: DeskStore,
  lines: readonly string[],
  after: number,
  through: number,
): readonly ReceivedEntry[] | null {
  const entries: ReceivedEntry[] = [];
  let position = after;
  for (const line of lines) {
    const entry = readFeedEntry(crypto, line);
    if (entry === null || entry.position <= position || entry.position > through) return null;
    position = entry.position;
    entries.push(entry);
  }
  return entries;
}

function adapt(tookMs: number, entries: number): void {
  if (tookMs > SLICE_MS * 1.5) comfortable = Math.max(FEWEST, Math.floor(comfortable * 0.7));
  else if (tookMs < SLICE_MS && entries >= comfortable) {
    comfortable = Math.min(MOST, comfortable + 16);
  }
}
