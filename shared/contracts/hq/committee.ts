import { z } from 'zod';
import { SupportItemDecision } from '#shared/domain/case/decision.ts';
import { ItemRecommendation } from '#shared/domain/case/studyEvents.ts';
import { CaseStatus, Language } from '#shared/domain/case/vocabulary.ts';
import { ItemDraft } from '#shared/domain/committee/draft.ts';
import { AgendaCase, CommitteeSession, SessionStatus } from '#shared/domain/committee/session.ts';
import {
  MotionId,
  SessionId,
  SessionMember,
  SessionPlace,
  Vote,
} from '#shared/domain/committee/sessionEvents.ts';
import { ActorId, CaseId, Instant, IsoDay } from '#shared/domain/identity.ts';
import { hqPermitted } from './base.ts';
import { COMMITTEE_ERROR_CODES } from './committeeErrors.ts';
import { AskedItem } from './decisions.ts';

/** What the committee would decide of a case: all of it, what it deferred, or what an appeal is about. */
export const SubjectKind = z.enum(['first', 'deferred', 'appeal']);
export type SubjectKind = z.infer<typeof SubjectKind>;

/** A case before the committee, as lists say it. */
export const CommitteeCase = z.strictObject({
  caseId: CaseId,
  reference: z.string(),
  fileNo: z.string().nullable(),
  applicantName: z.string(),
  branchName: z.string(),
  status: CaseStatus,
  submittedAt: Instant.nullable(),
  /** Days since the submission, where nothing was decided yet and the association's target has passed. */
  lateDays: z.int().nullable(),
  subject: SubjectKind.nullable(),
  /** The live session on whose agenda it stands. */
  session: z.strictObject({ sessionId: SessionId, number: z.string() }).nullable(),
  /** Why it cannot be decided now; null where it can. */
  hindrance: z.enum(COMMITTEE_ERROR_CODES).nullable(),
});
export type CommitteeCase = z.infer<typeof CommitteeCase>;

export const SessionSummary = z.strictObject({
  sessionId: SessionId,
  number: z.string(),
  status: SessionStatus,
  heldOn: IsoDay,
  startsAt: z.string(),
  place: SessionPlace,
  chairName: z.string(),
  members: z.int(),
  cases: z.int(),
  decided: z.int(),
});
export type SessionSummary = z.infer<typeof SessionSummary>;

export const OpenSession = z.strictObject({
  session: CommitteeSession,
  /** In the order of the agenda. */
  cases: z.array(CommitteeCase),
  quorum: z.int(),
  today: IsoDay,
});
export type OpenSession = z.infer<typeof OpenSession>;

export const Draft = z.strictObject({
  items: z.array(ItemDraft),
  version: z.int(),
  savedBy: z.string(),
  savedAt: Instant,
});
export type Draft = z.infer<typeof Draft>;

/** One case of an agenda with all that a decision on it needs. */
export const CaseInSession = z.strictObject({
  session: z.strictObject({
    sessionId: SessionId,
    number: z.string(),
    status: SessionStatus,
    chairId: ActorId,
    quorum: z.int(),
  }),
  case: CommitteeCase,
  agenda: AgendaCase,
  /** The items to decide, as they were asked for. */
  items: z.array(AskedItem),
  /** What stands of other items, from earlier decisions. */
  standing: z.array(SupportItemDecision),
  appeal: z
    .strictObject({
      decisionNumber: z.string(),
      filedOn: IsoDay,
      grounds: z.string(),
      newDocuments: z.string().nullable(),
      lateReason: z.string().nullable(),
    })
    .nullable(),
  /** What came in answer to what the items waited for. */
  answers: z.array(z.strictObject({ text: z.string(), at: Instant })),
  members: z.array(
    SessionMember.extend({
      noVoice: z
        .enum(['notAMember', 'memberAbsent', 'memberRecused', 'memberOfFirstDecision'])
        .nullable(),
    }),
  ),
  /** The officer's last report; the form begins with what it recommends. */
  report: z
    .strictObject({
      officerName: z.string(),
      reportedOn: IsoDay,
      findings: z.string(),
      items: z.array(ItemRecommendation),
    })
    .nullable(),
  draft: Draft.nullable(),
});
export type CaseInSession = z.infer<typeof CaseInSession>;

/** N12: the session with the items of its cases by name. */
export const Minutes = z.strictObject({
  session: CommitteeSession,
  quorum: z.int(),
  cases: z.array(
    z.strictObject({
      caseId: CaseId,
      reference: z.string(),
      fileNo: z.string().nullable(),
      branchName: z.string(),
      items: z.array(AskedItem),
      firstDeciders: z.array(ActorId),
    }),
  ),
});
export type Minutes = z.infer<typeof Minutes>;

const words = z.string().trim().min(1).max(2000);
const inSession = z.strictObject({ sessionId: SessionId });
const onCase = inSession.extend({ caseId: CaseId });
const plan = z.strictObject({
  heldOn: IsoDay,
  startsAt: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u),
  place: SessionPlace,
  members: z.array(ActorId).min(1).max(40),
  chairId: ActorId,
});
const present = { present: z.array(ActorId).max(40) };
const atVersion = { version: z.int() };
const PATH = '/committee/sessions';
const OF_SESSION = `${PATH}/{sessionId}` as const;
const OF_CASE = `${OF_SESSION}/cases/{caseId}` as const;

