import type { z } from 'zod';
import { lockSession, saveDraft as putDraft } from '#db/hub/committeeSessions.ts';
import { writeHub } from '#db/hub/connection.ts';
import type { CaseInSession, Draft, hqCommitteeContract } from '#shared/contracts/hq/committee.ts';
import type { AskedItem } from '#shared/contracts/hq/decisions.ts';
import { decisionSubject } from '#shared/domain/case/appealState.ts';
import type { SupportItemDecision } from '#shared/domain/case/decision.ts';
import { COMMITTEE_RULES } from '#shared/domain/committee/committeeRules.ts';
import type { AgendaCase, CommitteeSession } from '#shared/domain/committee/session.ts';
import { MotionId } from '#shared/domain/committee/sessionEvents.ts';
import { noVoice, votersOn } from '#shared/domain/committee/voting.ts';
import type { ActorId, CaseId } from '#shared/domain/identity.ts';
import { findHubCase } from '../cases/hubCase.ts';
import { type HubContext, nowOf } from '../context.ts';
import { assertReasonsOffered } from '../decisions/decisionService.ts';
import { riyadhToday } from '../decisions/releaseDecisions.ts';
import { HqError } from '../dispatcher/hqError.ts';
import {
  draftAtHand,
  itemsToDecide,
  onAgenda,
  openCaseInSession,
  stateOf,
} from './caseInSession.ts';
import { basisOf, firstDecidersOf, hindranceOf } from './caseStanding.ts';
import { assertOpen, onSession } from './onSession.ts';
import { quorumOf } from './sessionLists.ts';

type Input<Name extends keyof Omit<typeof hqCommitteeContract, 'people' | 'terms' | 'ready'>> =
  z.output<NonNullable<(typeof hqCommitteeContract)[Name]['~orpc']['inputSchema']>>;

/**
 * A member steps back from a case that touches them, by their own word or as the chair records it.
 * @throws HqError `sessionNotOpen`, `notOnAgenda`, `notAMember`, `recusedAlready`, `alreadyVoted`
 */
export async function recuse(
  hub: HubContext,
  actorId: ActorId,
  input: Input<'recordRecusal'>,
): Promise<CaseInSession> {
  const { sessionId, caseId, memberId, reason } = input;
  await onSession(hub, sessionId, (_writer, session) => {
    assertOpen(session);
    const agenda = undecided(session, caseId);
    if (!session.members.some(({ personId }) => personId === memberId)) {
      throw new HqError('notAMember');
    }
    if (agenda.recusals.some((each) => each.memberId === memberId)) {
      throw new HqError('recusedAlready');
    }
    const hasVoted = agenda.motions.some(
      ({ isReplaced, votes }) => !isReplaced && votes.some((each) => each.memberId === memberId),
    );
    if (hasVoted) throw new HqError('alreadyVoted');
    const payload = { sessionId, caseId, memberId, reason };
    return [{ kind: 'memberRecused', actorId, payload }];
  });
  return openCaseInSession(hub, input);
}

/** Kept at every pause, over a restart and another browser. @throws HqError `formChanged`, `sessionNotOpen` */
export async function keepDraft(
  hub: HubContext,
  actorId: ActorId,
  { sessionId, caseId, items, base }: Input<'saveDraft'>,
): Promise<Draft> {
  const saved = await writeHub(hub.db, async (writer) => {
    const session = await lockSession(writer, sessionId);
    if (session === null) throw new HqError('notFound');
    if (session.status !== 'planned') assertOpen(session);
    undecided(session, caseId);
    const savedAt = nowOf(hub);
    return putDraft(writer, { sessionId, caseId, base, content: items, savedBy: actorId, savedAt });
  });
  const draft = await draftAtHand(hub.db, sessionId, caseId);
  if (saved === null || draft === null) throw new HqError('formChanged');
  return draft;
}

/**
 * Puts motions to the vote, with nothing in them that the committee may not decide.
 * @throws HqError `sessionNotOpen`, `notOnAgenda`, `caseDecided`, `noQuorum`, `itemsNotCovered`,
 * `amountAboveAsked`, `amountAboveLimit`, `reasonNotOffered`, and what hinders a decision on the case
 */
