import { z } from 'zod';
import { IsoDay } from '../identity.ts';
import { DocumentKey } from './caseKeys.ts';

/** Why something is still awaited; each has a sentence in `locales/{ar,en}/waiting.json`. */
export const AwaitedReason = z.enum([
  'missing',
  'illegible',
  'expired',
  'tooOld',
  'issuedLater',
  'dateMissing',
  'answerMissing',
  'askedByOfficer',
  'other',
]);
export type AwaitedReason = z.infer<typeof AwaitedReason>;

/** What the case waits for: a document of its list, an answer of its form, or something told in words. */
export const AwaitedSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('document'), documentKey: DocumentKey }),
  z.strictObject({
    kind: z.literal('answer'),
    section: z.string().max(20),
    path: z.string().max(400),
  }),
  z.strictObject({ kind: z.literal('other') }),
]);
export type AwaitedSubject = z.infer<typeof AwaitedSubject>;

const itemName = z.string().trim().min(1).max(400);

/** One thing that is awaited, named as it was told and printed (N2). */
export const AwaitedItem = z.strictObject({
  itemId: z.uuid(),
  subject: AwaitedSubject,
  name: z.strictObject({ ar: itemName, en: itemName }),
  why: AwaitedReason,
  note: z.string().trim().min(1).max(500).nullable(),
});
export type AwaitedItem = z.infer<typeof AwaitedItem>;

/** A case is left incomplete: what is awaited, by when, and where it is to be handed in. */
export const leftIncomplete = z.strictObject({
  items: z.array(AwaitedItem).min(1).max(60),
  dueOn: IsoDay,
  place: z.string().trim().min(1).max(200),
});
export type LeftIncomplete = z.infer<typeof leftIncomplete>;

/** Something awaited that neither a document's reading nor an answer shows was handed in. */
export const awaitedItemReceived = z.strictObject({ itemId: z.uuid() });
