import { z } from 'zod';
import { DecisionContent, SupportItemDecision } from '#shared/domain/case/decision.ts';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { CaseId, Instant, IsoDay } from '#shared/domain/identity.ts';
import { hqPermitted } from './base.ts';

/** Where a case stands on its way to an answer. */
export const DecisionStand = z.enum(['toDecide', 'waitsForDay', 'released', 'told']);
export type DecisionStand = z.infer<typeof DecisionStand>;

const CaseToDecide = z.strictObject({
  caseId: CaseId,
  reference: z.string(),
  fileNo: z.string().nullable(),
  applicantName: z.string(),
  branchName: z.string(),
  status: CaseStatus,
  submittedAt: Instant.nullable(),
  replyNotBefore: IsoDay.nullable(),
});
export type CaseToDecide = z.infer<typeof CaseToDecide>;

/** One thing that was asked for, as it stands in the answers. */
export const AskedItem = z.strictObject({
  itemId: z.string(),
  /** The name of the choice in the questionnaire, and its words; null where none was given. */
  type: z.string().nullable(),
  label: z.strictObject({ ar: z.string(), en: z.string() }).nullable(),
  /** Halalas. */
  amount: z.int().nullable(),
  quantity: z.int().nullable(),
  reason: z.string().nullable(),
});
export type AskedItem = z.infer<typeof AskedItem>;

const CaseDecision = z.strictObject({
  case: CaseToDecide,
  items: z.array(AskedItem),
  /** Headquarters' own Asia/Riyadh day. */
  today: IsoDay,
  stand: DecisionStand,
  decision: DecisionContent.nullable(),
  releasedOn: IsoDay.nullable(),
  /** The director's reason, where it was released before its day. */
  override: z.string().nullable(),
  toldOn: IsoDay.nullable(),
  /** What may be done now, and what stands in its way. */
  may: z.strictObject({
    decide: z.boolean(),
    override: z.boolean(),
    postpone: z.boolean(),
  }),
  blockers: z.array(z.string()),
});
export type CaseDecision = z.infer<typeof CaseDecision>;

const words = z.string().trim().min(1).max(2000);
const caseInput = z.strictObject({ caseId: CaseId });

export const hqDecisionsContract = {
  /** The oldest first; at most 200 from `after` on. */
  list: hqPermitted('cases.read')
    .route({ method: 'GET', path: '/decisions' })
    .input(z.strictObject({ stand: DecisionStand, after: CaseId.optional() }))
    .output(
      z.strictObject({
        cases: z.array(CaseToDecide),
        counts: z.record(DecisionStand, z.int()),
      }),
    ),
  open: hqPermitted('cases.read')
    .route({ method: 'GET', path: '/cases/{caseId}/decision' })
    .input(caseInput)
    .output(CaseDecision),
  /** Every item that was asked for is decided; what it says stays here until its day. */
  decide: hqPermitted('cases.decide')
    .route({ method: 'POST', path: '/cases/{caseId}/decision' })
    .input(caseInput.extend({ items: z.array(SupportItemDecision).min(1).max(60) }))
    .output(CaseDecision),
  /** The director lets it be told before its day (P35). */
  override: hqPermitted('decisions.override')
    .route({ method: 'POST', path: '/cases/{caseId}/decision/override' })
    .input(caseInput.extend({ reason: words }))
    .output(CaseDecision),
  /** The earliest day of the answer, moved later. */
  postpone: hqPermitted('cases.decide')
    .route({ method: 'POST', path: '/cases/{caseId}/reply-not-before' })
    .input(caseInput.extend({ replyNotBefore: IsoDay, reason: words }))
    .output(CaseDecision),
};
