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
import { LeftIncompleteRequest } from './awaitedRequest.ts';
import { Appended, CaseInput, ChangeInput, permitted } from './base.ts';

const said = z.string().trim().min(1).max(2000);

export const waitingContract = {
  /**
   * Leaves the case incomplete; `inputInvalid` for a day before today, and for a document or an answer
   * that the case does not have. What it waited for before and has not come is awaited further.
   */
  leaveIncomplete: permitted('case.write')
    .input(ChangeInput.extend(LeftIncompleteRequest.shape))
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
          LeftIncompleteRequest.extend({ kind: z.literal('bring') }),
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
