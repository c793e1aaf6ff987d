import { z } from 'zod';
import { DocumentKey } from '#shared/domain/case/caseEvent.ts';
import {
  AnswerHeard,
  Appointment,
  ReferralId,
  ReferralReason,
  ReferralStep,
  ReferralSubject,
} from '#shared/domain/case/referral.ts';
import { IsoDay } from '#shared/domain/identity.ts';
import { Appended, CaseInput, ChangeInput, permitted } from './base.ts';

const said = z.string().trim().min(1).max(2000);

/** What is to be awaited; the desk names it, and says why, from the rules. */
export const AwaitedRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('document'), documentKey: DocumentKey }),
  z.strictObject({ kind: z.literal('answer'), path: z.string().max(400) }),
  z.strictObject({ kind: z.literal('other'), text: z.string().trim().min(1).max(400) }),
]);
export type AwaitedRequest = z.infer<typeof AwaitedRequest>;

/** `inputInvalid` for a day before today, and for a document or an answer that the case does not have. */
const AwaitedList = z.strictObject({
  items: z.array(AwaitedRequest).min(1).max(60),
  dueOn: IsoDay,
  place: z.string().trim().min(1).max(200),
});

export const waitingContract = {
  /** Leaves the case incomplete; what it waited for before and has not come is awaited further. */
  leaveIncomplete: permitted('case.write')
    .input(ChangeInput.extend(AwaitedList.shape))
    .output(Appended),
  /** Something that no document and no answer shows was handed in. */
  receiveItem: permitted('case.write')
    .input(CaseInput.extend({ itemId: z.uuid() }))
    .output(Appended),
};

export const referralContract = {
  /** Refers the case to the social-research officer (P33). */
  refer: permitted('case.refer')
    .input(
      CaseInput.extend({
        reason: ReferralReason,
        step: ReferralStep,
        question: said,
        appointment: Appointment.nullable(),
        about: ReferralSubject,
      }),
    )
    .output(Appended.extend({ referralId: ReferralId })),
  /** Another question on the same referral; an answered one is open again. */
  addQuestion: permitted('case.refer')
    .input(CaseInput.extend({ referralId: ReferralId, question: said }))
    .output(Appended),
  /** Records the officer's answer as it was heard at the branch. */
  answer: permitted('referral.answer')
    .input(
      CaseInput.extend({
        referralId: ReferralId,
        answeredBy: z.string().trim().min(1).max(200),
        heard: AnswerHeard,
        answeredOn: IsoDay,
        text: said,
        outcome: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('goOn') }),
          z.strictObject({
            kind: z.literal('grace'),
            documents: z.array(DocumentKey).min(1).max(60),
            until: IsoDay,
          }),
          AwaitedList.extend({ kind: z.literal('bring') }),
          z.strictObject({ kind: z.literal('acceptIdentity') }),
        ]),
        voidSignature: z.boolean().default(false),
      }),
    )
    .output(Appended),
  /** The question has settled itself; only one that is open can be withdrawn. */
  withdraw: permitted('case.refer')
    .input(CaseInput.extend({ referralId: ReferralId, reason: said }))
    .output(Appended),
};
