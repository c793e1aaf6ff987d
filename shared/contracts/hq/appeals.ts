import { z } from 'zod';
import { AppealId, AppealSaid, DeferralAnswerSaid } from '#shared/domain/case/appealEvents.ts';
import { SupportItemDecision } from '#shared/domain/case/decision.ts';
import { Language } from '#shared/domain/case/vocabulary.ts';
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
  /** The number of the copy of its receipt (N9) that is printed now. */
  print: hqPermitted('appeals.record')
    .route({ method: 'POST', path: '/cases/{caseId}/appeals/{appealId}/receipt' })
    .input(z.strictObject({ ...ofCase, appealId: AppealId, language: Language }))
    .output(z.strictObject({ copy: z.int() })),
  /** The director alone, who had no part in the first decision: accepted or rejected, item by item. */
  decide: hqPermitted('appeals.decide')
    .route({ method: 'POST', path: '/cases/{caseId}/appeals/{appealId}/decision' })
    .input(
      z.strictObject({
        ...ofCase,
        appealId: AppealId,
        items: z
          .array(SupportItemDecision)
          .min(1)
          .max(60)
          .refine((items) => items.every(({ outcome }) => outcome !== 'deferred')),
      }),
    )
    .output(CaseDecision),
  /** What deferred items wait for is there: they come back before the committee. */
  answerDeferral: hqPermitted('appeals.record')
    .route({ method: 'POST', path: '/cases/{caseId}/deferral-answers' })
    .input(DeferralAnswerSaid.extend(ofCase))
    .output(CaseDecision),
};
