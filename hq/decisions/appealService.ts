import type { CaseDecision } from '#shared/contracts/hq/decisions.ts';
import { appealRefusal } from '#shared/domain/case/appeal.ts';
import {
  AppealId,
  type AppealSaid,
  type DeferralAnswerSaid,
} from '#shared/domain/case/appealEvents.ts';
import { deferredItems } from '#shared/domain/case/appealState.ts';
import type { ActorId, CaseId } from '#shared/domain/identity.ts';
import type { HubContext } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { onCase, openDecision } from './decisionService.ts';
import { riyadhToday } from './releaseDecisions.ts';

/**
 * An appeal that is said to headquarters (N9).
 * @throws HqError `notFound`, `actionNotAllowed`, `inputInvalid` for a day to come, and why it is not taken
 */
export async function fileAppeal(
  hub: HubContext,
  actorId: ActorId,
  { caseId, ...said }: AppealSaid & { readonly caseId: CaseId },
): Promise<CaseDecision> {
  await onCase(hub, caseId, null, (_writer, state) => {
    const refusal = appealRefusal(state, said);
    if (refusal !== null) throw new HqError(refusal);
    if (said.filedOn > riyadhToday(hub)) throw new HqError('inputInvalid');
    const decision = state.headquarters.decisions.find(
      (each) => each.decisionId === said.decisionId,
    );
    return [
      {
        kind: 'appealFiled',
        caseId,
        actorId,
        payload: {
          ...said,
          appealId: AppealId.parse(hub.ids.uuid()),
          decisionNumber: decision?.content?.number ?? '',
          place: 'headquarters',
        },
      },
    ];
  });
  return openDecision(hub, caseId);
}

/** @throws HqError `notFound`, `actionNotAllowed`, `inputInvalid` for items that are not deferred */
export async function answerDeferral(
  hub: HubContext,
  actorId: ActorId,
  { caseId, ...said }: DeferralAnswerSaid & { readonly caseId: CaseId },
): Promise<CaseDecision> {
  await onCase(hub, caseId, 'answerDeferral', (_writer, state) => {
    const deferred = deferredItems(state).filter(
      ({ decisionId }) => decisionId === said.decisionId,
    );
    const isDeferred = (itemId: string) => deferred.some(({ item }) => item.itemId === itemId);
    if (!said.itemIds.every(isDeferred)) throw new HqError('inputInvalid');
    return [{ kind: 'deferralAnswered', caseId, actorId, payload: said }];
  });
  return openDecision(hub, caseId);
}
