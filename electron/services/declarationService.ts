import type { NewCaseEvent } from '#db/desk/newEvent.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { Appended } from '#shared/contracts/base.ts';
import type {
  Promised,
  papersContract,
  submissionContract,
} from '#shared/contracts/declaration.ts';
import { isoDate } from '#shared/domain/calendar/dayNumber.ts';
import { actionState } from '#shared/domain/case/availableActions.ts';
import type { VersionedName } from '#shared/domain/case/caseEvent.ts';
import { type CaseState, standingDeclaration } from '#shared/domain/case/caseState.ts';
import { frozenValidities } from '#shared/domain/case/frozenValidity.ts';
import type { DecisionOnCase } from '#shared/domain/case/headquartersState.ts';
import { contentHashOf } from '#shared/domain/case/sealing.ts';
import { awaitedPaper } from '#shared/domain/case/studyState.ts';
import type { SpokenLanguage } from '#shared/domain/case/vocabulary.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { contactFrom, firstDayZero, replyNotBefore } from '#shared/domain/promise/promise.ts';
import { sameVersion } from '#shared/domain/texts/textLibrary.ts';
import {
  append,
  assertMay,
  type CaseAtHand,
  caseAtHand,
  caseState,
  notAllowed,
} from './caseWork.ts';
import type { ContractInput } from './contractInput.ts';
import { documentsInDraft, draftsOf } from './drafts.ts';
import { leaveOpenPages } from './interviewService.ts';
import { checkKnown, UNTIL_WHOLE } from './knownService.ts';
import type { OpenDesk } from './openDesk.ts';

/** The promise as it would be made now (P35): day 0 is today in Riyadh, or the day of the signature. */
export function promised(desk: OpenDesk, state: CaseState): Promised {
  const signed = standingDeclaration(state);
  const dayZero = firstDayZero(desk.store.clock.now(), signed && Date.parse(signed.at));
  const earliest = replyNotBefore(dayZero, state.terms);
  return {
    dayZero: isoDate(dayZero),
    replyNotBefore: isoDate(earliest),
    contactFrom: isoDate(contactFrom(earliest, desk.reference.settings.calendar)),
  };
}

/** The promise that was made, or before submission the one that would be. */
export function promiseFor(desk: OpenDesk, { caseId }: { caseId: CaseId }): Promised {
  const state = caseState(desk, caseId);
  const { submission } = state;
  if (submission === null) return promised(desk, state);
  const { dayZero, replyNotBefore: told, contactFrom: contact } = submission;
  return { dayZero, replyNotBefore: told, contactFrom: contact };
}

/** @throws DeskError `statementOutdated` when another date or text was told than the one in force now */
export function submitCase(
  desk: OpenDesk,
  input: ContractInput<typeof submissionContract.submit>,
): Appended {
  const { caseId, statement, language } = input;
  leaveOpenPages(desk, caseId);
  checkKnown(desk, { caseId }, UNTIL_WHOLE);
  const at = caseAtHand(desk, caseId);
  const { state, assessment } = at;
  assertMay(at, 'submitCase');
  const typed = documentsInDraft(
    desk,
    state,
    assessment.documents.map(({ needed }) => needed.documentKey),
  );
  if (typed.length > 0) {
    throw notAllowed(typed.map((documentKey) => ({ code: 'documentUnrecorded', documentKey })));
  }
  const promise = promised(desk, state);
  if (
    input.toldReplyNotBefore !== promise.replyNotBefore ||
    !sameVersion(statement, desk.reference.texts.statement)
  ) {
    throw new DeskError('statementOutdated');
  }
  return append(
    desk,
    caseId,
    [caseSubmitted(desk, at, { promise, statement, language })],
    // Nothing more is typed into a case that has left: what is still open held no change.
    draftsOf(desk, state).map(({ scope }) => scope),
  );
}

/** The event of a submission with this promise; what was valid then is kept with it. */
export function caseSubmitted(
  { person }: OpenDesk,
  { state, assessment }: CaseAtHand,
  told: {
    readonly promise: Promised;
    readonly statement: VersionedName;
    readonly language: SpokenLanguage;
  },
): Extract<NewCaseEvent, { kind: 'caseSubmitted' }> {
  const { promise, statement, language } = told;
  const validAtSubmission = frozenValidities(assessment);
  return {
    kind: 'caseSubmitted',
    caseId: state.caseId,
    actorId: person.actorId,
    formVersion: null,
    payload: { ...promise, statement, language, toldAndUnderstood: true, validAtSubmission },
  };
}

