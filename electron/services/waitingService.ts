import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { AwaitedRequest } from '#shared/contracts/awaitedRequest.ts';
import type { Appended } from '#shared/contracts/base.ts';
import type { waitingContract } from '#shared/contracts/waiting.ts';
import type { CaseAssessment } from '#shared/domain/case/assessCase.ts';
import type { LeftIncomplete } from '#shared/domain/case/awaited.ts';
import { awaitedItem } from '#shared/domain/case/awaitedList.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import { append, assertMay, caseAtHand } from './caseWork.ts';
import type { ContractInput } from './contractInput.ts';
import { leaveOpenPages } from './interviewService.ts';
import { type OpenDesk, todayOf } from './openDesk.ts';

type Input<Name extends keyof typeof waitingContract> = ContractInput<
  (typeof waitingContract)[Name]
>;

/** @throws DeskError `inputInvalid`; `signatureWouldBeVoided` while a declaration stands (P34) */
export function leaveIncomplete(desk: OpenDesk, input: Input<'leaveIncomplete'>): Appended {
  const { caseId } = input;
  const left = leaveOpenPages(desk, caseId);
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'leaveIncomplete', input);
  const appended = append(
    desk,
    caseId,
    [
      {
        kind: 'leftIncomplete',
        caseId,
        actorId: desk.person.actorId,
        formVersion: null,
        payload: awaitedList(desk, at.assessment, input),
      },
    ],
    ['incomplete'],
  );
  return { events: [...left, ...appended.events] };
}

/**
 * The list as it is told: each thing with its name and why, from the rules of the case.
 * @throws DeskError `inputInvalid` for a day that is over, or for what the case does not have
 */
export function awaitedList(
  desk: OpenDesk,
  assessment: CaseAssessment,
  list: {
    readonly items: readonly AwaitedRequest[];
    readonly dueOn: IsoDay;
    readonly place: string;
  },
  /** Who asks for what is told in words, and for a paper that is in order. */
  { byOfficer = false }: { readonly byOfficer?: boolean } = {},
): LeftIncomplete {
  if (list.dueOn < todayOf(desk)) throw new DeskError('inputInvalid');
  return {
    items: list.items.map((wish) => {
      const itemId = desk.store.ids.uuid();
      const item = awaitedItem(assessment, wish, itemId, byOfficer ? 'askedByOfficer' : 'other');
      if (item === null) throw new DeskError('inputInvalid');
      return item;
    }),
    dueOn: list.dueOn,
    place: list.place,
  };
}

/** @throws DeskError `inputInvalid` for what is not awaited, or was received already */
export function receiveItem(desk: OpenDesk, { caseId, itemId }: Input<'receiveItem'>): Appended {
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'receiveItem');
  const { incompleteness } = at.state;
  const isAwaited = incompleteness?.items.some((item) => item.itemId === itemId) === true;
  if (!isAwaited || Object.hasOwn(incompleteness.received, itemId)) {
    throw new DeskError('inputInvalid');
  }
  return append(desk, caseId, [
    {
      kind: 'awaitedItemReceived',
      caseId,
      actorId: desk.person.actorId,
      formVersion: null,
      payload: { itemId },
    },
  ]);
}
