import { AppealSaid, DeferralAnswerSaid } from '#shared/domain/case/appealEvents.ts';
import { Appended, CaseInput, permitted } from './base.ts';

/** What a person says at a branch after a decision. */
export const appealsContract = {
  /** N9. One code for each reason for which none is taken; `inputInvalid` for a day to come. */
  file: permitted('case.write').input(CaseInput.extend(AppealSaid.shape)).output(Appended),
  /** `inputInvalid` for items that are not deferred. */
  answerDeferral: permitted('case.write')
    .input(CaseInput.extend(DeferralAnswerSaid.shape))
    .output(Appended),
};
