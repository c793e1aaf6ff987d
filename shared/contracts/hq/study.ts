import { z } from 'zod';
import { LeftIncompleteRequest } from '#shared/contracts/awaitedRequest.ts';
import { CaseEvent } from '#shared/domain/case/caseEvent.ts';
import { DocumentKey } from '#shared/domain/case/caseKeys.ts';
import { Appointment, ReferralId, ReferralReason } from '#shared/domain/case/referral.ts';
import {
  ItemRecommendation,
  moreItemAnswered,
  VisitId,
  VisitPlan,
  visitRecorded,
} from '#shared/domain/case/studyEvents.ts';
import { CaseStatus, Language } from '#shared/domain/case/vocabulary.ts';
import { ActorId, CaseId, Instant, IsoDay } from '#shared/domain/identity.ts';
import { hqPermitted } from './base.ts';
import { AskedItem } from './decisions.ts';

/** Mine to do now; nobody's; with others; waiting for visit or branch; gone to the committee; lapsed. */
export const StudyView = z.enum(['mine', 'unassigned', 'waiting', 'others', 'ready', 'lapsed']);
export type StudyView = z.infer<typeof StudyView>;

export const StudyCase = z.strictObject({
  caseId: CaseId,
  reference: z.string(),
  fileNo: z.string().nullable(),
  applicantName: z.string(),
  branchName: z.string(),
  branchCode: z.string(),
  stage: CaseStatus,
  status: CaseStatus,
  submittedAt: Instant.nullable(),
  replyNotBefore: IsoDay.nullable(),
  officerId: ActorId.nullable(),
  officerName: z.string().nullable(),
  begun: z.boolean(),
  visitOn: IsoDay.nullable(),
  visitBy: z.enum(['branch', 'headquarters']).nullable(),
  requestDue: IsoDay.nullable(),
  reminders: z.int(),
  lapseOn: IsoDay.nullable(),
  lapsedOn: IsoDay.nullable(),
});
export type StudyCase = z.infer<typeof StudyCase>;

export const StudyFile = z.strictObject({
  case: StudyCase,
  /** In the order in which they are reduced: the screen sees the case as the hub does. */
  events: z.array(CaseEvent),
  /** Names of those who worked on it. */
  people: z.record(z.string(), z.string()),
  items: z.array(AskedItem),
  /** Headquarters' own Asia/Riyadh day. */
  today: IsoDay,
  /** Who may be given the case: social-research officers at work here that nothing stands against. */
  officers: z.array(z.strictObject({ personId: ActorId, name: z.string() })),
});
export type StudyFile = z.infer<typeof StudyFile>;

export const ListedReferral = z.strictObject({
  caseId: CaseId,
  referralId: ReferralId,
  reference: z.string(),
  applicantName: z.string(),
  branchName: z.string(),
  stage: CaseStatus,
  reason: ReferralReason,
  question: z.string(),
  askedAt: Instant,
  open: z.boolean(),
  answeredAt: Instant.nullable(),
  answers: z.int(),
});
export type ListedReferral = z.infer<typeof ListedReferral>;

const words = z.string().trim().min(1).max(2000);
const longWords = z.string().trim().min(1).max(4000);
const caseInput = z.strictObject({ caseId: CaseId });
const page = { offset: z.coerce.number().int().min(0).max(1_000_000).default(0) };

/** Of the events' own shapes, what the person says. */
const visitRecord = z.strictObject({
  visitId: visitRecorded.shape.visitId,
  outcome: visitRecorded.shape.outcome,
  visitedOn: visitRecorded.shape.visitedOn,
  visitor: visitRecorded.shape.visitor,
  findings: visitRecorded.shape.findings,
  answers: visitRecorded.shape.answers,
});
const itemAnswer = z.strictObject(moreItemAnswered.shape);

