import canonicalize from 'canonicalize';
import type { EventHeader } from '../domain/case/caseEvent.ts';
import { Sha256Hex } from '../domain/identity.ts';
import type { Crypto } from '../ports.ts';
import { utf8Bytes } from './bytes.ts';

/** What stands before the first event of an epoch. */
export const BEFORE_FIRST = Sha256Hex.parse('0'.repeat(64));

/** Random bytes mixed into a payload's hash, so that a destroyed payload cannot be guessed from it. */
export const SALT_LENGTH = 16;

/**
 * The one text of a JSON value (RFC 8785).
 * @throws Error on what JSON cannot hold: NaN, infinity, cycles, lone surrogates, `undefined`
 */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new RangeError('nothing to write');
  return text;
}

/** UTF-8 of `canonicalText`: the bytes that are hashed and signed. */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8Bytes(canonicalText(value));
}

/** SHA-256 over salt and the payload's canonical bytes. */
export function payloadHash(crypto: Crypto, salt: Uint8Array, payload: unknown): Sha256Hex {
  return payloadTextHash(crypto, salt, canonicalText(payload));
}

/** The same for a payload that is at hand as its canonical text. */
export function payloadTextHash(crypto: Crypto, salt: Uint8Array, canonical: string): Sha256Hex {
  return textHash(crypto, canonical, salt);
}

/** SHA-256 over the header's canonical bytes; the next header carries it as `previousHash`. */
export function headerHash(crypto: Crypto, header: EventHeader): Sha256Hex {
  return textHash(crypto, headerText(header));
}

/**
 * The canonical text of a header of our own: its keys in their order, and in its values nothing that
 * JSON.stringify would write otherwise than RFC 8785 does.
 */
export function headerText(header: EventHeader): string {
  return JSON.stringify({
    actorId: header.actorId,
    at: header.at,
    base: header.base,
    caseId: header.caseId,
    deviceId: header.deviceId,
    epoch: header.epoch,
    eventId: header.eventId,
    formVersion: header.formVersion,
    hlc: header.hlc,
    kind: header.kind,
    payloadHash: header.payloadHash,
    previousHash: header.previousHash,
    seq: header.seq,
  } satisfies Record<keyof EventHeader, unknown>);
}

/**
 * SHA-256 over a text's UTF-8, behind these bytes where there are any: of its form by its making.
 * @throws RangeError on a lone surrogate
 */
export function textHash(crypto: Crypto, text: string, before?: Uint8Array): Sha256Hex {
  return crypto.sha256Text(text, before) as Sha256Hex;
}

/** An event as it lies in a journal. Salt and payload are null once the payload was destroyed. */
export interface ChainRow {
  readonly header: EventHeader;
  readonly headerHash: string;
  readonly salt: Uint8Array | null;
  /** The payload's canonical text. */
  readonly payload: string | null;
}

/** Where a checked stretch of a chain ends. */
export interface ChainTail {
  readonly epoch: number;
  readonly seq: number;
  readonly headerHash: string;
}

export type ChainFault =
  | 'deviceChanged'
  | 'sequenceBroken'
  | 'previousHashWrong'
  | 'headerHashWrong'
  | 'payloadHashWrong'
  | 'payloadHalfDestroyed';

export type ChainVerdict =
  | { readonly ok: true; readonly checked: number; readonly tail: ChainTail | null }
  | {
      readonly ok: false;
      readonly fault: ChainFault;
      readonly epoch: number;
      readonly seq: number;
    };

/**
 * Checks rows of one device's journal in their order: sequence without gap, each header's hash,
 * its link to the header before, and each payload that is still there.
 * @param after the tail of what was checked before; null when the rows begin the journal
 */
export function verifyChain(
  crypto: Crypto,
  rows: Iterable<ChainRow>,
  after: ChainTail | null = null,
): ChainVerdict {
  let tail = after;
  let deviceId: string | null = null;
  let checked = 0;
  for (const row of rows) {
    const { header } = row;
    const fault =
      deviceId !== null && header.deviceId !== deviceId
        ? 'deviceChanged'
        : (linkFault(header, tail) ?? contentFault(crypto, row));
    if (fault !== null) return { ok: false, fault, epoch: header.epoch, seq: header.seq };
    deviceId = header.deviceId;
    tail = { epoch: header.epoch, seq: header.seq, headerHash: row.headerHash };
    checked += 1;
  }
  return { ok: true, checked, tail };
}

/** What is wrong with a header where it stands, its own hash aside; null when it follows on the tail. */
export function linkFault(header: EventHeader, tail: ChainTail | null): ChainFault | null {
  const beginsEpoch = tail === null || header.epoch > tail.epoch;
  if (!beginsEpoch && header.epoch !== tail.epoch) return 'sequenceBroken';
  if (header.seq !== (beginsEpoch ? 1 : tail.seq + 1)) return 'sequenceBroken';
  const expected = beginsEpoch ? BEFORE_FIRST : tail.headerHash;
  return header.previousHash === expected ? null : 'previousHashWrong';
}

function contentFault(crypto: Crypto, row: ChainRow): ChainFault | null {
  if (headerHash(crypto, row.header) !== row.headerHash) return 'headerHashWrong';
  if (row.salt === null && row.payload === null) return null;
  if (row.salt === null || row.payload === null) return 'payloadHalfDestroyed';
  const hash = payloadTextHash(crypto, row.salt, row.payload);
  return hash === row.header.payloadHash ? null : 'payloadHashWrong';
}