export const hqCommitteeContract = {
  list: hqPermitted('cases.read')
    .route({ method: 'GET', path: PATH })
    .input(z.strictObject({ view: z.enum(['coming', 'past']) }))
    .output(z.strictObject({ sessions: z.array(SessionSummary) })),
  /** Who may sit in a session, and who of them may chair it. */
  people: hqPermitted('cases.read')
    .route({ method: 'GET', path: '/committee/people' })
    .output(z.strictObject({ people: z.array(SessionMember.extend({ mayChair: z.boolean() })) })),
  /** What a plan goes by: headquarters' own day, and the quorum in force. */
  terms: hqPermitted('cases.read')
    .route({ method: 'GET', path: '/committee/terms' })
    .output(z.strictObject({ today: IsoDay, quorum: z.int() })),
  /** Cases for an agenda: studied, deferred that come back, appealed; the oldest first, at most 200. */
  ready: hqPermitted('cases.read')
    .route({ method: 'GET', path: '/committee/ready' })
    .output(z.strictObject({ cases: z.array(CommitteeCase) })),
  /** Motions, votes and recusals only for those who sit in sessions. */
  open: hqPermitted('cases.read')
    .route({ method: 'GET', path: OF_SESSION })
    .input(inSession)
    .output(OpenSession),
  /** `memberUnfit` for somebody who has no seat, or a chair who may not lead. */
  plan: hqPermitted('sessions.plan')
    .route({ method: 'POST', path: PATH })
    .input(plan)
    .output(OpenSession),
  replan: hqPermitted('sessions.plan')
    .route({ method: 'POST', path: `${OF_SESSION}/plan` })
    .input(plan.extend({ sessionId: SessionId, ...atVersion }))
    .output(OpenSession),
  callOff: hqPermitted('sessions.plan')
    .route({ method: 'POST', path: `${OF_SESSION}/call-off` })
    .input(inSession.extend({ reason: words }))
    .output(OpenSession),
  /** In this order. `onAnotherAgenda` with the cases that wait elsewhere. */
  setAgenda: hqPermitted('sessions.plan')
    .route({ method: 'POST', path: `${OF_SESSION}/agenda` })
    .input(inSession.extend({ cases: z.array(CaseId).max(200), ...atVersion }))
    .output(OpenSession),
  begin: hqPermitted('cases.decide')
    .route({ method: 'POST', path: `${OF_SESSION}/begin` })
    .input(inSession.extend(present))
    .output(OpenSession),
  attendance: hqPermitted('cases.decide')
    .route({ method: 'POST', path: `${OF_SESSION}/attendance` })
    .input(inSession.extend(present))
    .output(OpenSession),
  close: hqPermitted('cases.decide')
    .route({ method: 'POST', path: `${OF_SESSION}/close` })
    .input(inSession)
    .output(OpenSession),
  addToMinutes: hqPermitted('cases.decide')
    .route({ method: 'POST', path: `${OF_SESSION}/minutes` })
    .input(inSession.extend({ text: words }))
    .output(OpenSession),
  minutes: hqPermitted('cases.vote')
    .route({ method: 'GET', path: `${OF_SESSION}/minutes` })
    .input(inSession)
    .output(Minutes),
  /** The number of the copy of the minutes (N12) that is printed now. */
  printMinutes: hqPermitted('cases.vote')
    .route({ method: 'POST', path: `${OF_SESSION}/minutes/copies` })
    .input(inSession.extend({ language: Language }))
    .output(z.strictObject({ copy: z.int() })),
  /** For those who sit in sessions alone: drafts, motions and votes are nobody else's. */
  openCase: hqPermitted('cases.vote')
    .route({ method: 'GET', path: OF_CASE })
    .input(onCase)
    .output(CaseInSession),
  /** A member's own, or by whoever leads another's. */
  recuse: hqPermitted('cases.vote')
    .route({ method: 'POST', path: `${OF_CASE}/recusal` })
    .input(onCase.extend({ reason: words }))
    .output(CaseInSession),
  recordRecusal: hqPermitted('cases.decide')
    .route({ method: 'POST', path: `${OF_CASE}/recusals` })
    .input(onCase.extend({ memberId: ActorId, reason: words }))
    .output(CaseInSession),
  /** `formChanged` where somebody else has saved since `base`, 0 before the first. */
  saveDraft: hqPermitted('cases.decide')
    .route({ method: 'POST', path: `${OF_CASE}/draft` })
    .input(onCase.extend({ items: z.array(ItemDraft).min(1).max(60), base: z.int().min(0) }))
    .output(Draft),
  /** Puts motions on items to the vote; votes on an earlier motion on the item lapse. */
  put: hqPermitted('cases.decide')
    .route({ method: 'POST', path: `${OF_CASE}/motions` })
    .input(onCase.extend({ items: z.array(SupportItemDecision).min(1).max(60) }))
    .output(CaseInSession),
  /** A member's own vote. */
  vote: hqPermitted('cases.vote')
    .route({ method: 'POST', path: `${OF_CASE}/vote` })
    .input(onCase.extend({ motionId: MotionId, vote: Vote }))
    .output(CaseInSession),
  /** Votes given by hand in the room, written down by whoever leads. */
  recordVotes: hqPermitted('cases.decide')
    .route({ method: 'POST', path: `${OF_CASE}/votes` })
    .input(
      onCase.extend({
        motionId: MotionId,
        votes: z
          .array(z.strictObject({ memberId: ActorId, vote: Vote }))
          .min(1)
          .max(40),
      }),
    )
    .output(CaseInSession),
  /** Makes what was carried the decision on the case. */
  decide: hqPermitted('cases.decide')
    .route({ method: 'POST', path: `${OF_CASE}/decision` })
    .input(onCase)
    .output(CaseInSession),
};
