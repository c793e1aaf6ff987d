import { z } from 'zod';
import { ActorId, Base64Url, DeviceId, Instant, Sha256Hex } from '../identity.ts';
import { Language } from './vocabulary.ts';

/** One stroke of the pen: points as fractions of the pad's width and height, 0..1, four decimals. */
export const Stroke = z
  .array(z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]))
  .min(1)
  .max(5000);
export type Stroke = z.infer<typeof Stroke>;

/** The drawn mark. Neither timing nor pressure is kept (policy, section 6). */
export const DrawnMark = z.strictObject({
  strokes: z.array(Stroke).min(1).max(400),
  /** Width divided by height of the pad on which it was drawn. */
  aspect: z.number().min(0.1).max(10),
});
export type DrawnMark = z.infer<typeof DrawnMark>;

/** The text that was read out and signed, kept whole with the signature (P1-P2, P34). */
export const DeclarationText = z.strictObject({
  id: z.string().max(80),
  version: z.int().min(1),
  language: Language,
  text: z.string().min(1).max(4000),
});
export type DeclarationText = z.infer<typeof DeclarationText>;

/**
 * What the applicant's declaration binds, apart from the data itself. The data enter by
 * `contentHash`: SHA-256 over the RFC 8785 bytes of the case's sealed content, which holds the
 * case's random secret, so that the hash tells nothing once the data are destroyed.
 */
export const SealStatement = z.strictObject({
  format: z.literal('rifada.seal.1'),
  contentHash: Sha256Hex,
  markHash: Sha256Hex,
  declaration: DeclarationText,
  consentToVerify: z.boolean(),
  signer: z.strictObject({
    kind: z.literal('applicant'),
    name: z.string().min(1).max(400),
    identityCheckedBy: ActorId,
  }),
  readBy: ActorId,
  interpreterLanguage: z.string().max(40).nullable(),
  place: z.string().max(200),
  level: z.literal('handwrittenOnScreen'),
  deviceId: DeviceId,
  actorId: ActorId,
  signedAt: Instant,
  signedOnHijri: z.string().max(20),
  signedOnGregorian: z.string().max(20),
});
export type SealStatement = z.infer<typeof SealStatement>;

/** The seal: the statement, the mark, and two Ed25519 signatures over the statement's canonical bytes. */
export const Seal = z.strictObject({
  statement: SealStatement,
  mark: DrawnMark,
  deviceSignature: Base64Url,
  actorSignature: Base64Url,
  /** Twelve characters made from the statement's hash, printed on N3 for comparison by eye. */
  code: z.string().regex(/^[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4}$/),
});
export type Seal = z.infer<typeof Seal>;
