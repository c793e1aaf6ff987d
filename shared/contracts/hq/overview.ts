import { z } from 'zod';
import { Instant } from '#shared/domain/identity.ts';
import { hqPermitted } from './base.ts';

/** What the frame around every screen says, counted at this moment. */
export const HqOverview = z.strictObject({
  hubTime: Instant,
  /** Everybody here is invented. */
  training: z.boolean(),
  /** Branches with a laptop in use, and those of them heard from on this day in Riyadh. */
  branches: z.int(),
  branchesToday: z.int(),
  /** What waits for a person, by the place in which it waits. */
  waiting: z.strictObject({
    /** Laptops that ask to be taken in. */
    enrolments: z.int(),
    /** Cases that only a person can bring on: held, doubled, or changed after their import. */
    imports: z.int(),
    /** What people asked of headquarters and nobody has answered or sent to a branch. */
    leads: z.int(),
    /** Pairs of persons who may be one, and what several of them have in common. */
    review: z.int(),
    /** Acceptances to register, parts that are due, deliveries that two offices recorded apart. */
    deliveries: z.int(),
    /** Complaints without an answer. */
    complaints: z.int(),
    /** Cases that the committee can decide, and undecided ones whose target has passed. */
    committee: z.int(),
    lateDecisions: z.int(),
    /** Cases to study that are this person's or nobody's, and questions to the officer. */
    study: z.int(),
  }),
});
export type HqOverview = z.infer<typeof HqOverview>;

export const hqOverviewContract = {
  get: hqPermitted('hq.use').route({ method: 'GET', path: '/overview' }).output(HqOverview),
};
