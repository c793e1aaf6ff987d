import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { appealsContract } from '#shared/contracts/appeals.ts';
import type { Appended } from '#shared/contracts/base.ts';
import { formScope } from '#shared/contracts/caseForms.ts';
import { appealRefusal } from '#shared/domain/case/appeal.ts';
import { AppealId } from '#shared/domain/case/appealEvents.ts';
import { deferredItems } from '#shared/domain/case/appealState.ts';
import { append, assertMay, caseAtHand } from './caseWork.ts';
import type { ContractInput } from './contractInput.ts';
import { type OpenDesk, todayOf } from './openDesk.ts';

type Input<Name extends keyof typeof appealsContract> = ContractInput<
  (typeof appealsContract)[Name]
>;

/**
 * The person appeals against what was rejected (N9); others than those who decided look at it.
 * @throws DeskError why it is not taken, `actionNotAllowed`, `inputInvalid` for a day to come
 */
export function fileAppeal(desk: OpenDesk, { caseId, ...said }: Input<'file'>): Appended {
  const at = caseAtHand(desk, caseId);
  const refusal = appealRefusal(at.state, said);
  if (refusal !== null) throw new DeskError(refusal);
  assertMay(at, 'fileAppeal');
  if (said.filedOn > todayOf(desk)) throw new DeskError('inputInvalid');
  const decision = at.state.headquarters.decisions.find(
    ({ decisionId }) => decisionId === said.decisionId,
  );
  return append(
    desk,
    caseId,
    [
      {
        kind: 'appealFiled',
        caseId,
        actorId: desk.person.actorId,
        formVersion: null,
        payload: {
          ...said,
          appealId: AppealId.parse(desk.store.ids.uuid()),
          decisionNumber: decision?.content?.number ?? '',
          place: 'branch',
        },
      },
    ],
    [formScope('appeal')],
  );
}

/** What the committee asked for before it looks at deferred items again. @throws DeskError `inputInvalid` */
export function answerDeferral(
  desk: OpenDesk,
  { caseId, ...said }: Input<'answerDeferral'>,
): Appended {
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'answerDeferral');
  const deferred = deferredItems(at.state).filter(
    ({ decisionId, answer }) => decisionId === said.decisionId && answer === null,
  );
  const isAwaited = (itemId: string) => deferred.some(({ item }) => item.itemId === itemId);
  if (!said.itemIds.every(isAwaited)) throw new DeskError('inputInvalid');
  return append(
    desk,
    caseId,
    [
      {
        kind: 'deferralAnswered',
        caseId,
        actorId: desk.person.actorId,
        formVersion: null,
        payload: said,
      },
    ],
    [formScope('deferral')],
  );
}
