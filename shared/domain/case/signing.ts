import { z } from 'zod';
import { ActorId, Sha256Hex } from '../identity.ts';
import { DrawnMark } from './drawnMark.ts';

/**
 * By what the signer is known in the mark: handwriting, or the thumb of somebody who does not write.
 * A laptop has no fingerprint reader: on the screen the thumb leaves a drawn mark, no print; a print is
 * ink on paper. Both need a witness.
 */
export const MarkKind = z.enum(['handwriting', 'thumb']);
export type MarkKind = z.infer<typeof MarkKind>;

/** Where the paper original lies, in the words of the office: `خزانة 2، ملف 14`. */
export const ShelfPlace = z.string().trim().min(1).max(120);

/** How the declaration was signed: the first two levels of the policy (section 6). */
export const Signing = z.discriminatedUnion('level', [
  z.strictObject({
    level: z.literal('handwrittenOnScreen'),
    by: MarkKind,
    markHash: Sha256Hex,
  }),
  z.strictObject({
    level: z.literal('paperOriginal'),
    by: MarkKind,
    shelf: ShelfPlace,
    /** Which numbered copy of N3 was signed: its printing stands in the case with the data's hash. */
    copy: z.int().min(1),
  }),
]);
export type Signing = z.infer<typeof Signing>;

export const SigningLevel = z.enum(['handwrittenOnScreen', 'paperOriginal']);
export type SigningLevel = z.infer<typeof SigningLevel>;

const personName = z.string().trim().min(2).max(200);

/** By what a witness can be found again. */
export const WitnessIdentity = z.discriminatedUnion('kind', [
  /** A national id or iqama, a Gulf id or a passport: Latin capitals and digits. */
  z.strictObject({ kind: z.literal('idNumber'), idNumber: z.string().regex(/^[A-Z0-9]{6,15}$/) }),
  z.strictObject({ kind: z.literal('employee'), actorId: ActorId }),
]);
export type WitnessIdentity = z.infer<typeof WitnessIdentity>;

/** Who saw the thumb's mark being made. Without a hash the witness signed on the paper original. */
export const Witness = z.strictObject({
  name: personName,
  identity: WitnessIdentity,
  markHash: Sha256Hex.nullable(),
});
export type Witness = z.infer<typeof Witness>;

/** Who carried what was read out into the person's language, and how they stand for it. */
export const Interpreter = z.strictObject({
  name: personName,
  /** The choice of the questionnaire's field `interpreterLanguage`. */
  language: z.string().min(1).max(40),
  /** The words that they affirmed, in the language of the screen. */
  statement: z.string().min(1).max(1000),
  /** Null where the affirmed words stand alone, or the signature is on the paper original. */
  markHash: Sha256Hex.nullable(),
});
export type Interpreter = z.infer<typeof Interpreter>;

/** As the screen hands them over: with the marks themselves in place of their hashes. */
export const SigningGiven = z.discriminatedUnion('level', [
  z.strictObject({
    level: z.literal('handwrittenOnScreen'),
    by: MarkKind,
    mark: DrawnMark.nullable(),
  }),
  z.strictObject({ level: z.literal('paperOriginal'), by: MarkKind, shelf: z.string().max(120) }),
]);
export type SigningGiven = z.infer<typeof SigningGiven>;

export const WitnessGiven = z.strictObject({
  name: z.string().max(200),
  identity: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('idNumber'), idNumber: z.string().max(40) }),
    z.strictObject({ kind: z.literal('employee'), actorId: ActorId }),
  ]),
  mark: DrawnMark.nullable(),
});
export type WitnessGiven = z.infer<typeof WitnessGiven>;

export const InterpreterGiven = z.strictObject({
  name: z.string().max(200),
  affirmed: z.boolean(),
  mark: DrawnMark.nullable(),
});
export type InterpreterGiven = z.infer<typeof InterpreterGiven>;
