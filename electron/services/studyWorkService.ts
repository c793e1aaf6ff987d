import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { Appended } from '#shared/contracts/base.ts';
import { formScope } from '#shared/contracts/caseForms.ts';
import type { studyWorkContract } from '#shared/contracts/studyWork.ts';
import { addDays } from '#shared/domain/calendar/dateArithmetic.ts';
import { isoDate } from '#shared/domain/calendar/dayNumber.ts';
import { openRequest, openVisit } from '#shared/domain/case/studyState.ts';
import { dayNumberOf } from '#shared/domain/documents/days.ts';
import { append, assertMay, caseAtHand } from './caseWork.ts';
import type { ContractInput } from './contractInput.ts';
import { type OpenDesk, todayOf } from './openDesk.ts';

type Input<Name extends keyof typeof studyWorkContract> = ContractInput<
  (typeof studyWorkContract)[Name]
>;

/** @throws DeskError `inputInvalid` for what is not asked for, or was answered already */
export function answerMore(desk: OpenDesk, { caseId, ...answer }: Input<'answerMore'>): Appended {
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'answerMore');
  const request = openRequest(at.state.study);
  const item = request?.items.find(({ itemId }) => itemId === answer.itemId);
  if (
    request?.requestId !== answer.requestId ||
    item === undefined ||
    Object.hasOwn(request.answers, answer.itemId) ||
    (answer.outcome === 'cannot' && answer.text === null)
  ) {
    throw new DeskError('inputInvalid');
  }
  const paper = item.subject.kind === 'document' ? answer.paper : null;
  return append(
    desk,
    caseId,
    [
      {
        kind: 'moreItemAnswered',
        caseId,
        actorId: desk.person.actorId,
        formVersion: null,
        payload: { ...answer, paper },
      },
    ],
    [`answer/${answer.itemId}`],
  );
}

/** @throws DeskError `inputInvalid` for another visit than the one that is open, or an impossible day */
export function recordVisit(desk: OpenDesk, { caseId, ...record }: Input<'recordVisit'>): Appended {
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'recordVisit');
  const visit = openVisit(at.state.study);
  if (
    visit?.visitId !== record.visitId ||
    record.visitedOn > todayOf(desk) ||
    record.answers.length > visit.plan.questions.length ||
    (record.outcome === 'done' && record.findings === null)
  ) {
    throw new DeskError('inputInvalid');
  }
  return append(
    desk,
    caseId,
    [
      {
        kind: 'visitRecorded',
        caseId,
        actorId: desk.person.actorId,
        formVersion: null,
        payload: record,
      },
    ],
    [`answer/${record.visitId}`],
  );
}

export function reopenCase(desk: OpenDesk, { caseId, reason }: Input<'reopen'>): Appended {
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'reopenCase');
  const reopenedOn = todayOf(desk);
  const [days] = at.state.terms.lapseReminderDays;
  const dueOn = isoDate(addDays(dayNumberOf(reopenedOn), days));
  return append(
    desk,
    caseId,
    [
      {
        kind: 'caseReopened',
        caseId,
        actorId: desk.person.actorId,
        formVersion: null,
        payload: { reason, reopenedOn, dueOn },
      },
    ],
    [formScope('reopen')],
  );
}
