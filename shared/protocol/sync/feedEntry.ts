import { z } from 'zod';
import { Sha256Hex } from '../../domain/identity.ts';
import type { Crypto } from '../../ports.ts';
import { base64UrlOf } from '../bytes.ts';
import { canonicalText, headerText } from '../chain.ts';
import { provenEvent, type ReceivedEvent } from './batch.ts';
import { BatchEvent, lineOf, type WireHeader } from './batchEvent.ts';
import { type EventText, eventTextOf, plainEventText } from './eventText.ts';
import { readCanonical } from './readCanonical.ts';
import { BATCH_LIMITS } from './version.ts';

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

/** An entry as a laptop takes it: checked, with the header's own text, over which its hash was made. */
export interface ReceivedEntry {
  readonly position: number;
  readonly header: WireHeader;
  readonly headerText: string;
  readonly headerHash: Sha256Hex;
  readonly salt: Uint8Array | null;
  /** The payload's canonical text. */
  readonly payload: string | null;
}

/** The line of an entry, without its end of line. @param withheld only the header goes */
export function feedEntryLine(
  { position, header, headerHash, salt, payload }: ReceivedEvent & { readonly position: number },
  withheld: boolean,
): string {
  const isPlain = Object.keys(header).length === PLAIN_FIELDS;
  const text = isPlain ? headerText(header) : canonicalText(header);
  const event = lineOf(
    text,
    withheld ? null : payload,
    withheld || salt === null ? null : base64UrlOf(salt),
  );
  return `{"event":${event},"headerHash":"${headerHash}","position":${position}}`;
}

/** Fields of a header of this version; one of a later version has more. */
const PLAIN_FIELDS = 13;

/**
 * Reads and checks one line: canonical bytes, the header's hash, the payload's salted hash.
 * @returns null for a line of which any of this does not hold
 */
export function readFeedEntry(crypto: Crypto, line: string): ReceivedEntry | null {
  if (line.length > BATCH_LIMITS.lineCharacters + 4_000) return null;
  const entry = plainEntry(line) ?? anyEntry(line);
  if (entry === null) return null;
  const proven = provenEvent(crypto, entry.event);
  if (typeof proven === 'string' || proven.headerHash !== entry.headerHash) return null;
  return { ...proven, position: entry.position, headerText: entry.event.headerText };
}

interface EntryText {
  readonly position: number;
  readonly headerHash: string;
  readonly event: EventText;
}

const EVENT_KEY = '{"event":';
const TAIL = /,"headerHash":"([0-9a-f]{64})","position":([1-9]\d{0,15})\}$/u;
const LONGEST_TAIL = 120;
/** An event as large as may be, and what stands around it. */
const LINE_LIMITS = { depth: BATCH_LIMITS.depth + 1, members: BATCH_LIMITS.members + 3 };

/** For what headquarters of this version writes, as `plainEventText`. */
function plainEntry(line: string): EntryText | null {
  const tail = TAIL.exec(line.slice(-LONGEST_TAIL));
  if (tail === null || !line.startsWith(EVENT_KEY)) return null;
  const event = plainEventText(line.slice(EVENT_KEY.length, -tail[0].length));
  const position = Number(tail[2]);
  if (event === null || !Number.isSafeInteger(position)) return null;
  return { position, headerHash: tail[1] ?? '', event };
}

/** The entry, and its event as it stands in the line: a schema drops fields of later versions. */
function anyEntry(line: string): EntryText | null {
  const reading = readCanonical(line, LINE_LIMITS);
  if (!reading.ok) return null;
  const parsed = FeedEntry.safeParse(reading.value);
  const raw = RawEntry.safeParse(reading.value);
  const event = raw.success ? eventTextOf(raw.data.event) : 'malformed';
  if (!parsed.success || typeof event === 'string') return null;
  const { position, headerHash } = parsed.data;
  return { position, headerHash, event };
}

const RawEntry = z.looseObject({ event: z.unknown() });
