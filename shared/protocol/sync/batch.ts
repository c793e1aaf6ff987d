import { z } from 'zod';
import { Base64Url, type Sha256Hex } from '../../domain/identity.ts';
import type { Crypto } from '../../ports.ts';
import { base64UrlOf, bytesOfBase64Url, utf8Bytes } from '../bytes.ts';
import { canonicalText, payloadTextHash, textHash } from '../chain.ts';
import type { WireHeader } from './batchEvent.ts';
import { BatchManifest } from './batchManifest.ts';
import { type EventText, readEventText } from './eventText.ts';
import { type CanonicalFault, readCanonical } from './readCanonical.ts';
import type { RefusalCode } from './refusal.ts';
import { BATCH_LIMITS, MINIMUM_PROTOCOL_VERSION, PROTOCOL_VERSION } from './version.ts';

/** The first line of a batch; every further line is one event. */
export const BatchHead = z.strictObject({
  manifest: BatchManifest,
  signature: Base64Url.length(86),
});
export type BatchHead = z.infer<typeof BatchHead>;

/** SHA-256 over the manifest's canonical bytes: equal for equal batches only. */
export function batchDigest(crypto: Crypto, manifest: BatchManifest): Sha256Hex {
  return textHash(crypto, canonicalText(manifest));
}

/** The first line, without its end of line. @param privateKey the device's, raw Ed25519 */
export function batchHeadLine(
  crypto: Crypto,
  privateKey: Uint8Array,
  manifest: BatchManifest,
): string {
  const text = canonicalText(manifest);
  const signature = base64UrlOf(crypto.sign(privateKey, utf8Bytes(text)));
  return `{"manifest":${text},"signature":"${signature}"}`;
}

/** An event of a batch with all that proves it, checked. */
export interface ReceivedEvent {
  readonly header: WireHeader;
  readonly headerHash: Sha256Hex;
  readonly salt: Uint8Array | null;
  /** The payload's canonical text. */
  readonly payload: string | null;
}

export interface BatchFault {
  readonly code: RefusalCode;
  /** The event at fault, where it is one. */
  readonly seq: number | null;
}

/** A batch whose first line was read and whose events were not yet. */
export interface OpenedBatch extends BatchHead {
  readonly manifestText: string;
  readonly eventLines: string;
}

export type BatchOpening =
  | { readonly ok: true; readonly batch: OpenedBatch }
  | { readonly ok: false; readonly fault: BatchFault; readonly head: BatchHead | null };

const whole = (code: RefusalCode): BatchFault => ({ code, seq: null });

/** Reads the first line only: whose batch it says to be, and of which version. */
export function openBatch(text: string): BatchOpening {
  const end = text.indexOf('\n');
  const line = end < 0 ? text : text.slice(0, end);
  if (line.length > BATCH_LIMITS.lineCharacters) return refused('tooLarge');
  const reading = readCanonical(line, BATCH_LIMITS);
  if (!reading.ok) return refused(codeOf(reading.fault));
  const protocol = VersionOnly.safeParse(reading.value);
  if (!protocol.success) return refused('malformed');
  const version = protocol.data.manifest.protocol;
  if (version < MINIMUM_PROTOCOL_VERSION) return refused('protocolTooOld');
  if (version > PROTOCOL_VERSION) return refused('protocolTooNew');
  const parsed = BatchHead.safeParse(reading.value);
  if (!parsed.success) return refused('malformed');
  if (end < 0 || !text.endsWith('\n')) return { ...refused('malformed'), head: parsed.data };
  const { manifest, signature } = parsed.data;
  const batch = {
    manifest,
    signature,
    manifestText: canonicalText(manifest),
    eventLines: text.slice(end + 1, -1),
  };
  return { ok: true, batch };

  function refused(code: RefusalCode) {
    return { ok: false, fault: whole(code), head: null } as const;
  }
}

/** Read before all else, so that a batch of another version is told so and not called malformed. */
const VersionOnly = z.looseObject({ manifest: z.looseObject({ protocol: z.int() }) });

export function batchSignatureHolds(
  crypto: Crypto,
  publicKey: Uint8Array,
  { manifestText, signature }: OpenedBatch,
): boolean {
  try {
    return crypto.verify(publicKey, utf8Bytes(manifestText), bytesOfBase64Url(signature));
  } catch {
    return false;
  }
}

export type BatchReading =
  | { readonly ok: true; readonly events: readonly ReceivedEvent[] }
  | { readonly ok: false; readonly fault: BatchFault };

/**
 * Reads and checks the events against the manifest: canonical bytes, one device and epoch, sequence
 * without gap, each header's link to the one before, each payload's salted hash, and the end of the
 * chain that was signed.
 */
export function readBatchEvents(crypto: Crypto, batch: OpenedBatch): BatchReading {
  const { manifest, eventLines } = batch;
  const count = manifest.lastSeq - manifest.firstSeq + 1;
  if (count < 1) return { ok: false, fault: whole('malformed') };
  if (count > BATCH_LIMITS.events) return { ok: false, fault: whole('tooLarge') };
  const lines = eventLines.split('\n', count + 1);
  if (lines.length !== count) return { ok: false, fault: whole('malformed') };
  const withheld = new Set(manifest.withheld);
  const events: ReceivedEvent[] = [];
  let previous = manifest.hashBefore;
  for (const [index, line] of lines.entries()) {
    const seq = manifest.firstSeq + index;
    const read = readEventLine(crypto, line);
    if (typeof read === 'string') return { ok: false, fault: { code: read, seq } };
    const { header } = read;
    if (
      header.deviceId !== manifest.deviceId ||
      header.epoch !== manifest.epoch ||
      header.seq !== seq ||
      header.previousHash !== previous ||
      (withheld.has(seq) && read.payload !== null)
    ) {
      return { ok: false, fault: { code: 'chainBroken', seq } };
    }
    previous = read.headerHash;
    events.push(read);
  }
  if (previous !== manifest.hashAfter) return { ok: false, fault: whole('chainBroken') };
  return { ok: true, events };
}

/**
 * Reads one line of a batch, or of a copy: canonical bytes, the header with its hash, and the payload
 * against its salted hash.
 */
export function readEventLine(crypto: Crypto, line: string): ReceivedEvent | RefusalCode {
  if (line.length > BATCH_LIMITS.lineCharacters) return 'tooLarge';
  const event = readEventText(line);
  return typeof event === 'string' ? codeOf(event) : provenEvent(crypto, event);
}

/** An event with its hashes: the header's made, the payload's compared with what the header says. */
export function provenEvent(
  crypto: Crypto,
  { header, headerText, payload, salt }: EventText,
): ReceivedEvent | 'malformed' | 'payloadHashWrong' {
  try {
    const headerHash = textHash(crypto, headerText);
    if (payload === null || salt === null) {
      return { header, headerHash, salt: null, payload: null };
    }
    const saltBytes = bytesOfBase64Url(salt);
    if (payloadTextHash(crypto, saltBytes, payload) !== header.payloadHash) {
      return 'payloadHashWrong';
    }
    return { header, headerHash, salt: saltBytes, payload };
  } catch {
    // Half a character, or left-over bits in the salt: nothing that a laptop of ours writes.
    return 'malformed';
  }
}

function codeOf(fault: CanonicalFault): RefusalCode {
  return fault === 'tooDeep' || fault === 'tooMany' ? 'tooLarge' : fault;
}
