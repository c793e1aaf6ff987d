import { z } from 'zod';
import { Base64Url, Sha256Hex } from '../../domain/identity.ts';
import type { Crypto } from '../../ports.ts';
import { base64UrlOf, bytesOfBase64Url, utf8Bytes } from '../bytes.ts';
import { canonicalText } from '../chain.ts';
import { AnswerLabel, PARCEL_LIMITS } from './parcel.ts';
import { readCanonical } from './readCanonical.ts';
import { Receipt } from './receipt.ts';
import { Refusal } from './refusal.ts';

/** What headquarters did with a parcel. One document under one signature: it counts whole or not at all. */
export const ParcelAnswer = z.looseObject({
  label: AnswerLabel,
  /** The last receipt of each epoch: by the chain it is one for all before it. */
  receipts: z.array(Receipt).max(100),
  /** Why the batches ended before their last; null where all were taken. */
  refusal: Refusal.nullable(),
  /** Pages of scans that headquarters holds whole now. */
  pagesHeld: z.array(Sha256Hex).max(PARCEL_LIMITS.entries),
  /** Pages of the feed as over the network: each with its signed first line. What is left comes next time. */
  feed: z.array(z.string()).max(100),
});
export type ParcelAnswer = z.infer<typeof ParcelAnswer>;

export const SignedParcelAnswer = z.strictObject({
  answer: ParcelAnswer,
  signature: Base64Url.length(86),
});

/** Bytes of the whole answer, opened. */
export const LARGEST_ANSWER = 32 * 1024 * 1024;
/** Characters of feed after which no further page is begun. */
export const ANSWER_FEED_CHARACTERS = 12 * 1024 * 1024;
const LIMITS = { depth: 32, members: 2_000_000 };

export function signParcelAnswer(
  crypto: Crypto,
  privateKey: Uint8Array,
  answer: ParcelAnswer,
): string {
  const text = canonicalText(answer);
  const signature = base64UrlOf(crypto.sign(privateKey, utf8Bytes(text)));
  return `{"answer":${text},"signature":"${signature}"}`;
}

/** Null for what is no answer, or not of this headquarters. @param publicKey pinned, raw Ed25519 */
export function readParcelAnswer(
  crypto: Crypto,
  publicKey: Uint8Array,
  text: string,
): ParcelAnswer | null {
  const reading = readCanonical(text, LIMITS);
  const parsed = reading.ok ? SignedParcelAnswer.safeParse(reading.value) : null;
  if (!parsed?.success) return null;
  const { answer, signature } = parsed.data;
  try {
    const signed = utf8Bytes(canonicalText(answer));
    return crypto.verify(publicKey, signed, bytesOfBase64Url(signature)) ? answer : null;
  } catch {
    return null;
  }
}
