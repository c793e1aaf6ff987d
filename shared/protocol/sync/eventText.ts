import { z } from 'zod';
import { canonicalText } from '../chain.ts';
import { BatchEvent, type WireHeader } from './batchEvent.ts';
import { type CanonicalFault, readCanonical } from './readCanonical.ts';
import { BATCH_LIMITS } from './version.ts';

/** An event as its text says it, header and payload as they stand in it: over these texts its hashes are made. */
export interface EventText {
  readonly header: WireHeader;
  readonly headerText: string;
  /** Canonical; null where it was destroyed or is withheld. */
  readonly payload: string | null;
  /** Base64url, null where there is no payload. */
  readonly salt: string | null;
}

/** Reads the canonical text of an event, as `lineOf` writes it; of a later version's header all fields are kept. */
export function readEventText(text: string): EventText | CanonicalFault {
  return plainEventText(text) ?? anyEventText(text);
}

/** By its schema, whatever its header has. */
export function anyEventText(text: string): EventText | CanonicalFault {
  const reading = readCanonical(text, BATCH_LIMITS);
  return reading.ok ? eventTextOf(reading.value) : reading.fault;
}

/** The same from what was read already. */
export function eventTextOf(value: unknown): EventText | CanonicalFault {
  const parsed = BatchEvent.safeParse(value);
  const raw = RawEvent.safeParse(value);
  if (!parsed.success || !raw.success) return 'malformed';
  const { header, payload, salt } = parsed.data;
  if ((payload === null) !== (salt === null)) return 'malformed';
  try {
    return {
      header,
      headerText: canonicalText(raw.data.header),
      payload: payload === null ? null : canonicalText(raw.data.payload),
      salt,
    };
  } catch {
    // Half a character.
    return 'malformed';
  }
}

/** As it was read: parsing by the schema orders keys otherwise. */
const RawEvent = z.looseObject({ header: z.unknown(), payload: z.unknown() });

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';
const HASH = '[0-9a-f]{64}';
const COUNT = String.raw`[1-9]\d{0,15}`;
/** Printable ASCII that JSON writes as it is. */
const PLAIN = String.raw`[ !#-\[\]-~]`;
const quoted = (pattern: string) => `"(${pattern})"`;
const orNull = (pattern: string) => `(?:null|${quoted(pattern)})`;

/** The header of this version's events to the letter, in the order of its keys, and the way to the payload. */
const HEAD = new RegExp(
  String.raw`^\{"header":(\{"actorId":${quoted(UUID)},"at":${quoted('[^"]{20,40}')},` +
    String.raw`"base":${orNull(UUID)},"caseId":${orNull(UUID)},"deviceId":${quoted(UUID)},` +
    String.raw`"epoch":(${COUNT}),"eventId":${quoted(UUID)},"formVersion":${orNull(`${PLAIN}{0,100}`)},` +
    String.raw`"hlc":${quoted(String.raw`\d{15}-\d{5}`)},"kind":${quoted(`${PLAIN}{0,40}`)},` +
    String.raw`"payloadHash":${quoted(HASH)},"previousHash":${quoted(HASH)},"seq":(${COUNT})\}),"payload":`,
  'u',
);
const INSTANT = z.core.regexes.datetime({ precision: 3 });
const SALT = /^[A-Za-z0-9_-]{22}$/u;
const NO_SALT = ',"salt":null}';
const SALT_BEFORE = ',"salt":"';
const SALT_AFTER = '"}';
const SALT_CHARACTERS = 22;
/** Around a payload stand two brackets and sixteen members: those of the event and of its header. */
const PAYLOAD_LIMITS = { depth: BATCH_LIMITS.depth - 1, members: BATCH_LIMITS.members - 16 };

/**
 * The same at a fraction of the cost, for what this version writes: what it reads, `anyEventText` reads to
 * the same effect. Null for all else.
 */
export function plainEventText(text: string): EventText | null {
  const match = HEAD.exec(text);
  if (match === null) return null;
  const [head, headerText = '', actorId, at = '', base, caseId, deviceId, epochText, eventId] =
    match;
  const [formVersion, hlc, kind, payloadHash, previousHash, seqText] = match.slice(9);
  const [epoch, seq] = [Number(epochText), Number(seqText)];
  if (!Number.isSafeInteger(epoch) || !Number.isSafeInteger(seq) || !INSTANT.test(at)) return null;
  const header = {
    actorId,
    at,
    base: base ?? null,
    caseId: caseId ?? null,
    deviceId,
    epoch,
    eventId,
    formVersion: formVersion ?? null,
    hlc,
    kind,
    payloadHash,
    previousHash,
    seq,
  } as WireHeader;
  if (text.endsWith(NO_SALT)) {
    const isEmpty = text.length === head.length + 'null'.length + NO_SALT.length;
    return isEmpty && text.startsWith('null', head.length)
      ? { header, headerText, payload: null, salt: null }
      : null;
  }
  const saltAt = text.length - SALT_AFTER.length - SALT_CHARACTERS;
  const salt = text.slice(saltAt, -SALT_AFTER.length);
  const payload = text.slice(head.length, saltAt - SALT_BEFORE.length);
  const isWhole =
    text.endsWith(SALT_AFTER) &&
    text.startsWith(SALT_BEFORE, saltAt - SALT_BEFORE.length) &&
    SALT.test(salt) &&
    payload.startsWith('{');
  return isWhole && readCanonical(payload, PAYLOAD_LIMITS).ok
    ? { header, headerText, payload, salt }
    : null;
}
