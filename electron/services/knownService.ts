import { findBeneficiary, findPersonIds } from '#db/desk/beneficiaries.ts';
import { listCases } from '#db/desk/cases.ts';
import { findHubLink } from '#db/desk/hubLink.ts';
import type { NewCaseEvent } from '#db/desk/newEvent.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { KnownCandidate } from '#electron/known/knownPeople.ts';
import { textOfSaid } from '#electron/known/personText.ts';
import { askMatchLookup } from '#electron/sync/hubClient.ts';
import type { Appended } from '#shared/contracts/base.ts';
import type { KnownElsewhere, KnownHere, knownContract } from '#shared/contracts/known.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import {
  beneficiaryOfSubject,
  type FoundPerson,
  type KnownSubject,
  markOfSubject,
  subjectElsewhere,
  subjectHere,
} from '#shared/domain/case/knownEvents.ts';
import { maskIdentifier } from '#shared/domain/identifiers/maskIdentifier.ts';
import type { BeneficiaryId, CaseId } from '#shared/domain/identity.ts';
import { type PersonSaid, saidInAnswers } from '#shared/domain/known/personSaid.ts';
import { personValues } from '#shared/domain/linkage/personValues.ts';
import { append, assertMay, caseAtHand, caseState } from './caseWork.ts';
import type { ContractInput } from './contractInput.ts';
import type { OpenDesk } from './openDesk.ts';
import { takenOverLater } from './takeOver.ts';

type Input<Name extends keyof typeof knownContract> = ContractInput<(typeof knownContract)[Name]>;

const MOST_CASES = 3;
/** So long a person who types waits for what was saved elsewhere meanwhile. */
const WAIT_MS = 20;

/** Who may be the one who is spoken of. */
export function knownCandidates(desk: OpenDesk, { said, caseId }: Input<'candidates'>) {
  const state = caseId === null ? null : caseState(desk, caseId);
  const answered = state === null ? [] : answeredHere(state);
  const isWhole = desk.known.catchUp(WAIT_MS);
  const here = desk.known.candidates(
    said,
    state === null ? [] : [state.beneficiaryId, ...answered],
  );
  const elsewhere = likeElsewhere(desk, said, state).filter(
    ({ subject }) => state === null || !Object.hasOwn(state.known.answers, subject),
  );
  return {
    here: here.flatMap((candidate) => shownHere(desk, candidate)),
    elsewhere: [...elsewhere],
    isWhole,
  };
}

/**
 * Who may be registered at another branch. Whoever is of this branch stands in the index too: their own
 * number in its filter says nothing.
 */
function likeElsewhere(
  desk: OpenDesk,
  said: PersonSaid,
  state: CaseState | null,
): readonly (KnownElsewhere & FoundPerson)[] {
  const { matchIndex, device, store } = desk;
  matchIndex.catchUp(WAIT_MS);
  if (matchIndex.version === null) return [];
  const id = said.idNumber ?? '';
  const others = id === '' ? [] : findPersonIds(store.reader, { id }, 2);
  const wasSent =
    state !== null &&
    (state.submission !== null || state.headquarters.earlierSubmissions.length > 0);
  return matchIndex
    .hits({
      values: personValues(textOfSaid(said)),
      branchOfficeId: device.branchOfficeId,
      ownIdentifiers: wasSent || others.some((other) => other !== state?.known.openedFor),
    })
    .map(({ mark, strength, sameIdentifier }) => ({
      subject: subjectElsewhere(mark),
      strength,
      sameIdentifier,
    }));
}

function answeredHere({ known }: CaseState): readonly BeneficiaryId[] {
  return Object.values(known.answers).flatMap(({ subject }) => beneficiaryOfSubject(subject) ?? []);
}

function shownHere(desk: OpenDesk, candidate: KnownCandidate): readonly KnownHere[] {
  const { beneficiaryId, strength, sameIdentifier, probability, explain } = candidate;
  const face = findBeneficiary(desk.store.reader, beneficiaryId);
  if (face === null) return [];
  const { cases } = listCases(desk.store.reader, { beneficiaryId }, { limit: MOST_CASES });
  return [
    {
      subject: subjectHere(beneficiaryId),
      beneficiaryId,
      strength,
      sameIdentifier,
      probability,
      evidence: [...explain().fields],
      name: face.name,
      maskedId: face.idMasked,
      maskedMobile: face.mobile === null ? null : maskIdentifier(face.mobile),
      birthDate: face.birthDate,
      cases: cases.map(({ caseId, reference, status, updatedAt }) => ({
        caseId,
        reference,
        status,
        updatedAt,
      })),
    },
  ];
}

/** At the submission nobody may be missed: a desk that was opened just now reads all its people first. */
export const UNTIL_WHOLE = Number.POSITIVE_INFINITY;

/**
 * Asks whether the applicant of a case is known, as the case stands on record, and writes down what is new:
 * who was found, or is not alike any more. Nothing new, no event.
 */
