import { findDecidable } from '#db/hub/decisionLists.ts';
import type { CaseDecision } from '#shared/contracts/hq/decisions.ts';
import type { AppealId } from '#shared/domain/case/appealEvents.ts';
import { decisionSubject } from '#shared/domain/case/appealState.ts';
import {
  DecisionContent,
  DecisionId,
  type SupportItemDecision,
} from '#shared/domain/case/decision.ts';
import type { ActorId, CaseId } from '#shared/domain/identity.ts';
import type { HubContext } from '../context.ts';
import { coversItems } from '../decisions/askedItems.ts';
import { decisionNumber, onCase, openDecision } from '../decisions/decisionService.ts';
import { riyadhToday } from '../decisions/releaseDecisions.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { itemsToDecide } from './caseInSession.ts';
import { firstDecidersOf, hindranceOf } from './caseStanding.ts';
import { assertMotion } from './votes.ts';

/**
 * The director decides on an appeal alone, where the members who did not make the first decision are
 * too few for a session: the policy names "other members, or the director". Accepted or rejected, item
 * by item, by somebody who had no part in the first decision; never beside a session that has it.
 * @throws HqError `appealNotOpen`, `memberOfFirstDecision`, `onAnotherAgenda`, `itemsNotCovered`,
 * `reasonNotOffered`, `amountAboveAsked`, `amountAboveLimit`, and what hinders a decision on the case
 */
export async function decideAppeal(
  hub: HubContext,
  actorId: ActorId,
  input: {
    readonly caseId: CaseId;
    readonly appealId: AppealId;
    readonly items: readonly SupportItemDecision[];
  },
): Promise<CaseDecision> {
  const { caseId, appealId, items } = input;
  await onCase(hub, caseId, null, async (writer, state) => {
    const today = riyadhToday(hub);
    const subject = decisionSubject(state);
    if (subject?.kind !== 'appeal' || subject.appeal.appealId !== appealId) {
      throw new HqError('appealNotOpen');
    }
    const hindrance = hindranceOf(state, today);
    if (hindrance !== null) throw new HqError(hindrance);
    if (firstDecidersOf(state, subject).has(actorId)) throw new HqError('memberOfFirstDecision');
    const row = await findDecidable(writer, caseId);
    if (row?.sessionId != null) throw new HqError('onAnotherAgenda');
    const asked = itemsToDecide(hub, state, subject);
    if (!coversItems(asked, items)) throw new HqError('itemsNotCovered');
    for (const item of items) assertMotion(hub, asked, item);
    const decision = DecisionContent.parse({
      decisionId: DecisionId.parse(hub.ids.uuid()),
      number: await decisionNumber(writer, today),
      decidedOn: today,
      items,
      appealDays: state.terms.appealDays,
      reviewOf: subject.appeal.decisionId,
    });
    const { decisionId } = decision;
    return [
      { kind: 'decisionMade', caseId, actorId, payload: { decision } },
      { kind: 'decisionReached', caseId, actorId, payload: { decisionId } },
    ];
  });
  return openDecision(hub, caseId);
}
