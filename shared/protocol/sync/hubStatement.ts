import { z } from 'zod';
import { Base64Url, Instant } from '../../domain/identity.ts';
import type { Crypto } from '../../ports.ts';
import { base64UrlOf, bytesOfBase64Url, utf8Bytes } from '../bytes.ts';
import { canonicalText } from '../chain.ts';
import { HubId } from './batchManifest.ts';
import { EnrolmentGrant } from './enrolment.ts';
import { FeedPage } from './feedPage.ts';
import { LinkageWeights } from './linkageWeights.ts';
import { MatchIndexPage, MatchLookupAnswer } from './matchIndexPage.ts';
import { readCanonical } from './readCanonical.ts';
import { Receipt } from './receipt.ts';
import { Refusal } from './refusal.ts';

/** Headquarters is there, and knows this laptop. */
export const Greeting = z.looseObject({
  format: z.literal('rifada.greeting'),
  hubId: HubId,
  hubTime: Instant,
  protocol: z.int().min(1),
  minimumProtocol: z.int().min(1),
});
export type Greeting = z.infer<typeof Greeting>;

/** Which bytes of an attachment headquarters holds. */
export const AttachmentState = z.looseObject({
  format: z.literal('rifada.attachment'),
  hash: z.string(),
  size: z.int().min(0),
  received: z.int().min(0),
  complete: z.boolean(),
  hubTime: Instant,
});
export type AttachmentState = z.infer<typeof AttachmentState>;

/** How a laptop's request to be taken in stands; a grant follows once it was approved. */
export const EnrolmentState = z.looseObject({
  format: z.literal('rifada.enrolmentState'),
  requestId: z.uuid(),
  hubId: HubId,
  hubPublicKey: Base64Url.length(43),
  state: z.enum(['waiting', 'refused']),
  hubTime: Instant,
});
export type EnrolmentState = z.infer<typeof EnrolmentState>;

const Statement = z.discriminatedUnion('format', [
  Receipt,
  Refusal,
  Greeting,
  EnrolmentGrant,
  EnrolmentState,
  AttachmentState,
  FeedPage,
  MatchIndexPage,
  MatchLookupAnswer,
  LinkageWeights,
]);
export type Statement = z.infer<typeof Statement>;

/** Everything that headquarters answers a laptop is signed: a captive portal cannot speak for it. */
export const SignedStatement = z.strictObject({
  signature: Base64Url.length(86),
  statement: Statement,
});
export type SignedStatement = z.infer<typeof SignedStatement>;

const LIMITS = { depth: 12, members: 5_000 };
const LONGEST = 256 * 1024;

/** The header of HTTP that carries a statement where an answer has no body. */
export const STATEMENT_HEADER = 'rifada-statement';

export function signStatement(
  crypto: Crypto,
  privateKey: Uint8Array,
  statement: Statement,
): string {
  const text = canonicalText(statement);
  const signature = base64UrlOf(crypto.sign(privateKey, utf8Bytes(text)));
  return `{"signature":"${signature}","statement":${text}}`;
}

export type StatementReading =
  | { readonly kind: 'ours'; readonly statement: Statement }
  /** Of our form, signed by another key than the one given. */
  | { readonly kind: 'otherKey'; readonly statement: Statement }
  | { readonly kind: 'notOurs' };

/** @param publicKey headquarters' key as it was pinned at enrolment, raw Ed25519 */
export function readStatement(
  crypto: Crypto,
  publicKey: Uint8Array,
  text: string,
): StatementReading {
  if (text.length > LONGEST) return { kind: 'notOurs' };
  const reading = readCanonical(text, LIMITS);
  const parsed = reading.ok ? SignedStatement.safeParse(reading.value) : null;
  if (!parsed?.success) return { kind: 'notOurs' };
  const { statement, signature } = parsed.data;
  try {
    const signed = utf8Bytes(canonicalText(statement));
    return crypto.verify(publicKey, signed, bytesOfBase64Url(signature))
      ? { kind: 'ours', statement }
      : { kind: 'otherKey', statement };
  } catch {
    return { kind: 'notOurs' };
  }
}

/**
 * A statement by a key that stands in it: for the first contact, where a code that two people compare
 * vouches for the key. Null for what is not of our form, or not signed by that key.
 */
export function readSelfSigned(
  crypto: Crypto,
  text: string,
): { readonly statement: Statement; readonly hubPublicKey: Uint8Array } | null {
  const reading = text.length > LONGEST ? null : readCanonical(text, LIMITS);
  const parsed = reading?.ok ? SignedStatement.safeParse(reading.value) : null;
  if (!parsed?.success) return null;
  const { statement } = parsed.data;
  if (statement.format !== 'rifada.grant' && statement.format !== 'rifada.enrolmentState') {
    return null;
  }
  const hubPublicKey = bytesOfBase64Url(statement.hubPublicKey);
  const checked = readStatement(crypto, hubPublicKey, text);
  return checked.kind === 'ours' ? { statement: checked.statement, hubPublicKey } : null;
}
