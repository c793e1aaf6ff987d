import { z } from 'zod';
import { HqRole } from '../domain/hub/hqPermission.ts';

/** With what a training headquarters is started by a desk as a program of its own, as JSON. */
export const TrainingOfficeStart = z.strictObject({
  /** Absolute: of this training office alone. */
  folder: z.string(),
  /** What an earlier desk of the same place has left there goes first. */
  again: z.boolean(),
});
export type TrainingOfficeStart = z.infer<typeof TrainingOfficeStart>;

/** What is done before it is ready, in this order. */
export const TRAINING_OFFICE_STEPS = ['headquarters', 'secondBranch', 'joining'] as const;
export const TrainingOfficeStep = z.enum(TRAINING_OFFICE_STEPS);
export type TrainingOfficeStep = z.infer<typeof TrainingOfficeStep>;

/** Why it did not come up, or came to an end. */
export const TrainingOfficeTrouble = z.enum([
  /** This program carries no headquarters, as an installed one does not. */
  'notCarried',
  /** There is no PostgreSQL for this machine among the packages. */
  'databaseMissing',
  'databaseNotStarted',
  /** In its folder lies what is not of a training office. */
  'folderNotOurs',
  'other',
]);
export type TrainingOfficeTrouble = z.infer<typeof TrainingOfficeTrouble>;

/** Somebody who works at the training headquarters, by whose name one signs in. */
export const TrainingColleague = z.strictObject({
  userName: z.string(),
  displayName: z.string(),
  roles: z.array(HqRole),
});
export type TrainingColleague = z.infer<typeof TrainingColleague>;

/** A branch beside the desk's own; its link opens it once, in one browser. */
export const TrainingBranch = z.strictObject({ branchName: z.string(), link: z.string() });
export type TrainingBranch = z.infer<typeof TrainingBranch>;

/** What such a headquarters says to the desk that started it. */
export const TrainingOfficeMessage = z.discriminatedUnion('kind', [
  /** Laptops may ask to be taken in from now on. */
  z.strictObject({ kind: z.literal('open'), hubUrl: z.string() }),
  z.strictObject({
    kind: z.literal('ready'),
    people: z.array(TrainingColleague),
    secondBranch: TrainingBranch,
  }),
  z.strictObject({ kind: z.literal('link'), secondBranch: TrainingBranch }),
  z.strictObject({ kind: z.literal('failed'), trouble: TrainingOfficeTrouble }),
]);
export type TrainingOfficeMessage = z.infer<typeof TrainingOfficeMessage>;

/** What it is told. */
export const TrainingOfficeOrder = z.discriminatedUnion('kind', [
  /** Takes in the laptop on whose screen this code stands. */
  z.strictObject({ kind: z.literal('approve'), code: z.string() }),
  z.strictObject({ kind: z.literal('newLink') }),
  z.strictObject({ kind: z.literal('stop') }),
]);
export type TrainingOfficeOrder = z.infer<typeof TrainingOfficeOrder>;
