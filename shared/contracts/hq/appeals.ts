import { AppealSaid, DeferralAnswerSaid } from '#shared/domain/case/appealEvents.ts';
import { CaseId } from '#shared/domain/identity.ts';
import { hqPermitted } from './base.ts';
import { CaseDecision } from './decisions.ts';

const ofCase = { caseId: CaseId };

/** What people say after a decision, where they say it to headquarters itself. */
export const hqAppealsContract = {
  /** N9. Refused in words where there is nothing to appeal against, twice, too late without a reason. */
  file: hqPermitted('appeals.record')
    .route({ method: 'POST', path: '/cases/{caseId}/appeals' })
    .input(AppealSaid.extend(ofCase))
    .output(CaseDecision),
  /** What deferred items wait for is there: they come back before the committee. */
  answerDeferral: hqPermitted('appeals.record')
    .route({ method: 'POST', path: '/cases/{caseId}/deferral-answers' })
    .input(DeferralAnswerSaid.extend(ofCase))
    .output(CaseDecision),
};
