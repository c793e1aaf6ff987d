import type { NewCaseEvent } from '#db/desk/newEvent.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { Appended } from '#shared/contracts/base.ts';
import type {
  declarationContract,
  Promised,
  papersContract,
  submissionContract,
} from '#shared/contracts/declaration.ts';
import { type Answer, isNonAnswer } from '#shared/domain/answers/answer.ts';
import { answerAt } from '#shared/domain/answers/answerSet.ts';
import {
  type DayNumber,
  fromDayNumber,
  isoDate,
  riyadhDayNumber,
} from '#shared/domain/calendar/dayNumber.ts';
import type { VersionedName } from '#shared/domain/case/caseEvent.ts';
import { type CaseState, standingDeclaration } from '#shared/domain/case/caseState.ts';
import type { DrawnMark } from '#shared/domain/case/seal.ts';
import { contentHashOf, makeSeal, markHashOf } from '#shared/domain/case/sealing.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { contactFrom, firstDayZero, replyNotBefore } from '#shared/domain/promise/promise.ts';
import type { Questionnaire } from '#shared/domain/questionnaire/model.ts';
import { declarationIn, sameVersion } from '#shared/domain/texts/textLibrary.ts';
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
import type { OpenDesk } from './openDesk.ts';

/** In heights of the pad: less ink than this is a slip of the pen, not a mark. */
const LEAST_INK = 0.15;

/**
 * Seals the declaration over the data as they stand (P34).
 * @throws DeskError `signatureBlank`; `inputInvalid` when the text read out is not the one in force
 */
export function signDeclaration(
  desk: OpenDesk,
  input: ContractInput<typeof declarationContract.sign>,
): Appended {
  const { caseId, mark } = input;
  leaveOpenPages(desk, caseId);
  const at = caseAtHand(desk, caseId);
  const { state } = at;
  assertMay(at, 'signDeclaration');
  const { texts } = desk.reference;
  if (!sameVersion(input.declaration, texts.declaration)) throw new DeskError('inputInvalid');
  if (inkOf(mark) < LEAST_INK) throw new DeskError('signatureBlank');
  return append(desk, caseId, [declarationSigned(desk, state, input)], ['declaration']);
}

/** The event of a declaration that is signed now over this state, with its seal. */
export function declarationSigned(
  { store, device, person, reference, ...desk }: OpenDesk,
  state: CaseState,
  {
    mark,
    language,
    consentToVerify,
  }: Pick<ContractInput<typeof declarationContract.sign>, 'mark' | 'language' | 'consentToVerify'>,
): Extract<NewCaseEvent, { kind: 'declarationSigned' }> {
  const now = store.clock.now();
  const seal = makeSeal(
    store.crypto,
    {
      format: 'rifada.seal.1',
      contentHash: contentHashOf(store.crypto, state),
      markHash: markHashOf(store.crypto, mark),
      declaration: declarationIn(reference.texts, language),
      consentToVerify,
      signer: {
        kind: 'applicant',
        name: applicantName(state),
        identityCheckedBy: person.actorId,
      },
      readBy: person.actorId,
      interpreterLanguage: textOf(state, 'interpreterLanguage')?.slice(0, 40) ?? null,
      place: placeOf(reference, device, state, language).slice(0, 200),
      level: 'handwrittenOnScreen',
      deviceId: device.deviceId,
      actorId: person.actorId,
      signedAt: new Date(now).toISOString(),
      ...signedOn(riyadhDayNumber(now)),
    },
    mark,
    { device: device.privateKey, actor: desk.actorKey },
  );
  return {
    kind: 'declarationSigned',
    caseId: state.caseId,
    actorId: person.actorId,
    formVersion: null,
    payload: { seal },
  };
}

/** The length of all strokes, in heights of the pad. */
export function inkOf({ strokes, aspect }: DrawnMark): number {
  let length = 0;
  for (const stroke of strokes) {
    for (const [index, [x, y]] of stroke.entries()) {
      const before = stroke[index - 1];
      if (before) length += Math.hypot((x - before[0]) * aspect, y - before[1]);
    }
  }
  return length;
}

/** Both calendars as `YYYY-MM-DD`; Hijri is empty outside its table. */
function signedOn(day: DayNumber): { signedOnHijri: string; signedOnGregorian: string } {
  const { year, month, day: dayOfMonth } = fromDayNumber(day, 'hijri');
  const two = (part: number) => String(part).padStart(2, '0');
  return {
    signedOnHijri: `${year}-${two(month)}-${two(dayOfMonth)}`,
    signedOnGregorian: isoDate(day),
  };
}

