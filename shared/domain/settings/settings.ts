import { z } from 'zod';
import { RejectionCode } from '../case/decision.ts';
import { HqRole } from '../hub/hqPermission.ts';
import { WorkingCalendar } from '../promise/workingCalendar.ts';
import { RegistrationPlace } from './caseTerms.ts';

/** Calendar days unless said otherwise. */
export const Periods = z
  .strictObject({
    /** From day 0 to the first day of an answer; the policy promises no less than two weeks (P35). */
    replyDays: z.int().min(14).max(90),
    /** From day 0 to the decision that headquarters aims at; never told as a promise. */
    decisionTargetDays: z.int().min(14).max(365),
    /** From the notice of a decision, in which an appeal may be filed. */
    appealDays: z.int().min(1).max(365),
    /** What is asked for and does not come lets the request lapse after so many days. */
    lapseDays: z.int().min(14).max(365),
    /** Counted like `lapseDays`: the two reminders before the lapse. */
    lapseReminderDays: z.tuple([z.int().min(1).max(364), z.int().min(1).max(364)]),
    /** How old a statement of income may be on the day of the decision. */
    incomeStatementDays: z.int().min(7).max(365),
    /** Working days from the day after a complaint to the answer that is aimed at. */
    complaintAnswerWorkingDays: z.int().min(1).max(90),
  })
  .refine(({ lapseReminderDays: [first, second] }) => first < second, {
    path: ['lapseReminderDays'],
    error: 'remindersOutOfOrder',
  })
  .refine(({ lapseReminderDays: [, second], lapseDays }) => second < lapseDays, {
    path: ['lapseReminderDays'],
    error: 'reminderAfterLapse',
  })
  .refine(({ decisionTargetDays, replyDays }) => decisionTargetDays >= replyDays, {
    path: ['decisionTargetDays'],
    error: 'targetBeforeReply',
  });
export type Periods = z.infer<typeof Periods>;

const words = z.strictObject({
  ar: z.string().trim().min(1).max(120),
  en: z.string().trim().min(1).max(120),
});

/** Why an item may be rejected. One that is offered no more keeps its words for what was decided. */
export const RejectionReason = z.strictObject({ code: RejectionCode, offered: z.boolean(), words });
export type RejectionReason = z.infer<typeof RejectionReason>;

const signingRoles = z
  .array(HqRole)
  .min(1)
  .max(5)
  .refine((roles) => new Set(roles).size === roles.length, { error: 'roleTwice' })
  .readonly();

/** Whose signatures headquarters' papers have a place for. */
export const Signers = z.strictObject({
  /** Decision letter. */
  N5: signingRoles,
  /** Lapse notice. */
  N10: signingRoles,
  /** Committee minutes. */
  N12: signingRoles,
});
export type Signers = z.infer<typeof Signers>;

/** What the association may change without a new program; published by headquarters, each version kept. */
export const Settings = z.strictObject({
  id: z.literal('settings'),
  version: z.int().min(1),
  periods: Periods,
  calendar: WorkingCalendar,
  committee: z.strictObject({
    /** Members who may vote on it must be present for a decision, so many at the least. */
    quorum: z.int().min(1).max(30),
  }),
  registration: RegistrationPlace,
  rejectionReasons: z
    .array(RejectionReason)
    .min(1)
    .max(60)
    .refine((reasons) => new Set(reasons.map(({ code }) => code)).size === reasons.length, {
      error: 'codeTwice',
    })
    .refine((reasons) => reasons.some(({ offered }) => offered), { error: 'noReasonOffered' })
    .readonly(),
  signers: Signers,
});
export type Settings = z.infer<typeof Settings>;

/** As in a file: days as `YYYY-MM-DD`. */
export type SettingsSource = z.input<typeof Settings>;