/**
 * A declaration that is not signed yet is printed for signature on paper, once signing is open: the
 * copy is counted with the hash of the data that it shows.
 * @throws DeskError `actionNotAllowed` for a receipt before submission, a declaration that cannot be
 * signed yet
 */
export function printPaper(
  desk: OpenDesk,
  input: ContractInput<typeof papersContract.print>,
): Appended & { copy: number } {
  const { caseId, paper, language } = input;
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'printPaper');
  const { state, assessment } = at;
  const forSigning = paper === 'N3' && standingDeclaration(state) === null;
  if (forSigning) {
    const { allowed, blockers } = actionState(state, assessment.facts, 'signDeclaration');
    if (!allowed) throw notAllowed([{ code: 'notSigned' }, ...blockers]);
  }
  if (paper === 'N1' && state.submission === null) throw notAllowed();
  if (paper === 'N2' && awaitedPaper(state) === null) throw notAllowed();
  if (paper === 'N10' && state.study.lapses.length === 0) throw notAllowed();
  if (paper === 'N5' && letterOf(state, input) === null) {
    throw notAllowed([{ code: 'decisionNotReleased' }]);
  }
  if (paper === 'N8' && state.service.withdrawal === null) throw notAllowed();
  const subject = subjectOf(state, input);
  const copy =
    state.papers.filter(
      (printed) => printed.paper === paper && (printed.subject ?? null) === subject,
    ).length + 1;
  const appended = append(desk, caseId, [
    {
      kind: 'paperPrinted',
      caseId,
      actorId: desk.person.actorId,
      formVersion: null,
      payload: {
        paper,
        language,
        copy,
        ...(subject === null ? {} : { subject }),
        ...(forSigning ? { contentHash: contentHashOf(desk.store.crypto, state) } : {}),
      },
    },
  ]);
  return { ...appended, copy };
}

/**
 * Of which there may be several in a case: each list of what is awaited, each referral, each decision and
 * each handing in is a sheet of its own, whose copies are counted.
 * @throws DeskError `inputInvalid` for a referral or a delivery that the case does not have
 */
function subjectOf(
  state: CaseState,
  { paper, subject }: ContractInput<typeof papersContract.print>,
): string | null {
  const { referrals, headquarters, submission, service, study } = state;
  if (paper === 'N2') return awaitedPaper(state)?.eventId ?? null;
  if (paper === 'N10') return study.lapses.at(-1)?.eventId ?? null;
  if (paper === 'N6') {
    const visit = study.visits.find(({ visitId }) => visitId === subject);
    if (visit === undefined) throw new DeskError('inputInvalid');
    return visit.visitId;
  }
  if (paper === 'N5') return letterOf(state, { subject })?.decisionId ?? null;
  if (paper === 'N9') {
    const appeal = state.afterDecision.appeals.find(({ appealId }) => appealId === subject);
    if (appeal === undefined) throw new DeskError('inputInvalid');
    return appeal.appealId;
  }
  // Handed in anew, a case has another day 0: its receipt is another paper, and not a copy of the first.
  if (paper === 'N1' && headquarters.earlierSubmissions.length > 0) {
    return submission?.eventId ?? null;
  }
  if (paper === 'N7') {
    const delivery = service.deliveries.find(({ deliveryId }) => deliveryId === subject);
    if (delivery === undefined) throw new DeskError('inputInvalid');
    return delivery.deliveryId;
  }
  if (paper !== 'N4') return null;
  const referral = referrals.find(({ referralId }) => referralId === subject);
  if (referral === undefined) throw new DeskError('inputInvalid');
  return referral.referralId;
}

/** The decision that a letter (N5) is about, the last one unless it is named; null before its day. */
function letterOf(
  { headquarters }: CaseState,
  { subject }: Pick<ContractInput<typeof papersContract.print>, 'subject'>,
): DecisionOnCase | null {
  const released = headquarters.decisions.filter((each) => each.released !== null);
  if (subject === undefined) return released.at(-1) ?? null;
  return released.find(({ decisionId }) => decisionId === subject) ?? null;
}