export function checkKnown(
  desk: OpenDesk,
  { caseId }: { readonly caseId: CaseId },
  waitMs = WAIT_MS,
): Appended {
  const at = caseAtHand(desk, caseId);
  desk.known.catchUp(waitMs);
  desk.matchIndex.catchUp(waitMs);
  const people = newlyFound(desk, at.state);
  if (people.length === 0) return { events: [] };
  assertMay(at, 'findKnown');
  return append(desk, caseId, [
    {
      kind: 'knownPeopleFound',
      caseId,
      actorId: desk.person.actorId,
      formVersion: null,
      payload: { people: [...people], indexVersion: desk.matchIndex.version },
    },
  ]);
}

function newlyFound(desk: OpenDesk, state: CaseState): readonly FoundPerson[] {
  const { known } = state;
  const said = saidInAnswers(state.answers);
  const alike: readonly FoundPerson[] = [
    ...desk.known
      .candidates(said, [state.beneficiaryId])
      .map(({ beneficiaryId, strength, sameIdentifier }) => ({
        subject: subjectHere(beneficiaryId),
        strength,
        sameIdentifier,
      })),
    ...likeElsewhere(desk, said, state),
  ];
  const now = new Map<KnownSubject, FoundPerson>(alike.map((person) => [person.subject, person]));
  const changed = [...now.values()].filter(({ subject, strength, sameIdentifier }) => {
    const before = Object.hasOwn(known.found, subject) ? known.found[subject] : undefined;
    return before?.strength !== strength || before.sameIdentifier !== sameIdentifier;
  });
  const gone = Object.values(known.found).filter(
    ({ subject, strength }) =>
      strength !== 'none' && !now.has(subject) && !Object.hasOwn(known.answers, subject),
  );
  return [
    ...changed,
    ...gone.map(({ subject }) => ({ subject, strength: 'none' as const, sameIdentifier: false })),
  ];
}

/** Those who were found for a case and still are alike, or were answered for, as this desk can show them. */
export function foundFor(
  desk: OpenDesk,
  { caseId }: { readonly caseId: CaseId },
): { here: KnownHere[]; elsewhere: KnownElsewhere[] } {
  const { known, answers } = caseState(desk, caseId);
  const said = saidInAnswers(answers);
  desk.known.catchUp(WAIT_MS);
  const subjects = new Set([
    ...Object.values(known.found).flatMap(({ subject, strength }) =>
      strength === 'none' ? [] : [subject],
    ),
    ...Object.values(known.answers).map(({ subject }) => subject),
  ]);
  const here: KnownHere[] = [];
  const elsewhere: KnownElsewhere[] = [];
  for (const subject of subjects) {
    const found = Object.hasOwn(known.found, subject) ? known.found[subject] : undefined;
    const beneficiaryId = beneficiaryOfSubject(subject);
    if (beneficiaryId === null) {
      const { strength = 'review', sameIdentifier = false } = found ?? {};
      elsewhere.push({ subject, strength, sameIdentifier });
      continue;
    }
    const candidate = desk.known.compare(said, beneficiaryId);
    if (candidate === null) continue;
    const strength =
      found === undefined || found.strength === 'none' ? {} : { strength: found.strength };
    here.push(...shownHere(desk, { ...candidate, ...strength }));
  }
  return { here, elsewhere };
}

/** @throws DeskError `caseNotFound` for somebody who has no case here */
export function answerKnown(desk: OpenDesk, { caseId, answer }: Input<'answer'>): Appended {
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'answerKnown');
  const { actorId } = desk.person;
  const meant = beneficiaryOfSubject(answer.subject);
  if (meant !== null && findBeneficiary(desk.store.reader, meant) === null) {
    throw new DeskError('caseNotFound');
  }
  const events: NewCaseEvent[] = [
    { kind: 'knownPersonAnswered', caseId, actorId, formVersion: null, payload: answer },
  ];
  if (meant !== null && answer.answer === 'same') {
    events.push(...takenOverLater(desk, at.state, meant));
  }
  return append(desk, caseId, events);
}

const PATIENCE_MS = 15_000;

/** @throws DeskError `inputInvalid` for somebody of this branch; `notEnrolled`; `hubUnreachable` */
export async function askHeadquarters(
  { store, device, person }: OpenDesk,
  { subject, caseId }: Input<'askHeadquarters'>,
) {
  const mark = markOfSubject(subject);
  if (mark === null) throw new DeskError('inputInvalid');
  const link = findHubLink(store.reader);
  if (link === null || link.url === null || link.hubPublicKey === null) {
    throw new DeskError('notEnrolled');
  }
  const reply = await askMatchLookup(
    { url: link.url, hubPublicKey: link.hubPublicKey },
    {
      crypto: store.crypto,
      clock: store.clock,
      deviceId: device.deviceId,
      privateKey: device.privateKey,
      clockSkewMs: link.clockSkewMs ?? 0,
    },
    { mark, actor: person.actorId, ...(caseId === null ? {} : { case: caseId }) },
    AbortSignal.timeout(PATIENCE_MS),
  );
  const isAnswer =
    reply.kind === 'statement' &&
    reply.statement.format === 'rifada.matchLookup' &&
    reply.statement.mark === mark;
  if (!isAnswer || reply.statement.format !== 'rifada.matchLookup') {
    throw new DeskError('hubUnreachable');
  }
  const { branches, details } = reply.statement;
  return {
    branches: [...branches],
    details: details && { fileNo: details.fileNo, lastRequestOn: details.lastRequestOn },
  };
}
