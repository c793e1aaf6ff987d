import { z } from 'zod';
import { AnswerHeard, Appointment, ReferralId } from '#shared/domain/case/referral.ts';
import { ContactId } from '#shared/domain/contacts/contactEvents.ts';
import { INQUIRY_REASONS, InquiryReferral } from '#shared/domain/contacts/inquiryReferral.ts';
import { IsoDay } from '#shared/domain/identity.ts';
import { permitted } from './base.ts';

const said = z.string().trim().min(1).max(2000);
const one = z.strictObject({ referralId: ReferralId });

export const ContactReferrals = z.strictObject({
  /** In the order in which they were asked. */
  referrals: z.array(InquiryReferral),
  /** Names of those who asked. */
  people: z.record(z.string(), z.string()),
});
export type ContactReferrals = z.infer<typeof ContactReferrals>;

/** Referral of what somebody asked, before there is a case (P33); each step answers with the contact's referrals. */
export const inquiriesContract = {
  ofContact: permitted('contacts.read')
    .input(z.strictObject({ contactId: ContactId }))
    .output(ContactReferrals),
  /** `inputInvalid` for an appointment that is over; `inquiryIsCase` where the contact became a case. */
  refer: permitted('case.refer')
    .input(
      z.strictObject({
        contactId: ContactId,
        reason: z.enum(INQUIRY_REASONS),
        question: said,
        appointment: Appointment.nullable(),
      }),
    )
    .output(ContactReferrals),
  /** An answered or withdrawn one is open again. */
  addQuestion: permitted('case.refer')
    .input(one.extend({ question: said }))
    .output(ContactReferrals),
  /** The officer's answer as it was heard at the branch; `inquiryClosed` where no question is open. */
  answer: permitted('referral.answer')
    .input(
      one.extend({
        answeredBy: z.string().trim().min(1).max(200),
        heard: AnswerHeard.exclude(['headquarters']),
        answeredOn: IsoDay,
        text: said,
      }),
    )
    .output(ContactReferrals),
  withdraw: permitted('case.refer')
    .input(one.extend({ reason: said }))
    .output(ContactReferrals),
};
