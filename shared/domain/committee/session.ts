import { z } from 'zod';
import { DecisionId, SupportItemDecision } from '../case/decision.ts';
import { ActorId, CaseId, Instant, IsoDay } from '../identity.ts';
import { MotionId, SessionId, SessionMember, SessionPlace, Vote } from './sessionEvents.ts';

export const CastVote = z.strictObject({
  memberId: ActorId,
  vote: Vote,
  /** Whose hand wrote it down: the member's own, or the chair's. */
  castBy: ActorId,
  at: Instant,
});
export type CastVote = z.infer<typeof CastVote>;

/** One motion on one support item, with its votes. */
export const Motion = z.strictObject({
  motionId: MotionId,
  basis: z.int(),
  decision: SupportItemDecision,
  putBy: ActorId,
  at: Instant,
  votes: z.array(CastVote),
  /** Another motion on the same item took its place. */
  isReplaced: z.boolean(),
});
export type Motion = z.infer<typeof Motion>;

export const AgendaCase = z.strictObject({
  caseId: CaseId,
  /** In the order in which they were said. */
  recusals: z.array(z.strictObject({ memberId: ActorId, reason: z.string(), at: Instant })),
  motions: z.array(Motion),
  decided: z
    .strictObject({ decisionId: DecisionId, decisionNumber: z.string(), at: Instant })
    .nullable(),
});
export type AgendaCase = z.infer<typeof AgendaCase>;

export const SessionStatus = z.enum(['planned', 'open', 'closed', 'calledOff']);
export type SessionStatus = z.infer<typeof SessionStatus>;

/** A session of the research committee, reduced from its events. */
export const CommitteeSession = z.strictObject({
  sessionId: SessionId,
  number: z.string(),
  status: SessionStatus,
  heldOn: IsoDay,
  startsAt: z.string(),
  place: SessionPlace,
  members: z.array(SessionMember),
  chairId: ActorId,
  agenda: z.array(AgendaCase),
  /** Who is there now; after the close, who was there at its end. */
  present: z.array(ActorId),
  /** Who was there at any time. */
  attended: z.array(ActorId),
  openedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  minutesNumber: z.string().nullable(),
  addenda: z.array(z.strictObject({ text: z.string(), actorId: ActorId, at: Instant })),
  calledOff: z.string().nullable(),
  /** How many events made it what it is. */
  version: z.int(),
});
export type CommitteeSession = z.infer<typeof CommitteeSession>;

export function agendaCase(session: CommitteeSession, caseId: string): AgendaCase | null {
  return session.agenda.find((each) => each.caseId === caseId) ?? null;
}

/** The motions that stand, one an item at most. */
export function standingMotions({ motions }: AgendaCase): readonly Motion[] {
  return motions.filter(({ isReplaced }) => !isReplaced);
}
