import { z } from 'zod';
import { ActorId, EventId, IsoDay } from '../identity.ts';
import { leftIncomplete } from './awaited.ts';
import { FrozenValidity } from './frozenValidity.ts';

const words = z.string().trim().min(1).max(2000);
const longWords = z.string().trim().min(1).max(4000);
const personName = z.string().trim().min(1).max(200);
/** `HH:MM`, Riyadh time. */
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const VisitId = z.uuid().brand<'VisitId'>();
export type VisitId = z.infer<typeof VisitId>;

export const RequestId = z.uuid().brand<'RequestId'>();
export type RequestId = z.infer<typeof RequestId>;

export const ReportId = z.uuid().brand<'ReportId'>();
export type ReportId = z.infer<typeof ReportId>;

/** The window in which a visit is to be made, who makes it, and what is to be asked there (N6). */
export const VisitPlan = z
  .strictObject({
    by: z.enum(['branch', 'headquarters']),
    /** Null while the branch has still to name somebody. */
    visitor: personName.nullable(),
    on: IsoDay,
    from: hour.nullable(),
    to: hour.nullable(),
    place: z.string().trim().min(1).max(400),
    questions: z.array(z.string().trim().min(1).max(400)).min(1).max(20),
  })
  .refine(({ from, to }) => from === null || to === null || from < to, { error: 'windowReversed' });
export type VisitPlan = z.infer<typeof VisitPlan>;

export const VisitOutcome = z.enum(['done', 'notAtHome', 'refused']);
export type VisitOutcome = z.infer<typeof VisitOutcome>;

/** What was found; who was not at home, or did not wish it, is recorded without blame. */
export const visitRecorded = z
  .strictObject({
    visitId: VisitId,
    outcome: VisitOutcome,
    visitedOn: IsoDay,
    visitor: personName,
    findings: longWords.nullable(),
    /** One for each question of the plan, in its order; null where it was not asked. */
    answers: z.array(words.nullable()).max(20),
  })
  .refine(({ outcome, findings }) => outcome !== 'done' || findings !== null, {
    error: 'findingsMissing',
  });

/** A newer paper that was seen for the study; what was submitted and sealed stays as it is. */
export const SeenPaper = z.strictObject({
  originalSighted: z.boolean(),
  issuedOn: IsoDay.nullable(),
  expiresOn: IsoDay.nullable(),
});
export type SeenPaper = z.infer<typeof SeenPaper>;

/** One item of a request for more: it came, or it cannot be had and the words say why. */
export const moreItemAnswered = z
  .strictObject({
    requestId: RequestId,
    itemId: z.uuid(),
    outcome: z.enum(['came', 'cannot']),
    text: words.nullable(),
    paper: SeenPaper.nullable(),
  })
  .refine(({ outcome, text }) => outcome === 'came' || text !== null, { error: 'reasonMissing' });

/** What the officer recommends for one support item; the committee decides. */
export const ItemRecommendation = z.strictObject({
  /** The row of `supportItems` in the answers. */
  itemId: z.string().min(1).max(80),
  recommends: z.enum(['accept', 'reject', 'defer']),
  /** Halalas; a month's where it is monthly. Null for support in kind, and where nothing is given. */
  amount: z.int().min(1).max(10_000_000_000).nullable(),
  quantity: z.int().min(1).max(100_000).nullable(),
  /** Null for once. */
  months: z.int().min(1).max(60).nullable(),
  reason: words,
});
export type ItemRecommendation = z.infer<typeof ItemRecommendation>;

export const StudyReport = z
  .strictObject({
    reportId: ReportId,
    officerId: ActorId,
    officerName: personName,
    reportedOn: IsoDay,
    findings: longWords,
    items: z.array(ItemRecommendation).min(1).max(60),
    /** Every document as it stood on the day of the report (P32). */
    validAtDecision: z.array(FrozenValidity).max(200),
  })
  .refine(({ items }) => new Set(items.map(({ itemId }) => itemId)).size === items.length, {
    error: 'itemTwice',
  });
export type StudyReport = z.infer<typeof StudyReport>;

/** The event with which a waiting began: a list of what is missing, a request, a reopening. */
const began = EventId;

/** Study of a case at headquarters, and what it asks of the branch (policy, lifecycle). */
export const STUDY_EVENT_PAYLOADS = {
  studyAssigned: z.strictObject({ officerId: ActorId, officerName: personName }),
  /** Stays at headquarters: why somebody does not study a case is nobody's business at the branch. */
  studyConflictDeclared: z.strictObject({ officerId: ActorId, reason: words }),
  studyBegun: z.strictObject({ officerId: ActorId, noConflict: z.literal(true) }),
  /** Stays at headquarters. */
  studyNoteAdded: z.strictObject({ authorName: personName, text: longWords }),
  visitScheduled: z.strictObject({ visitId: VisitId, plan: VisitPlan }),
  visitCancelled: z.strictObject({ visitId: VisitId, reason: words }),
  visitRecorded,
  moreRequested: leftIncomplete.extend({ requestId: RequestId, text: words.nullable() }),
  moreWithdrawn: z.strictObject({ requestId: RequestId, reason: words }),
  moreItemAnswered,
  /** Stays at headquarters: a recommendation would hint at the answer. */
  studyReported: z.strictObject({ report: StudyReport }),
  /** What the branch hears of a report: that the case goes to the committee. */
  studyCompleted: z.strictObject({ reportId: ReportId }),
  /** The committee, or the officer, wants the case studied further. */
  studyResumed: z.strictObject({ reason: words }),
  awaitedReminded: z.strictObject({ began, count: z.int().min(1).max(2) }),
  caseLapsed: z.strictObject({ began, days: z.int().min(1).max(3660), lapsedOn: IsoDay }),
  caseReopened: z.strictObject({ reason: words, reopenedOn: IsoDay, dueOn: IsoDay.nullable() }),
} as const;

/** Events of the study that a branch never has. */
export const STUDY_STAYS = ['studyConflictDeclared', 'studyNoteAdded', 'studyReported'] as const;

const WRITTEN_AT_BRANCHES: ReadonlySet<string> = new Set([
  'visitRecorded',
  'moreItemAnswered',
  'caseReopened',
]);

export function isStudyOfHeadquarters(kind: string): boolean {
  return Object.hasOwn(STUDY_EVENT_PAYLOADS, kind) && !WRITTEN_AT_BRANCHES.has(kind);
}
