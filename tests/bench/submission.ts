import { fileURLToPath } from 'node:url';
import { getDevice } from '#db/desk/device.ts';
import { listDeskPeople } from '#db/desk/people.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { assess, caseState } from '#electron/services/caseWork.ts';
import { leavePage, saveDraft } from '#electron/services/interviewService.ts';
import { openCase } from '#electron/services/openCase.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { loadReferenceData } from '#electron/services/referenceData.ts';
import { seedCase } from '#electron/services/seedTraining.ts';
import { readTrainingCases } from '#electron/services/trainingCases.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { compareInTurn, type Figure } from './harness.ts';

const RESOURCES = fileURLToPath(new URL('../../resources', import.meta.url));

/** What a person at the desk waits for, through the services and with all that they check. */
export function* benchServices(store: DeskStore): Iterable<Figure> {
  const desk = deskOver(store);
  const training = readTrainingCases(RESOURCES);
  const [complete] = training.cases;
  if (!complete) throw new RangeError('no training case');
  const made: CaseId[] = [];
  yield compareInTurn({
    name: 'a whole submission, from opening to the promise',
    goal: '≤ 1000 ms',
    against: { limit: 1000 },
    rounds: 5,
    samplesPerRound: 2,
    ours: () => {
      made.push(...[...seedCase(desk, training, complete)].slice(-1));
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
  yield page(desk);
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
  };
}
