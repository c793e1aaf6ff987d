import { z } from 'zod';
import { Sha256Hex } from '../../domain/identity.ts';
import type { Crypto } from '../../ports.ts';
import { base64UrlOf, bytesOfBase64Url } from '../bytes.ts';
import { canonicalText, payloadTextHash, sha256HexOf } from '../chain.ts';
import { partsOf, type ReceivedEvent } from './batch.ts';
import { BatchEvent, headerText, lineOf, type WireHeader } from './batchEvent.ts';
import { isPlainEvent } from './plainEvent.ts';
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
  const reading = readCanonical(line, BATCH_LIMITS);
  const read = reading.ok ? entryIn(reading.value) : null;
  if (read === null) return null;
  const { position, headerHash, event } = read.entry;
  if ((event.payload === null) !== (event.salt === null)) return null;
  try {
    const parts = textsOf(line, read.raw, read.entry);
    if (sha256HexOf(crypto.sha256Text(parts.header)) !== headerHash) return null;
    const entry = { position, header: event.header, headerText: parts.header, headerHash };
    if (event.salt === null) return { ...entry, salt: null, payload: null };
    const salt = bytesOfBase64Url(event.salt);
    const { payload } = parts;
    if (payloadTextHash(crypto, salt, payload) !== event.header.payloadHash) return null;
    return { ...entry, salt, payload };
  } catch {
    // Half a character, or left-over bits in the salt: nothing that headquarters writes.
    return null;
  }
}

type RawEvent = { readonly header?: unknown; readonly payload?: unknown };

/** The entry, and its event as it stands in the line: a schema drops fields of later versions. */
function entryIn(value: unknown): { readonly entry: FeedEntry; readonly raw: RawEvent } | null {
  if (isPlainEntry(value)) return { entry: value, raw: value.event };
  const parsed = FeedEntry.safeParse(value);
  return parsed.success ? { entry: parsed.data, raw: RawEntry.parse(value).event } : null;
}

const ENTRY_FIELDS = 3;
const HASH = /^[0-9a-f]{64}$/u;

function isPlainEntry(value: unknown): value is FeedEntry {
  if (typeof value !== 'object' || value === null) return false;
  if (!('position' in value && 'headerHash' in value && 'event' in value)) return false;
  const { position, headerHash, event } = value;
  return (
    Object.keys(value).length === ENTRY_FIELDS &&
    typeof position === 'number' &&
    Number.isSafeInteger(position) &&
    position >= 1 &&
    typeof headerHash === 'string' &&
    HASH.test(headerHash) &&
    isPlainEvent(event)
  );
}

/** The texts of header and payload, cut out of the line where it has no field of a later version. */
function textsOf(
  line: string,
  raw: RawEvent,
  { position, headerHash, event }: FeedEntry,
): { readonly header: string; readonly payload: string } {
  const tail = `,"headerHash":"${headerHash}","position":${position}}`;
  return line.endsWith(tail) && line.startsWith(EVENT_KEY)
    ? partsOf(line.slice(EVENT_KEY.length, -tail.length), raw.header, event.salt)
    : { header: canonicalText(raw.header), payload: canonicalText(raw.payload) };
}

const EVENT_KEY = '{"event":';

/** As it stands in the line: parsing by its schema would drop fields of later versions. */
const RawEntry = z.looseObject({
  event: z.looseObject({ header: z.unknown(), payload: z.unknown() }),
});
