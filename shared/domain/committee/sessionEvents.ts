import { z } from 'zod';
import { DecisionId, SupportItemDecision } from '../case/decision.ts';
import { ActorId, CaseId, IsoDay } from '../identity.ts';

export const SessionId = z.uuid().brand<'SessionId'>();
export type SessionId = z.infer<typeof SessionId>;

export const MotionId = z.uuid().brand<'MotionId'>();
export type MotionId = z.infer<typeof MotionId>;

const words = z.string().trim().min(1).max(2000);

/** Under the name that they had when the session was planned, so that minutes read the same for ever. */
export const SessionMember = z.strictObject({
  personId: ActorId,
  name: z.string().min(1).max(120),
});
export type SessionMember = z.infer<typeof SessionMember>;

export const SessionPlace = z.strictObject({
  kind: z.enum(['room', 'remote']),
  /** Which room, or by what means. */
  where: z.string().trim().min(1).max(200),
});
export type SessionPlace = z.infer<typeof SessionPlace>;

export const Vote = z.enum(['for', 'against', 'abstain']);
export type Vote = z.infer<typeof Vote>;

const plan = {
  heldOn: IsoDay,
  /** Riyadh time, `HH:MM`. */
  startsAt: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u),
  place: SessionPlace,
  members: z.array(SessionMember).min(1).max(40),
  chairId: ActorId,
};
export const SessionPlan = z
  .strictObject(plan)
  .refine(({ members, chairId }) => members.some(({ personId }) => personId === chairId), {
    error: 'chairNotMember',
  })
  .refine(
    ({ members }) => new Set(members.map(({ personId }) => personId)).size === members.length,
    { error: 'memberTwice' },
  );
export type SessionPlan = z.infer<typeof SessionPlan>;

const sessionId = { sessionId: SessionId };
const onCase = { ...sessionId, caseId: CaseId };
const present = { present: z.array(ActorId).max(40) };

/**
 * What happens to a session of the research committee. They are headquarters' own events and reach no
 * branch: what was decided of a case reaches its branch by the case's own events, on its day.
 */
export const SESSION_EVENT_PAYLOADS = {
  sessionPlanned: z.strictObject({ ...sessionId, number: z.string().min(1).max(40), ...plan }),
  sessionReplanned: z.strictObject({ ...sessionId, ...plan }),
  sessionCalledOff: z.strictObject({ ...sessionId, reason: words }),
  agendaSet: z.strictObject({ ...sessionId, cases: z.array(CaseId).max(200) }),
  sessionOpened: z.strictObject({ ...sessionId, ...present }),
  attendanceChanged: z.strictObject({ ...sessionId, ...present }),
  memberRecused: z.strictObject({ ...onCase, memberId: ActorId, reason: words }),
  /** What the members vote on, item by item; another motion on the item takes the place of this one. */
  motionPut: z.strictObject({
    ...onCase,
    motionId: MotionId,
    /** How many events of substance the case had: more than these, and it was voted on as it no longer is. */
    basis: z.int().min(0),
    decision: SupportItemDecision,
  }),
  votesCast: z.strictObject({
    ...onCase,
    motionId: MotionId,
    votes: z
      .array(z.strictObject({ memberId: ActorId, vote: Vote }))
      .min(1)
      .max(40),
  }),
  caseDecidedInSession: z.strictObject({
    ...onCase,
    decisionId: DecisionId,
    decisionNumber: z.string().min(1).max(40),
  }),
  sessionClosed: z.strictObject({ ...sessionId, minutesNumber: z.string().min(1).max(40) }),
  /** Minutes are never changed: what was wrong in them is said beside them. */
  minutesAdded: z.strictObject({ ...sessionId, text: words }),
} as const;

export type SessionEventKind = keyof typeof SESSION_EVENT_PAYLOADS;

/** An event of a session with its day and hand, as the reducer reads it. */
export type SessionEvent = {
  [Kind in SessionEventKind]: {
    readonly kind: Kind;
    /** ISO instant. */
    readonly at: string;
    readonly actorId: ActorId;
    readonly payload: z.infer<(typeof SESSION_EVENT_PAYLOADS)[Kind]>;
  };
}[SessionEventKind];