export const hqStudyContract = {
  /** The oldest submission first, 100 from `offset` on, with how many stand in each list. */
  list: hqPermitted('study.read')
    .route({ method: 'GET', path: '/study' })
    .input(z.strictObject({ view: StudyView, ...page }))
    .output(
      z.strictObject({
        cases: z.array(StudyCase),
        next: z.int().nullable(),
        counts: z.record(StudyView, z.int()),
        referrals: z.int(),
      }),
    ),
  open: hqPermitted('cases.read')
    .route({ method: 'GET', path: '/study/{caseId}' })
    .input(caseInput)
    .output(StudyFile),
  assign: hqPermitted('study.assign')
    .route({ method: 'POST', path: '/study/{caseId}/officer' })
    .input(caseInput.extend({ officerId: ActorId }))
    .output(StudyFile),
  /** The officer in charge, or whoever takes a case of nobody, declares that no interest stands against it. */
  begin: hqPermitted('study.write')
    .route({ method: 'POST', path: '/study/{caseId}/begin' })
    .input(caseInput.extend({ noConflict: z.literal(true) }))
    .output(StudyFile),
  declareConflict: hqPermitted('study.write')
    .route({ method: 'POST', path: '/study/{caseId}/conflict' })
    .input(caseInput.extend({ reason: words }))
    .output(StudyFile),
  addNote: hqPermitted('study.write')
    .route({ method: 'POST', path: '/study/{caseId}/notes' })
    .input(caseInput.extend({ text: longWords }))
    .output(StudyFile),
  scheduleVisit: hqPermitted('study.write')
    .route({ method: 'POST', path: '/study/{caseId}/visits' })
    .input(caseInput.extend({ plan: VisitPlan }))
    .output(StudyFile),
  cancelVisit: hqPermitted('study.write')
    .route({ method: 'POST', path: '/study/{caseId}/visits/{visitId}/cancel' })
    .input(caseInput.extend({ visitId: VisitId, reason: words }))
    .output(StudyFile),
  recordVisit: hqPermitted('study.write')
    .route({ method: 'POST', path: '/study/{caseId}/visits/{visitId}/record' })
    .input(visitRecord.extend({ caseId: CaseId }))
    .output(StudyFile),
  requestMore: hqPermitted('study.write')
    .route({ method: 'POST', path: '/study/{caseId}/requests' })
    .input(caseInput.extend(LeftIncompleteRequest.shape).extend({ text: words.nullable() }))
    .output(StudyFile),
  withdrawMore: hqPermitted('study.write')
    .route({ method: 'POST', path: '/study/{caseId}/requests/{requestId}/withdraw' })
    .input(caseInput.extend({ requestId: moreItemAnswered.shape.requestId, reason: words }))
    .output(StudyFile),
  /** What reached headquarters itself: by post, by telephone. */
  answerMore: hqPermitted('study.write')
    .route({ method: 'POST', path: '/study/{caseId}/requests/{requestId}/answers' })
    .input(itemAnswer.extend({ caseId: CaseId }))
    .output(StudyFile),
  /** Validity of every document is looked at again on headquarters' own day. */
  report: hqPermitted('study.write')
    .route({ method: 'POST', path: '/study/{caseId}/report' })
    .input(
      caseInput.extend({ findings: longWords, items: z.array(ItemRecommendation).min(1).max(60) }),
    )
    .output(StudyFile),
  resume: hqPermitted('study.write')
    .route({ method: 'POST', path: '/study/{caseId}/resume' })
    .input(caseInput.extend({ reason: words }))
    .output(StudyFile),
  /** The number of the copy of the notice of its lapse (N10) that is printed now. */
  printLapse: hqPermitted('cases.reopen')
    .route({ method: 'POST', path: '/study/{caseId}/lapse-notice' })
    .input(caseInput.extend({ language: Language }))
    .output(z.strictObject({ copy: z.int() })),
  /** The number of the copy of a visit's sheet (N6) that is printed now. */
  printVisit: hqPermitted('cases.read')
    .route({ method: 'POST', path: '/study/{caseId}/visits/{visitId}/sheet' })
    .input(caseInput.extend({ visitId: z.uuid(), language: Language }))
    .output(z.strictObject({ copy: z.int() })),
  reopen: hqPermitted('cases.reopen')
    .route({ method: 'POST', path: '/study/{caseId}/reopen' })
    .input(caseInput.extend({ reason: words }))
    .output(StudyFile),
};

export const hqReferralsContract = {
  list: hqPermitted('cases.read')
    .route({ method: 'GET', path: '/referrals' })
    .input(z.strictObject({ view: z.enum(['open', 'answered']), ...page }))
    .output(
      z.strictObject({
        referrals: z.array(ListedReferral),
        next: z.int().nullable(),
        open: z.int(),
      }),
    ),
  refer: hqPermitted('referrals.write')
    .route({ method: 'POST', path: '/cases/{caseId}/referrals' })
    .input(
      caseInput.extend({
        reason: ReferralReason,
        question: words,
        appointment: Appointment.nullable(),
        documents: z.array(DocumentKey).max(60),
      }),
    )
    .output(StudyFile),
  addQuestion: hqPermitted('referrals.write')
    .route({ method: 'POST', path: '/cases/{caseId}/referrals/{referralId}/questions' })
    .input(caseInput.extend({ referralId: ReferralId, question: words }))
    .output(StudyFile),
  answer: hqPermitted('referrals.answer')
    .route({ method: 'POST', path: '/cases/{caseId}/referrals/{referralId}/answer' })
    .input(
      caseInput.extend({
        referralId: ReferralId,
        text: words,
        /** How many answers the thread had when it was read: one that came meanwhile is shown first. */
        seenAnswers: z.int().min(0),
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
      }),
    )
    .output(StudyFile),
  withdraw: hqPermitted('referrals.write')
    .route({ method: 'POST', path: '/cases/{caseId}/referrals/{referralId}/withdraw' })
    .input(caseInput.extend({ referralId: ReferralId, reason: words }))
    .output(StudyFile),
};
