import { setTimeout as pause } from 'node:timers/promises';
import type { CommitteeSession } from '#shared/domain/committee/session.ts';
import type { ActorId, CaseId } from '#shared/domain/identity.ts';
import { findHubCase } from '../cases/hubCase.ts';
import { openCaseInSession } from '../committee/caseInSession.ts';
import { decideInSession } from '../committee/decideInSession.ts';
import { beginSession, closeSession, planSession, setAgenda } from '../committee/sessionPlans.ts';
import { castVotes, putMotions } from '../committee/votes.ts';
import type { HubContext } from '../context.ts';
import { releaseDueDecisions } from '../decisions/releaseDecisions.ts';
import { register } from '../delivery/deliveryService.ts';
import { readTrainingHeadquarters } from './seedHeadquarters.ts';

const LONGEST_WAIT_MS = 60_000;
const LOOK_EVERY_MS = 500;

/** A case was accepted in a session of its own on the morning of this day, and its day has come. */
export async function seedDecided(
  hub: HubContext,
  planned: CommitteeSession,
  caseId: CaseId,
): Promise<void> {
  const { chairId, heldOn, place } = planned;
  const members = planned.members.map(({ personId }) => personId);
  const { startsAt } = readTrainingHeadquarters().decided;
  const { session } = await planSession(hub, chairId, {
    heldOn,
    startsAt,
    place,
    members,
    chairId,
  });
  const { sessionId, version } = session;
  await setAgenda(hub, chairId, { sessionId, cases: [caseId], version });
  await beginSession(hub, chairId, { sessionId, present: members });
  const onCase = { sessionId, caseId };
  const { items } = await openCaseInSession(hub, onCase);
  const { agenda } = await putMotions(hub, chairId, {
    ...onCase,
    items: items.map(({ itemId, amount, quantity }) => ({
      itemId,
      outcome: 'accepted' as const,
      amount,
      quantity: amount === null && quantity === null ? 1 : quantity,
      period: { kind: 'once' as const },
      fundingSource: 'sadaqa' as const,
      conditions: null,
      reason: null,
    })),
  });
  const votes = members.map((memberId) => ({ memberId, vote: 'for' as const }));
  for (const { motionId } of agenda.motions) {
    await castVotes(hub, chairId, { ...onCase, motionId, votes });
  }
  await decideInSession(hub, chairId, onCase);
  await closeSession(hub, chairId, { sessionId });
  await releaseDueDecisions(hub);
}

/**
 * Once the branch has told the person, the request is registered, and its support is due from this day on.
 * Waits for the branch's word; nobody waits for this.
 */
export async function registerWhenTold(
  hub: HubContext,
  actorId: ActorId,
  caseId: CaseId,
): Promise<void> {
  const until = performance.now() + LONGEST_WAIT_MS;
  while (performance.now() < until) {
    const stage = (await findHubCase(hub.db, hub.hubId, caseId))?.state?.stage;
    if (stage === 'notified') {
      await register(hub, actorId, { caseId, account: null, conditionsMet: false, note: null });
      return;
    }
    if (stage === 'registered') return;
    await pause(LOOK_EVERY_MS);
  }
}