/** @throws DeskError `actionNotAllowed`: a declaration needs somebody who declares */
function applicantName(state: CaseState): string {
  const parts = ['nameFirst', 'nameFather', 'nameGrandfather', 'nameFamily'].flatMap(
    (field) => textOf(state, field) ?? [],
  );
  const name = parts.join(' ') || textOf(state, 'nameLatin');
  if (!name) throw notAllowed([{ code: 'answerMissing', section: 'B', path: 'nameFirst' }]);
  return name.slice(0, 400);
}

/** Where it was signed, in the words of the form, and which office it was. */
function placeOf(
  reference: OpenDesk['reference'],
  device: OpenDesk['device'],
  state: CaseState,
  language: 'ar' | 'en',
): string {
  const { questionnaire } = reference.rulesOf(state);
  const label = choiceLabel(questionnaire, 'interviewPlace', textOf(state, 'interviewPlace'));
  return [label?.[language], device.branchName].filter(Boolean).join(' · ');
}

function choiceLabel({ fieldByName }: Questionnaire, path: string, name: string | null) {
  return name === null
    ? null
    : (fieldByName.get(path)?.choiceList?.byName.get(name)?.label ?? null);
}

function textOf(state: CaseState, path: string): string | null {
  const answer: Answer | undefined = answerAt(state.answers, path);
  if (answer === undefined || isNonAnswer(answer) || typeof answer.value !== 'string') return null;
  return answer.value.trim() || null;
}

/** The promise as it would be made now (P35): day 0 is today in Riyadh, or the day of the signature. */
export function promised(desk: OpenDesk, state: CaseState): Promised {
  const signed = standingDeclaration(state);
  const dayZero = firstDayZero(desk.store.clock.now(), signed && Date.parse(signed.at));
  const earliest = replyNotBefore(dayZero);
  return {
    dayZero: isoDate(dayZero),
    replyNotBefore: isoDate(earliest),
    contactFrom: isoDate(contactFrom(earliest, desk.reference.workingCalendar)),
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
    readonly language: Language;
  },
): Extract<NewCaseEvent, { kind: 'caseSubmitted' }> {
  const { promise, statement, language } = told;
  const validAtSubmission = assessment.documents.map(({ needed, validity, byOfficer }) => ({
    documentKey: needed.documentKey,
    verdict: validity.verdict,
    validUntil: validity.validUntil,
    byOfficer:
      byOfficer === null
        ? null
        : {
            referralId: byOfficer.referral.referralId,
            outcome: byOfficer.outcome,
            until: byOfficer.until,
          },
  }));
  return {
    kind: 'caseSubmitted',
    caseId: state.caseId,
    actorId: person.actorId,
    formVersion: null,
    payload: { ...promise, statement, language, toldAndUnderstood: true, validAtSubmission },
  };
}

/** @throws DeskError `actionNotAllowed` for a receipt before submission, a declaration before its signature */
export function printPaper(
  desk: OpenDesk,
  input: ContractInput<typeof papersContract.print>,
): Appended & { copy: number } {
  const { caseId, paper, language } = input;
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'printPaper');
  const { state } = at;
  if (paper === 'N3' && standingDeclaration(state) === null)
    throw notAllowed([{ code: 'notSigned' }]);
  if (paper === 'N1' && state.submission === null) throw notAllowed();
  if (paper === 'N2' && state.incompleteness === null) throw notAllowed();
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
      payload: { paper, language, copy, ...(subject === null ? {} : { subject }) },
    },
  ]);
  return { ...appended, copy };
}

/**
 * Of which there may be several in a case: each list of what is awaited and each referral is a sheet of
 * its own, whose copies are counted.
 * @throws DeskError `inputInvalid` for a referral that the case does not have
 */
function subjectOf(
  { incompleteness, referrals }: CaseState,
  { paper, subject }: ContractInput<typeof papersContract.print>,
): string | null {
  if (paper === 'N2') return incompleteness?.eventId ?? null;
  if (paper !== 'N4') return null;
  const referral = referrals.find(({ referralId }) => referralId === subject);
  if (referral === undefined) throw new DeskError('inputInvalid');
  return referral.referralId;
}
