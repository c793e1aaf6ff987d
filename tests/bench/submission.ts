import { fileURLToPath } from 'node:url';
import { getDevice } from '#db/desk/device.ts';
import { listDeskPeople } from '#db/desk/people.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { KnownPeople } from '#electron/known/knownPeople.ts';
import { MatchIndex } from '#electron/known/matchIndex.ts';
import { getCase } from '#electron/services/casesService.ts';
import { assess, caseState } from '#electron/services/caseWork.ts';
import { leavePage, saveDraft } from '#electron/services/interviewService.ts';
import { openCase } from '#electron/services/openCase.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { createScanUploads } from '#electron/services/scanUploads.ts';
import { seedCase } from '#electron/services/seedTraining.ts';
import { readPeople } from '#electron/services/syntheticHistory.ts';
import { readTrainingCases, type TrainingCase } from '#electron/services/trainingCases.ts';
import { firstKnowledge } from '#ports/firstKnowledge.ts';
import { loadReferenceData } from '#ports/referenceData.ts';
import { applyPatches } from '#shared/domain/answers/applyPatches.ts';
import { riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { evaluate } from '#shared/domain/questionnaire/evaluate.ts';
import { seededRandom } from '#shared/training/seededRandom.ts';
import { compareInTurn, type Figure, rateInTurn } from './harness.ts';

const RESOURCES = fileURLToPath(new URL('../../resources', import.meta.url));

/** What a person at the desk waits for, through the services and with all that they check. */
export function* benchServices(store: DeskStore): Iterable<Figure> {
  const desk = deskOver(store);
  const training = readTrainingCases(RESOURCES);
  const [complete] = training.cases;
  if (!complete) throw new RangeError('no training case');
  const made: CaseId[] = [];
  const asOthers = ofOthers(complete);
  yield compareInTurn({
    name: 'a whole submission, from opening to the promise',
    goal: '≤ 1000 ms',
    against: { limit: 1000 },
    rounds: 5,
    samplesPerRound: 2,
    ours: () => {
      made.push(...[...seedCase(desk, training, asOthers())].slice(-1));
    },
  });
  const submitted = made.at(-1);
  if (submitted === undefined || caseState(desk, submitted).status !== 'submitted') {
    throw new Error('the case did not come to its submission');
  }
  yield compareInTurn({
    name: 'assessing a complete case',
    goal: '≤ 10 ms',
    against: { limit: 10 },
    rounds: 7,
    samplesPerRound: 30,
    ours: () => assess(desk, caseState(desk, submitted)),
  });
  yield wholeQuestionnaire(desk, submitted);
  yield section(desk, submitted);
  yield page(desk);
}

/** The case as told by somebody else each time: whoever has been here before would be asked about first. */
function ofOthers(given: TrainingCase): () => TrainingCase {
  const people = readPeople(RESOURCES);
  const random = seededRandom('bench', 'submissions');
  const today = riyadhDayNumber(Date.now());
  let serial = 0;
  return () => {
    serial += 1;
    const wish = { standing: 'citizen', sex: 'female', age: 45, today, serial } as const;
    const { name, idNumber, birthDate, mobile } = people.person(random, wish);
    if (idNumber === null) throw new RangeError('a citizen without an id');
    const answers = {
      ...given.answers,
      ...{ idNumber, birthDate, mobile },
      ...{ nameFirst: name.first, nameFather: name.father },
      ...{ nameGrandfather: name.grandfather, nameFamily: name.family },
      ibanHolderName: [name.first, name.father, name.grandfather, name.family].join(' '),
    };
    return { ...given, answers };
  };
}

/** Every question of a complete case is checked, as after each pause of an open page. */
function wholeQuestionnaire(desk: OpenDesk, caseId: CaseId): Figure {
  const { questionnaire } = desk.reference.rulesOf(desk.reference.inForce);
  const { answers } = caseState(desk, caseId);
  const context = { today: riyadhDayNumber(desk.store.clock.now()) };
  return rateInTurn({
    name: 'validation of the whole questionnaire',
    goal: '≥ 1000 cases/s',
    unit: 'cases/s',
    limit: 1000,
    rounds: 7,
    // One case is over before the clock has moved far enough to be read well.
    casesPerSample: 20,
    samplesPerRound: 25,
    ours: () => evaluate(questionnaire, answers, context),
  });
}

/** What stands between a press on a section and its page: the case is read, and the page evaluated. */
function section(desk: OpenDesk, caseId: CaseId): Figure {
  const { questionnaire } = desk.reference.rulesOf(desk.reference.inForce);
  const context = { today: riyadhDayNumber(desk.store.clock.now()) };
  return compareInTurn({
    name: 'opening a section, read and evaluated',
    goal: '≤ 50 ms',
    against: { limit: 50 },
    rounds: 7,
    samplesPerRound: 20,
    ours: () => {
      const { drafts } = getCase(desk, { caseId });
      const { answers } = caseState(desk, caseId);
      const [draft] = drafts;
      const patches = draft?.body.kind === 'answers' ? draft.body.patches : [];
      return evaluate(questionnaire, applyPatches(answers, patches), context);
    },
  });
}

/** A pause and the end of a page: the draft, the event, and the draft's end. */
function page(desk: OpenDesk): Figure {
  const { caseId } = openCase(desk, {
    channel: 'interview',
    initiatedBy: 'beneficiary',
    beneficiaryId: null,
    stated: [],
  });
  let count = 0;
  return compareInTurn({
    name: 'a page saved at a pause and left',
    goal: '≤ 100 ms',
    against: { limit: 100 },
    rounds: 7,
    samplesPerRound: 20,
    ours: () => {
      count += 1;
      const answer = { value: `شارع ${count}` };
      saveDraft(desk, {
        caseId,
        scope: 'C',
        body: { kind: 'answers', patches: [{ op: 'set', path: 'street', answer, base: null }] },
        voidSignature: false,
      });
      leavePage(desk, { caseId, section: 'C', voidSignature: false });
    },
  });
}

function deskOver(store: DeskStore): OpenDesk {
  const [person] = listDeskPeople(store.reader);
  if (!person) throw new Error('nobody at the desk');
  const { actorId, displayName, role } = person;
  return {
    store,
    device: getDevice(store.reader),
    person: { actorId, displayName, role },
    actorKey: nodeCrypto.generateKeyPair().privateKey,
    reference: loadReferenceData(RESOURCES),
    saved: { lastSavedAt: null, headNotRecorded: false },
    uploads: createScanUploads(store.attachments),
    known: new KnownPeople(store, firstKnowledge()),
    matchIndex: new MatchIndex(store),
  };
}
