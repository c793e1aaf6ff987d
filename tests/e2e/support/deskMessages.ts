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

/** What a desk is started with. */
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

/** What a test asks of a desk. */
export const DeskOrder = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start'), setup: DeskSetup }),
  z.strictObject({ kind: z.literal('link') }),
  /** One of the calls that screens make, by its place in the contract: `['cases', 'open']`. */
  z.strictObject({ kind: z.literal('call'), place: z.array(z.string()), input: z.unknown() }),
  /** The text of the QR on the papers of a case. */
  z.strictObject({ kind: z.literal('paperText'), caseId: z.string() }),
  z.strictObject({ kind: z.literal('moveClock'), to: z.string() }),
  /** What the process holds of memory. */
  z.strictObject({ kind: z.literal('memory') }),
  z.strictObject({ kind: z.literal('stop') }),
]);
export type DeskOrder = z.infer<typeof DeskOrder>;

/** What it answers with. */
export const DeskAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready'), caseId: z.string().nullable() }),
  z.strictObject({ kind: z.literal('link'), link: z.url() }),
  z.strictObject({ kind: z.literal('called'), output: z.unknown() }),
  z.strictObject({ kind: z.literal('paperText'), text: z.string() }),
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({ kind: z.literal('memory'), bytes: z.int() }),
  z.strictObject({
    kind: z.literal('stopped'),
    failures: z.array(z.strictObject({ place: z.string(), kinds: z.array(z.string()) })),
  }),
  /** The order could not be carried out. */
  z.strictObject({ kind: z.literal('failed'), error: z.string() }),
]);
export type DeskAnswer = z.infer<typeof DeskAnswer>;

/** An order to one of the desks of a house, and the answer to it, told apart by the number of the call. */
export const HouseOrder = z.strictObject({ call: z.int(), desk: z.int(), order: DeskOrder });
export type HouseOrder = z.infer<typeof HouseOrder>;
export const HouseAnswer = z.strictObject({ call: z.int(), answer: DeskAnswer });
export type HouseAnswer = z.infer<typeof HouseAnswer>;
