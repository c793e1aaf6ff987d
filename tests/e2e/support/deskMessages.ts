import * as z from 'zod';
import { Language } from '#shared/domain/case/vocabulary.ts';
import { APPLICANTS } from '#tests/fixtures/applicants.ts';

/** How far the desk has come when its first page opens; each stage holds all before it. */
export const Stage = z.enum([
  'firstRun',
  'founded',
  'welcomed',
  'interviewed',
  /** All that the case asks for is laid down and decided; the matching is not closed yet. */
  'laid',
  'matched',
  'signed',
  'submitted',
]);
export type Stage = z.infer<typeof Stage>;

/** What the process of a desk is started with, as JSON in its arguments. */
export const DeskSetup = z.strictObject({
  rootFolder: z.string(),
  profileFolder: z.string(),
  pepperFile: z.string(),
  /** ISO instant at which the desk's clock begins to tick. */
  startsAt: z.string(),
  language: Language,
  stage: Stage,
  /** Whether the door is shut again after the preparation. */
  locked: z.boolean(),
  cardEndsIn: z.int().nullable(),
  /** Days to the end of the agent's deed; in force without it. */
  deedEndsIn: z.int().nullable(),
  /** Whose case it is. */
  applicant: z.enum(APPLICANTS),
  /** The training office, where two types of document may be scanned. */
  isTraining: z.boolean(),
  /** So many other people have a request that was only just opened. */
  crowd: z.int().min(0),
});
export type DeskSetup = z.infer<typeof DeskSetup>;

/** What a test asks of it. */
export const DeskOrder = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('link') }),
  /** The text of the QR on the papers of a case. */
  z.strictObject({ kind: z.literal('paperText'), caseId: z.string() }),
  z.strictObject({ kind: z.literal('moveClock'), to: z.string() }),
  z.strictObject({ kind: z.literal('stop') }),
]);
export type DeskOrder = z.infer<typeof DeskOrder>;

/** What it answers with. */
export const DeskReport = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready'), caseId: z.string().nullable() }),
  z.strictObject({ kind: z.literal('link'), link: z.url() }),
  z.strictObject({ kind: z.literal('paperText'), text: z.string() }),
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({
    kind: z.literal('stopped'),
    failures: z.array(z.strictObject({ place: z.string(), kinds: z.array(z.string()) })),
  }),
]);
export type DeskReport = z.infer<typeof DeskReport>;
