import { z } from 'zod';
import { IsoDay } from '../identity.ts';
import { leftIncomplete } from './awaited.ts';
import { DocumentKey, MatrixRowKey } from './caseKeys.ts';

export const ReferralId = z.uuid();
export type ReferralId = z.infer<typeof ReferralId>;

/** Why a case goes to the social-research officer (P33); words in `locales/{ar,en}/waiting.json`. */
export const ReferralReason = z.enum([
  'procedureUnclear',
  'documentNotInForce',
  'documentMissing',
  'noIdentityDocument',
  'dataDiffer',
  'other',
]);
export type ReferralReason = z.infer<typeof ReferralReason>;

/** The step of the policy that raised it: there it is seen until it is answered. */
export const ReferralStep = z.enum(['welcome', 'interview', 'documents', 'declaration', 'next']);
export type ReferralStep = z.infer<typeof ReferralStep>;

const said = z.string().trim().min(1).max(2000);

/** When and where the person meets the officer, where that is settled. */
export const Appointment = z.strictObject({
  on: IsoDay,
  /** `HH:MM`, Riyadh time. */
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  place: z.string().trim().max(200),
});
export type Appointment = z.infer<typeof Appointment>;

/** The documents, rows of the matrix and answers that a referral is about. */
export const ReferralSubject = z.strictObject({
  documents: z.array(DocumentKey).max(60),
  rows: z.array(MatrixRowKey).max(60),
  paths: z.array(z.string().max(400)).max(60),
});
export type ReferralSubject = z.infer<typeof ReferralSubject>;

export const caseReferred = z.strictObject({
  referralId: ReferralId,
  reason: ReferralReason,
  step: ReferralStep,
  question: said,
  appointment: Appointment.nullable(),
  about: ReferralSubject,
});

export const referralQuestionAdded = z.strictObject({ referralId: ReferralId, question: said });

/** How the officer's answer reached the branch. */
export const AnswerHeard = z.enum(['inPerson', 'phone', 'letter', 'message', 'headquarters']);
export type AnswerHeard = z.infer<typeof AnswerHeard>;

/** What the officer's answer lets the case do. */
export const ReferralOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('goOn') }),
  /** These documents are taken although they are not in force, through this day. */
  z.strictObject({
    kind: z.literal('grace'),
    documents: z.array(DocumentKey).min(1).max(60),
    until: IsoDay,
  }),
  /** The case waits for these: it is incomplete from here on. */
  leftIncomplete.extend({ kind: z.literal('bring') }),
  /** The person is known to be who they say without an identity document in force. */
  z.strictObject({ kind: z.literal('acceptIdentity') }),
]);
export type ReferralOutcome = z.infer<typeof ReferralOutcome>;

export const referralAnswered = z.strictObject({
  referralId: ReferralId,
  /** The officer's name. */
  answeredBy: z.string().trim().min(1).max(200),
  heard: AnswerHeard,
  answeredOn: IsoDay,
  text: said,
  outcome: ReferralOutcome,
});

/** The question has settled itself, such as by the paper that was found. */
export const referralWithdrawn = z.strictObject({ referralId: ReferralId, reason: said });
