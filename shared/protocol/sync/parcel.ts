import { z } from 'zod';
import { Base64Url, DeviceId, Instant, Sha256Hex } from '../../domain/identity.ts';
import type { Crypto } from '../../ports.ts';
import { base64UrlOf, bytesOfBase64Url, utf8Bytes } from '../bytes.ts';
import { canonicalText } from '../chain.ts';
import { AgeRecipient } from './ageRecipient.ts';
import { HubId } from './batchManifest.ts';
import { FeedCursor } from './feedPage.ts';
import { readCanonical } from './readCanonical.ts';

export const ParcelId = z.uuid().brand<'ParcelId'>();
export type ParcelId = z.infer<typeof ParcelId>;

/** Forty days: a stick may lie for a month in a drawer, and not for a year. */
export const PARCEL_LIFE_MS = 40 * 24 * 60 * 60_000;

export const PARCEL_LIMITS = {
  /** The whole file, sealed: it must fit onto any stick, and through a browser. */
  fileBytes: 512 * 1024 * 1024,
  entries: 50_000,
  lineCharacters: 2_000,
} as const;

/**
 * What stands on the outside of a file, readable without a key, so that a wrong, old or foreign file
 * is told apart before anything is opened. It says no more than whose laptop wrote it to whom, and is
 * repeated inside under the laptop's signature.
 */
export const ParcelLabel = z.looseObject({
  format: z.literal('rifada.parcel'),
  protocol: z.int().min(1),
  parcelId: ParcelId,
  hubId: HubId,
  deviceId: DeviceId,
  madeAt: Instant,
  expiresAt: Instant,
  /** The key to which the answer is sealed; its private half never leaves the laptop. */
  replyTo: AgeRecipient,
  /** What the answer should go on from in headquarters' journal, and the laptop's present epoch. */
  feedAfter: FeedCursor,
  epoch: z.int().min(1),
});
export type ParcelLabel = z.infer<typeof ParcelLabel>;

/** Every reason for which a file from a stick is not read, or not to its end. */
export const ParcelFault = z.enum([
  /** No file of ours. */
  'notAParcel',
  /** An answer where a parcel is wanted, or a parcel where an answer is. */
  'otherKind',
  'otherHub',
  'otherLaptop',
  'expired',
  'tooLarge',
  /** Cut off or changed; what stood before that place counts. */
  'damaged',
  /** The key that opens it is not here. */
  'keyMissing',
  'deviceUnknown',
  'deviceRevoked',
  'protocolTooNew',
  /** The laptop that reads the answer did not write the parcel, or has forgotten it. */
  'parcelUnknown',
  'unavailable',
]);
export type ParcelFault = z.infer<typeof ParcelFault>;

/** On the outside of headquarters' answer. */
export const AnswerLabel = z.looseObject({
  format: z.literal('rifada.answer'),
  protocol: z.int().min(1),
  parcelId: ParcelId,
  hubId: HubId,
  deviceId: DeviceId,
  answeredAt: Instant,
  expiresAt: Instant,
});
export type AnswerLabel = z.infer<typeof AnswerLabel>;

export const FileLabel = z.discriminatedUnion('format', [ParcelLabel, AnswerLabel]);
export type FileLabel = z.infer<typeof FileLabel>;

/**
 * What announces the bytes that follow it: a batch as it goes over the network, or a page of a scan.
 * The last one ends the parcel, and a parcel without it was cut off.
 */
export const ParcelEntry = z.looseObject({
  format: z.literal('rifada.parcelEntry'),
  parcelId: ParcelId,
  index: z.int().min(1).max(PARCEL_LIMITS.entries),
  kind: z.enum(['batch', 'page', 'end']),
  /** Of the bytes that follow; 0 for the end. */
  bytes: z.int().min(0),
  /** SHA-256 of the bytes that follow. */
  hash: Sha256Hex,
});
export type ParcelEntry = z.infer<typeof ParcelEntry>;

const SignedLabel = z.strictObject({ label: ParcelLabel, signature: Base64Url.length(86) });
const SignedEntry = z.strictObject({ entry: ParcelEntry, signature: Base64Url.length(86) });

const LIMITS = { depth: 4, members: 40 };

export function signedLabelLine(
  crypto: Crypto,
  privateKey: Uint8Array,
  label: ParcelLabel,
): string {
  return signedLine(crypto, privateKey, 'label', canonicalText(label));
}

export function signedEntryLine(
  crypto: Crypto,
  privateKey: Uint8Array,
  entry: ParcelEntry,
): string {
  return signedLine(crypto, privateKey, 'entry', canonicalText(entry));
}

/** The label as its laptop signed it; null for anything else. @param publicKey raw Ed25519 */
export function readSignedLabel(
  crypto: Crypto,
  publicKey: Uint8Array,
  line: string,
): ParcelLabel | null {
  const parsed = SignedLabel.safeParse(valueOf(line));
  if (!parsed.success) return null;
  const { label, signature } = parsed.data;
  return holds(crypto, publicKey, label, signature) ? label : null;
}

export function readSignedEntry(
  crypto: Crypto,
  publicKey: Uint8Array,
  line: string,
): ParcelEntry | null {
  const parsed = SignedEntry.safeParse(valueOf(line));
  if (!parsed.success) return null;
  const { entry, signature } = parsed.data;
  return holds(crypto, publicKey, entry, signature) ? entry : null;
}

/** The label on the outside; null for what is none of ours. */
export function readFileLabel(text: string): FileLabel | null {
  const parsed = FileLabel.safeParse(valueOf(text));
  return parsed.success ? parsed.data : null;
}

function valueOf(line: string): unknown {
  if (line.length > PARCEL_LIMITS.lineCharacters) return null;
  const reading = readCanonical(line, LIMITS);
  return reading.ok ? reading.value : null;
}

function signedLine(
  crypto: Crypto,
  privateKey: Uint8Array,
  name: 'label' | 'entry',
  text: string,
): string {
  const signature = base64UrlOf(crypto.sign(privateKey, utf8Bytes(text)));
  return `{"${name}":${text},"signature":"${signature}"}`;
}

function holds(
  crypto: Crypto,
  publicKey: Uint8Array,
  value: ParcelLabel | ParcelEntry,
  signature: string,
): boolean {
  try {
    return crypto.verify(publicKey, utf8Bytes(canonicalText(value)), bytesOfBase64Url(signature));
  } catch {
    return false;
  }
}
