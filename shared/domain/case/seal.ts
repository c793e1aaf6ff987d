import { z } from 'zod';
import { ActorId, Base64Url, DeviceId, Instant, Sha256Hex } from '../identity.ts';
import { DrawnMark } from './drawnMark.ts';
import { Signer } from './signer.ts';
import { Interpreter, Signing, Witness } from './signing.ts';
import { SpokenLanguage } from './vocabulary.ts';

/** The text that was read out and signed, kept whole with the signature (P1-P2, P34). */
export const DeclarationText = z.strictObject({
  id: z.string().max(80),
  version: z.int().min(1),
  language: SpokenLanguage,
  text: z.string().min(1).max(4000),
  /** The Arabic wording beside a translation; null where the text itself is Arabic. */
  arabic: z.string().min(1).max(4000).nullable(),
  /** False while no native speaker has gone over the translation. */
  reviewedByNativeSpeaker: z.boolean(),
});
export type DeclarationText = z.infer<typeof DeclarationText>;

/**
 * What the declaration binds, apart from the data itself. The data enter by `contentHash`: SHA-256
 * over the RFC 8785 bytes of the case's sealed content, which holds the case's random secret, so that
 * the hash tells nothing once the data are destroyed.
 */
export const SealStatement = z.strictObject({
  format: z.literal('rifada.seal.1'),
  contentHash: Sha256Hex,
  declaration: DeclarationText,
  consentToVerify: z.boolean(),
  signer: Signer,
  signing: Signing,
  /** There must be one where no handwriting was given. */
  witness: Witness.nullable(),
  interpreter: Interpreter.nullable(),
  /** Who looked at the signer's own document. */
  identityCheckedBy: ActorId,
  readBy: ActorId,
  place: z.string().max(200),
  deviceId: DeviceId,
  actorId: ActorId,
  signedAt: Instant,
  signedOnHijri: z.string().max(20),
  signedOnGregorian: z.string().max(20),
});
export type SealStatement = z.infer<typeof SealStatement>;

/** What was drawn on the pad, each by its own hand; null for who drew nothing. */
export const SealMarks = z.strictObject({
  signer: DrawnMark.nullable(),
  witness: DrawnMark.nullable(),
  interpreter: DrawnMark.nullable(),
});
export type SealMarks = z.infer<typeof SealMarks>;

/** The seal: the statement, the marks, and two Ed25519 signatures over the statement's canonical bytes. */
export const Seal = z.strictObject({
  statement: SealStatement,
  marks: SealMarks,
  deviceSignature: Base64Url,
  actorSignature: Base64Url,
  /** Twelve characters made from the statement's hash, printed on N3 for comparison by eye. */
  code: z.string().regex(/^[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4}$/),
});
export type Seal = z.infer<typeof Seal>;
