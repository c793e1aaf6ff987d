import { z } from 'zod';

/** With what a desk of the training office is started as a program of its own, as JSON. */
export const TrainingDeskStart = z.strictObject({
  profileFolder: z.string(),
  office: z.enum(['first', 'second']),
  port: z.int().min(0).max(65_535),
  /** Where the training headquarters answers. */
  hubUrl: z.url(),
});
export type TrainingDeskStart = z.infer<typeof TrainingDeskStart>;

/** What such a desk says to the program that started it. */
export const TrainingDeskMessage = z.discriminatedUnion('kind', [
  /** It asks to be taken in; the code is the one on its screen. */
  z.strictObject({ kind: z.literal('asks'), code: z.string() }),
  /** It is open to a browser; the link works once. */
  z.strictObject({ kind: z.literal('link'), link: z.string(), branchName: z.string() }),
  z.strictObject({
    kind: z.literal('failed'),
    reason: z.enum(['portTaken', 'notTraining', 'other']),
  }),
]);
export type TrainingDeskMessage = z.infer<typeof TrainingDeskMessage>;

/** What it is told: another link, to tell people of decisions whose day has come, or to end. */
export const TrainingDeskOrder = z.enum(['newLink', 'tellDecisions', 'stop']);
export type TrainingDeskOrder = z.infer<typeof TrainingDeskOrder>;
