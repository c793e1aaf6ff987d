import { z } from 'zod';
import { Appointment, ReferralId } from '#shared/domain/case/referral.ts';
import { ContactChannel, Language } from '#shared/domain/case/vocabulary.ts';
import { ContactId } from '#shared/domain/contacts/contactEvents.ts';
import { INQUIRY_REASONS, InquiryReferral } from '#shared/domain/contacts/inquiryReferral.ts';
import { hqPermitted } from './base.ts';

/** A question to the social-research officer on what somebody asked, before there is a case (P33). */
export const HqInquiry = z.strictObject({
  referral: InquiryReferral,
  /** The branch where the contact lies; null for a lead that headquarters keeps. */
  branchName: z.string().nullable(),
  isLead: z.boolean(),
  /** What was asked, and by whom; null where headquarters does not hold the contact. */
  contact: z
    .strictObject({
      channel: ContactChannel,
      name: z.string().nullable(),
      phone: z.string().nullable(),
      topic: z.string(),
      said: z.string(),
      answer: z.string(),
    })
    .nullable(),
  /** Names of those who asked. */
  people: z.record(z.string(), z.string()),
});
export type HqInquiry = z.infer<typeof HqInquiry>;

const words = z.string().trim().min(1).max(2000);
const one = z.strictObject({ referralId: ReferralId });

export const hqInquiriesContract = {
  /** 100 from `offset` on: open ones from the oldest, answered ones from the latest. */
  list: hqPermitted('leads.read')
    .route({ method: 'GET', path: '/inquiries' })
    .input(
      z.strictObject({
        view: z.enum(['open', 'answered']),
        offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
      }),
    )
    .output(z.strictObject({ inquiries: z.array(HqInquiry), next: z.int().nullable() })),
  ofLead: hqPermitted('leads.read')
    .route({ method: 'GET', path: '/leads/{leadId}/inquiries' })
    .input(z.strictObject({ leadId: ContactId }))
    .output(z.strictObject({ inquiries: z.array(HqInquiry) })),
  /** From a lead; `dayPast` for an appointment that is over, `actionNotAllowed` for one that became a case. */
  refer: hqPermitted('leads.write')
    .route({ method: 'POST', path: '/leads/{leadId}/inquiries' })
    .input(
      z.strictObject({
        leadId: ContactId,
        reason: z.enum(INQUIRY_REASONS),
        question: words,
        appointment: Appointment.nullable(),
      }),
    )
    .output(HqInquiry),
  /** An answered or withdrawn one is open again. */
  addQuestion: hqPermitted('leads.write')
    .route({ method: 'POST', path: '/inquiries/{referralId}/questions' })
    .input(one.extend({ question: words }))
    .output(HqInquiry),
  /** Goes to whoever asked: down to the branch, and to the lead. */
  answer: hqPermitted('referrals.answer')
    .route({ method: 'POST', path: '/inquiries/{referralId}/answer' })
    .input(
      one.extend({
        text: words,
        /** How many answers the thread had when it was read: one that came meanwhile is shown first. */
        seenAnswers: z.int().min(0),
      }),
    )
    .output(HqInquiry),
  withdraw: hqPermitted('leads.write')
    .route({ method: 'POST', path: '/inquiries/{referralId}/withdraw' })
    .input(one.extend({ reason: words }))
    .output(HqInquiry),
  /** The number of the copy of its slip (N4) that is printed now. */
  printSlip: hqPermitted('leads.read')
    .route({ method: 'POST', path: '/inquiries/{referralId}/slip' })
    .input(one.extend({ language: Language }))
    .output(z.strictObject({ copy: z.int() })),
};
