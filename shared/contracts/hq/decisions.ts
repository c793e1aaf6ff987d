import { z } from 'zod';
import { AppealId, AppealSaid } from '#shared/domain/case/appealEvents.ts';
import { DecisionContent, DecisionId } from '#shared/domain/case/decision.ts';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { ActorId, CaseId, Instant, IsoDay } from '#shared/domain/identity.ts';
import { hqPermitted } from './base.ts';
import { COMMITTEE_ERROR_CODES } from './committeeErrors.ts';

/** Where a case stands on its way to an answer. */
export const DecisionStand = z.enum(['toDecide', 'inStudy', 'waitsForDay', 'released', 'told']);
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
  /** Days since the submission, where nothing was decided and the association's target has passed. */
  lateDays: z.int().nullable(),
  /** The session that it waits for. */
  session: z.strictObject({ sessionId: z.string(), number: z.string() }).nullable(),
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

export const CaseDecision = z.strictObject({
  case: CaseToDecide,
  items: z.array(AskedItem),
  /** Headquarters' own Asia/Riyadh day. */
  today: IsoDay,
  stand: DecisionStand,
  /** The oldest first. */
  decisions: z.array(
    z.strictObject({
      content: DecisionContent,
      /** The session in which it was made. */
      session: z.strictObject({ sessionId: z.string(), number: z.string() }).nullable(),
      releasedOn: IsoDay.nullable(),
      /** The director's reason, where it was released before its day. */
      override: z.string().nullable(),
      toldOn: IsoDay.nullable(),
      /** The last day of an appeal; null before it was told, and of a decision on an appeal. */
      appealUntil: IsoDay.nullable(),
    }),
  ),
  /** Oldest first. */
  appeals: z.array(
    AppealSaid.extend({ appealId: AppealId, decisionNumber: z.string(), isDecided: z.boolean() }),
  ),
  /** Deferred items that wait, and what was answered of each. */
  deferred: z.array(
    z.strictObject({
      itemId: z.string(),
      decisionId: DecisionId,
      awaited: z.string(),
      until: IsoDay.nullable(),
      answer: z.string().nullable(),
    }),
  ),
  /** What may be done now. */
  may: z.strictObject({
    override: z.boolean(),
    postpone: z.boolean(),
    answerDeferral: z.boolean(),
  }),
  /** The decision that may be appealed against and its rejected items, or why there is none. */
  appealable: z.union([
    z.strictObject({ decisionId: DecisionId, number: z.string(), itemIds: z.array(z.string()) }),
    z.strictObject({ refusal: z.enum(COMMITTEE_ERROR_CODES) }),
  ]),
  /** The open appeal, which others decide in a session, or the director alone; null where there is none. */
  review: z
    .strictObject({
      appealId: AppealId,
      itemIds: z.array(z.string()),
      hindrance: z.enum(COMMITTEE_ERROR_CODES).nullable(),
      /** Those who made the decision that it is about. */
      firstDeciders: z.array(ActorId),
    })
    .nullable(),
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
  /** What was not let go yet is shown to those alone who decide or tell. */
  open: hqPermitted('cases.read')
    .route({ method: 'GET', path: '/cases/{caseId}/decision' })
    .input(caseInput)
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
