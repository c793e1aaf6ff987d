import { z } from 'zod';
import {
  TrainingBranch,
  TrainingColleague,
  TrainingOfficeStep,
  TrainingOfficeTrouble,
} from '#shared/training/trainingOfficeMessage.ts';
import { permitted } from './base.ts';

/** How it stands with the headquarters of a training desk. */
export const TrainingOfficeStatus = z.discriminatedUnion('state', [
  /** No training desk, or one whose headquarters somebody else started: nothing is to be shown. */
  z.strictObject({ state: z.literal('apart') }),
  z.strictObject({ state: z.literal('starting'), step: TrainingOfficeStep }),
  z.strictObject({
    state: z.literal('running'),
    hubUrl: z.string(),
    people: z.array(TrainingColleague),
    secondBranch: TrainingBranch,
  }),
  z.strictObject({ state: z.literal('failed'), trouble: TrainingOfficeTrouble }),
]);
export type TrainingOfficeStatus = z.infer<typeof TrainingOfficeStatus>;

export const trainingContract = {
  status: permitted('desk.use').output(TrainingOfficeStatus),
  /** Tries again after it failed; does nothing while it runs. */
  start: permitted('desk.use').output(TrainingOfficeStatus),
  /** Another link to the second branch: each opens it once. */
  newLink: permitted('desk.use').output(TrainingOfficeStatus),
};
