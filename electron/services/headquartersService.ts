import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { Appended } from '#shared/contracts/base.ts';
import { formScope } from '#shared/contracts/caseForms.ts';
import type { headquartersContract } from '#shared/contracts/headquarters.ts';
import { withoutRowIds } from '#shared/domain/answers/answerSet.ts';
import { decisionToTell, openReturn } from '#shared/domain/case/headquartersState.ts';
import { append, assertMay, caseAtHand } from './caseWork.ts';
import { answersChanged } from './changeAnswers.ts';
import type { ContractInput } from './contractInput.ts';
import { formPlaces } from './formPlaces.ts';
import { type OpenDesk, todayOf } from './openDesk.ts';

type Input<Name extends keyof typeof headquartersContract> = ContractInput<
  (typeof headquartersContract)[Name]
>;

/** @throws DeskError `inputInvalid` for another return than the one that is open */
export function answerReturn(
  desk: OpenDesk,
  { caseId, returnId, text }: Input<'answerReturn'>,
): Appended {
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'answerReturn');
  if (openReturn(at.state.headquarters)?.returnId !== returnId) throw new DeskError('inputInvalid');
  return append(
    desk,
    caseId,
    [
      {
        kind: 'returnAnswered',
        caseId,
        actorId: desk.person.actorId,
        formVersion: null,
        payload: { returnId, text },
      },
    ],
    [`answer/${returnId}`],
  );
}

/** @throws DeskError `inputInvalid` for another decision than the next to be told, or an impossible day */
export function tellDecision(desk: OpenDesk, { caseId, ...told }: Input<'tellDecision'>): Appended {
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'tellDecision');
  const decision = decisionToTell(at.state.headquarters);
  const releasedOn = decision?.released?.releasedOn;
  if (
    decision?.decisionId !== told.decisionId ||
    releasedOn === undefined ||
    told.toldOn < releasedOn ||
    told.toldOn > todayOf(desk)
  ) {
    throw new DeskError('inputInvalid');
  }
  const toldTo = told.toldTo === '' ? null : told.toldTo;
  return append(
    desk,
    caseId,
    [
      {
        kind: 'decisionTold',
        caseId,
        actorId: desk.person.actorId,
        formVersion: null,
        payload: { ...told, toldTo },
      },
    ],
    [formScope('tell')],
  );
}

/**
 * A person has chosen: the value is set upon the last of those that parted, so that on every laptop the
 * conflict is over, and all of them stay in the journal.
 * @throws DeskError `inputInvalid` where the field has no such value, `signatureWouldBeVoided` (P34)
 */
export function settleConflict(
  desk: OpenDesk,
  { caseId, path, chosen, voidSignature }: Input<'settleConflict'>,
): Appended {
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'changeAnswers', { voidSignature });
  const { state } = at;
  const conflict = Object.hasOwn(state.conflicts, path) ? state.conflicts[path] : undefined;
  const candidate = conflict?.candidates.find(({ mark }) => mark.eventId === chosen);
  const base = Object.hasOwn(state.answerSources, path) ? state.answerSources[path] : undefined;
  if (candidate === undefined) throw new DeskError('inputInvalid');
  const { fields } = formPlaces(desk.reference.rulesOf(state).questionnaire);
  const section = fields.get(withoutRowIds(path)) ?? 'matching';
  return append(
    desk,
    caseId,
    answersChanged(desk, state, section, [
      { op: 'set', path, answer: candidate.answer, base: base?.eventId ?? null },
    ]),
  );
}
