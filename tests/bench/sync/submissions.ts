import { appendHistories } from '#db/desk/appendHistories.ts';
import { getDevice } from '#db/desk/device.ts';
import type { NewCaseEvent } from '#db/desk/newEvent.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { KnownPeople } from '#electron/known/knownPeople.ts';
import { MatchIndex } from '#electron/known/matchIndex.ts';
import { assess } from '#electron/services/caseWork.ts';
import { caseSubmitted, promised } from '#electron/services/declarationService.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { createScanUploads } from '#electron/services/scanUploads.ts';
import { trainingSigning } from '#electron/services/seedTraining.ts';
import { registerKey } from '#electron/services/signingKey.ts';
import { declarationSigned } from '#electron/services/signingService.ts';
import { readPeople } from '#electron/services/syntheticHistory.ts';
import { firstKnowledge } from '#ports/firstKnowledge.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { loadReferenceData } from '#ports/referenceData.ts';
import type { AnswerValue } from '#shared/domain/answers/answer.ts';
import { riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { formatReference } from '#shared/domain/reference/reference.ts';
import { base64UrlOf } from '#shared/protocol/bytes.ts';
import { seededRandom } from '#shared/training/seededRandom.ts';
import type { PeopleMaker } from '#shared/training/syntheticPerson.ts';
import {
  ACTOR,
  newBeneficiaryId,
  newCaseId,
} from '#tests/integration/store/support/deskFixture.ts';
import { NOTES, SHORT_FORM } from './shortForm.ts';
import { seededWords } from './workload.ts';

/** Events of each of these cases: as few as the way to a submission takes. */
export const SUBMISSION_EVENTS = 9;
const PER_TRANSACTION = 200;
const SECOND = 1000;
const NOTE_CHARACTERS = 140;
const SEED = 'import';
const YOUNGEST = 20;
const OLDEST = 85;

/** Signed and submitted cases of two kilobytes each in the journal of a desk, with keys that are on record. */
export function fillSubmissions(store: DeskStore, resourcesFolder: string, cases: number): void {
  const person = nodeCrypto.generateKeyPair();
  registerKey(store, ACTOR, person.publicKey);
  const desk: OpenDesk = {
    store,
    device: getDevice(store.reader),
    person: { actorId: ACTOR, displayName: 'نورة', role: 'representative' },
    actorKey: person.privateKey,
    reference: loadReferenceData(resourcesFolder),
    saved: { lastSavedAt: null, headNotRecorded: false },
    uploads: createScanUploads(store.attachments),
    known: new KnownPeople(store, firstKnowledge()),
    matchIndex: new MatchIndex(store),
  };
  const word = seededWords(11);
  const people = readPeople(resourcesFolder);
  const from = Date.now() - cases * SECOND;
  function* histories() {
    for (let number = 0; number < cases; number += 1) {
      const openedAt = from + number * SECOND;
      const caseId = newCaseId();
      yield {
        caseId,
        openedAt,
        events: () => submission(desk, { caseId, number, openedAt, word, people }),
      };
    }
  }
  for (const _written of appendHistories(store, histories(), PER_TRANSACTION));
}

interface Plan {
  readonly caseId: ReturnType<typeof newCaseId>;
  readonly number: number;
  readonly openedAt: number;
  readonly word: () => string;
  readonly people: PeopleMaker;
}

function* submission(
  desk: OpenDesk,
  { caseId, number, openedAt, word, people }: Plan,
): Generator<NewCaseEvent, void, CaseState> {
  const { device, person, reference } = desk;
  const base = { caseId, actorId: person.actorId, formVersion: null } as const;
  const { privacyNotice, servicesExplained, statement } = reference.texts;
  const shown = ({ id, version }: { readonly id: string; readonly version: number }) => ({
    text: { id, version },
    language: 'ar' as const,
  });
  yield {
    ...base,
    kind: 'caseOpened',
    payload: {
      beneficiaryId: newBeneficiaryId(),
      branchOfficeId: device.branchOfficeId,
      reference: formatReference({
        branch: device.branchCode,
        lane: device.lane,
        year: 2026,
        counter: number + 1,
      }),
      secret: base64UrlOf(nodeCrypto.randomBytes(16)),
      channel: 'interview',
      initiatedBy: 'beneficiary',
      ...SHORT_FORM,
    },
  };
  yield { ...base, kind: 'privacyNoticeShown', payload: shown(privacyNotice) };
  yield { ...base, kind: 'servicesExplained', payload: shown(servicesExplained) };
  yield { ...base, kind: 'inquiriesConfirmed', payload: {} };
  yield {
    ...base,
    kind: 'answersChanged',
    payload: {
      section: 'A',
      patches: Object.entries({ ...applicant(people, number), ...notes(word) }).map(
        ([path, value]) => ({
          op: 'set',
          path,
          answer: { value },
          base: null,
        }),
      ),
    },
  };
  yield { ...base, kind: 'interviewCompleted', payload: {} };
  let state = yield { ...base, kind: 'matchingCompleted', payload: {} };
  state = yield declarationSigned(
    at(desk, openedAt, state),
    { state, authority: null },
    { language: 'ar', consentToVerify: true, ...trainingSigning(person.displayName) },
  );
  const submitting = at(desk, openedAt, state);
  yield caseSubmitted(
    submitting,
    { state, assessment: assess(submitting, state) },
    {
      promise: promised(submitting, state),
      statement: { id: statement.id, version: statement.version },
      language: 'ar',
    },
  );
}

/** The desk as its clock stands at the next event: a second after the one before. */
function at(desk: OpenDesk, openedAt: number, { eventCount }: CaseState): OpenDesk {
  const now = openedAt + eventCount * SECOND;
  return { ...desk, store: { ...desk.store, clock: { now: () => now } } };
}

/** An invented citizen, each with names, numbers and a birthday of their own: nobody is taken for another. */
function applicant(people: PeopleMaker, number: number): Readonly<Record<string, AnswerValue>> {
  const random = seededRandom(SEED, `applicant ${number}`);
  const { name, idNumber, mobile, birthDate } = people.person(random, {
    standing: 'citizen',
    sex: random.pick(['male', 'female']),
    age: random.between(YOUNGEST, OLDEST),
    today: riyadhDayNumber(Date.now()),
    serial: number,
  });
  return {
    nameFirst: name.first,
    nameFather: name.father,
    nameGrandfather: name.grandfather,
    nameFamily: name.family,
    idNumber: idNumber ?? '',
    mobile,
    birthDate,
  };
}

function notes(word: () => string): Readonly<Record<string, string>> {
  const note = () => {
    let text = word();
    while (text.length < NOTE_CHARACTERS) text += ` ${word()}`;
    return text;
  };
  return Object.fromEntries(Array.from({ length: NOTES }, (_, index) => [`note${index}`, note()]));
}