export async function putMotions(
  hub: HubContext,
  actorId: ActorId,
  input: Input<'put'>,
): Promise<CaseInSession> {
  const { sessionId, caseId, items } = input;
  await onSession(hub, sessionId, async (_writer, session) => {
    assertOpen(session);
    const { agenda, basis, firstDeciders, asked } = await caseAtHand(hub, session, caseId);
    if (votersOn(session, agenda, firstDeciders).length < quorumOf(hub)) {
      throw new HqError('noQuorum');
    }
    for (const item of items) assertMotion(hub, asked, item);
    return items.map((decision) => ({
      kind: 'motionPut' as const,
      actorId,
      payload: {
        ...{ sessionId, caseId, basis, decision },
        motionId: MotionId.parse(hub.ids.uuid()),
      },
    }));
  });
  return openCaseInSession(hub, input);
}

/**
 * @throws HqError `sessionNotOpen`, `notOnAgenda`, `motionReplaced`, `alreadyVoted`, `notAMember`,
 * `memberAbsent`, `memberRecused`, `memberOfFirstDecision`, `noQuorum`, `caseChanged`, and what hinders
 * a decision on the case
 */
export async function castVotes(
  hub: HubContext,
  actorId: ActorId,
  input: Input<'recordVotes'>,
): Promise<CaseInSession> {
  const { sessionId, caseId, motionId, votes } = input;
  if (new Set(votes.map(({ memberId }) => memberId)).size !== votes.length) {
    throw new HqError('alreadyVoted');
  }
  await onSession(hub, sessionId, async (_writer, session) => {
    assertOpen(session);
    const { agenda, basis, firstDeciders } = await caseAtHand(hub, session, caseId);
    const motion = agenda.motions.find((each) => each.motionId === motionId);
    if (motion === undefined || motion.isReplaced) throw new HqError('motionReplaced');
    if (motion.basis !== basis) throw new HqError('caseChanged');
    for (const { memberId } of votes) {
      const why = noVoice(session, agenda, firstDeciders, memberId);
      if (why !== null) throw new HqError(why);
      if (motion.votes.some((each) => each.memberId === memberId))
        throw new HqError('alreadyVoted');
    }
    if (votersOn(session, agenda, firstDeciders).length < quorumOf(hub)) {
      throw new HqError('noQuorum');
    }
    return [{ kind: 'votesCast', actorId, payload: { sessionId, caseId, motionId, votes } }];
  });
  return openCaseInSession(hub, input);
}

/** @throws HqError `notOnAgenda`, `caseDecided` */
function undecided(session: CommitteeSession, caseId: CaseId): AgendaCase {
  const agenda = onAgenda(session, caseId);
  if (agenda.decided !== null) throw new HqError('caseDecided');
  return agenda;
}

/** The case as it is now, and what of it is to be decided. */
async function caseAtHand(hub: HubContext, session: CommitteeSession, caseId: CaseId) {
  const agenda = undecided(session, caseId);
  const found = await findHubCase(hub.db, hub.hubId, caseId);
  const state = stateOf(found);
  const hindrance = hindranceOf(state, riyadhToday(hub));
  if (hindrance !== null) throw new HqError(hindrance);
  const subject = decisionSubject(state);
  return {
    agenda,
    basis: found === null ? 0 : basisOf(found),
    firstDeciders: firstDecidersOf(state, subject),
    asked: itemsToDecide(hub, state, subject),
  };
}

/** @throws HqError `itemsNotCovered`, `reasonNotOffered`, `amountAboveAsked`, `amountAboveLimit` */
export function assertMotion(
  hub: HubContext,
  asked: readonly AskedItem[],
  motion: SupportItemDecision,
): void {
  const item = asked.find(({ itemId }) => itemId === motion.itemId);
  if (item === undefined) throw new HqError('itemsNotCovered');
  assertReasonsOffered(hub, [motion]);
  if (motion.outcome !== 'accepted') return;
  const { amount, quantity, period } = motion;
  const isAbove = (given: number | null, wanted: number | null) =>
    given !== null && wanted !== null && given > wanted;
  if (isAbove(amount, item.amount) || isAbove(quantity, item.quantity)) {
    throw new HqError('amountAboveAsked');
  }
  const months = period.kind === 'monthly' ? period.months : 1;
  if ((amount ?? 0) * months > COMMITTEE_RULES.mostPerItem) throw new HqError('amountAboveLimit');
}
