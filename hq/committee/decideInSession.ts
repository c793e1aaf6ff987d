import { lockSession } from '#db/hub/committeeSessions.ts';
import { writeHub } from '#db/hub/connection.ts';
import type { CaseInSession } from '#shared/contracts/hq/committee.ts';
import { decisionSubject } from '#shared/domain/case/appealState.ts';
import { DecisionContent, DecisionId } from '#shared/domain/case/decision.ts';
import {
  type CommitteeSession,
  type Motion,
  standingMotions,
} from '#shared/domain/committee/session.ts';
import type { SessionId } from '#shared/domain/committee/sessionEvents.ts';
import { tallyOf, votersOn, votesMissing } from '#shared/domain/committee/voting.ts';
import type { ActorId, CaseId } from '#shared/domain/identity.ts';
import { lockAndReadCases, writeCaseEvents } from '../cases/writeCaseEvents.ts';
import type { HubContext } from '../context.ts';
import { decisionNumber } from '../decisions/decisionService.ts';
import { riyadhToday } from '../decisions/releaseDecisions.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { itemsToDecide, onAgenda, openCaseInSession, stateOf } from './caseInSession.ts';
import { basisOf, firstDecidersOf, hindranceOf } from './caseStanding.ts';
import { assertOpen, writeSessionEvents } from './onSession.ts';
import { quorumOf } from './sessionLists.ts';

/**
 * Makes what was carried of every item the decision on the case: one number, one answer. What a branch
 * hears of it, and when, is no matter of the session (P35).
 * @throws HqError `sessionNotOpen`, `notOnAgenda`, `caseDecided`, `motionMissing`, `votesMissing`,
 * `noQuorum`, `notCarried`, `caseChanged`, and what hinders a decision on the case
 */
export async function decideInSession(
  hub: HubContext,
  actorId: ActorId,
  input: { readonly sessionId: SessionId; readonly caseId: CaseId },
): Promise<CaseInSession> {
  const { sessionId, caseId } = input;
  await writeHub(hub.db, async (writer) => {
    const session = await lockSession(writer, sessionId);
    if (session === null) throw new HqError('notFound');
    assertOpen(session);
    const agenda = onAgenda(session, caseId);
    if (agenda.decided !== null) throw new HqError('caseDecided');
    const cases = await lockAndReadCases(writer, hub, [caseId]);
    const found = cases.get(caseId);
    const state = stateOf(found);
    const today = riyadhToday(hub);
    const hindrance = hindranceOf(state, today);
    if (hindrance !== null) throw new HqError(hindrance);
    const subject = decisionSubject(state);
    const voters = votersOn(session, agenda, firstDecidersOf(state, subject));
    const standing = standingMotions(agenda);
    const motions = itemsToDecide(hub, state, subject).map(({ itemId }) => {
      const motion = standing.find(({ decision }) => decision.itemId === itemId);
      if (motion === undefined) throw new HqError('motionMissing');
      return motion;
    });
    for (const motion of motions) {
      if (found === undefined || motion.basis !== basisOf(found)) throw new HqError('caseChanged');
      assertCarried(session, motion, voters, quorumOf(hub));
    }
    const number = await decisionNumber(writer, today);
    const decision = DecisionContent.parse({
      decisionId: DecisionId.parse(hub.ids.uuid()),
      number,
      decidedOn: today,
      items: motions.map(({ decision: item }) => item),
      appealDays: state.terms.appealDays,
      reviewOf: subject?.kind === 'appeal' ? subject.appeal.decisionId : null,
    });
    const { decisionId } = decision;
    await writeSessionEvents(writer, hub, session, [
      {
        kind: 'caseDecidedInSession',
        actorId,
        payload: { sessionId, caseId, decisionId, decisionNumber: number },
      },
    ]);
    const held = { sessionId, number: session.number, voters: votersOf(motions) };
    await writeCaseEvents(writer, hub, cases, [
      { kind: 'decisionMade', caseId, actorId, payload: { decision, session: held } },
      { kind: 'decisionReached', caseId, actorId, payload: { decisionId } },
    ]);
  });
  return openCaseInSession(hub, input);
}

function assertCarried(
  { members, chairId }: CommitteeSession,
  motion: Motion,
  voters: readonly ActorId[],
  quorum: number,
): void {
  const missing = votesMissing(motion, voters);
  if (missing.length > 0) {
    const names = members.flatMap(({ personId, name }) =>
      missing.includes(personId) ? [name] : [],
    );
    throw new HqError('votesMissing', { names });
  }
  if (motion.votes.length < quorum) throw new HqError('noQuorum');
  if (!tallyOf(motion, chairId).isCarried) throw new HqError('notCarried');
}

function votersOf(motions: readonly Motion[]): ActorId[] {
  return [...new Set(motions.flatMap(({ votes }) => votes.map(({ memberId }) => memberId)))];
}
