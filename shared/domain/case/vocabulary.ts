import { z } from 'zod';

/** The eight ways in which a person reaches the association (policy P18-P25); exactly these. */
export const ContactChannel = z.enum([
  'interview',
  'phone',
  'socialMedia',
  'letters',
  'assistanceRequestService',
  'volunteering',
  'website',
  'branchRepresentatives',
]);
export type ContactChannel = z.infer<typeof ContactChannel>;

export const InitiatedBy = z.enum(['beneficiary', 'association']);
export type InitiatedBy = z.infer<typeof InitiatedBy>;

/** The languages of the screens and of the papers' own words. */
export const Language = z.enum(['ar', 'en']);
export type Language = z.infer<typeof Language>;

/** The languages in which the texts for a beneficiary's ears are at hand (`resources/texts`). */
export const SpokenLanguage = z.enum(['ar', 'en', 'ur', 'id', 'tr', 'fr']);
export type SpokenLanguage = z.infer<typeof SpokenLanguage>;

/** States of a case (policy, lifecycle). Whether it has reached HQ is the queue's answer, never a state. */
export const CaseStatus = z.enum([
  'draft',
  'interviewed',
  'matched',
  'signed',
  'submitted',
  'imported',
  'underStudy',
  'readyForCommittee',
  'accepted',
  'rejected',
  'deferred',
  'notified',
  'registered',
  'serviceScheduled',
  'serviceDelivered',
  'closed',
  'incomplete',
  'referred',
  'returnedToBranch',
  'moreInfoRequested',
  'fieldVisitScheduled',
  'appealed',
  'withdrawn',
  'duplicate',
  'lapsed',
]);
export type CaseStatus = z.infer<typeof CaseStatus>;

/** The papers that the policy knows (policy, section 7). */
export const PaperCode = z.enum([
  'N0',
  'N1',
  'N2',
  'N3',
  'N4',
  'N5',
  'N6',
  'N7',
  'N8',
  'N9',
  'N10',
  'N11',
  'N12',
]);
export type PaperCode = z.infer<typeof PaperCode>;

/** What a comparison of stated and read may find (policy P32; matching matrix). */
export const Verdict = z.enum([
  'match',
  'matchWithTolerance',
  'review',
  'mismatch',
  'notPresented',
  'illegible',
  'notApplicable',
]);
export type Verdict = z.infer<typeof Verdict>;

/** How far a document was laid before the representative. */
export const Presentation = z.enum(['presented', 'notPresented', 'illegible']);
export type Presentation = z.infer<typeof Presentation>;

/** Whether a document was in force on the day it was asked about (P32; matrix row M25). */
export const ValidityVerdict = z.enum([
  'valid',
  'expired',
  'tooOld',
  'issuedLater',
  'dateMissing',
  'notPresented',
]);
export type ValidityVerdict = z.infer<typeof ValidityVerdict>;
