import { appendEvents } from '#db/desk/appendEvents.ts';
import { readCase } from '#db/desk/journal.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import type { Answer } from '#shared/domain/answers/answer.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { canonicalText } from '#shared/protocol/chain.ts';
import {
  accepted,
  answersEvent,
  deskFiles,
  dropFolder,
  foundDesk,
  identityAnswers,
  newCaseId,
  newFolder,
  openedEvent,
} from '../integration/store/support/deskFixture.ts';
import { compareInTurn, type Figure } from './harness.ts';
import { knowing } from './knowing.ts';
import { benchServices } from './submission.ts';

const CASES = 300;
/** So many cases are worked on by turns, as on a busy day. */
const CASES_IN_WORK = 12;

/** The desk's figures, on a real encrypted database that already holds some hundred cases. */
export function* benchDesk(): Iterable<Figure> {
  const folder = newFolder();
  const store = foundDesk(deskFiles(folder, nodeCrypto.randomBytes(32)));
  try {
    const cases = fill(store);
    yield ordinaryPage(store, cases);
    yield correctedName(store, cases);
    yield otherPerson(store, cases);
    yield openLongCase(store);
    yield* benchServices(store);
  } finally {
    store.close();
    dropFolder(folder);
  }
}

const FIRST = ['محمد', 'أحمد', 'فهد', 'سارة', 'نورة', 'هدى', 'سعد', 'ريم', 'ماجد', 'خالد'] as const;
const FAMILY = [
  'الغامدي',
  'الزهراني',
  'الحربي',
  'العتيبي',
  'الشهري',
  'القحطاني',
  'المطيري',
] as const;

function namesOf(index: number): Parameters<typeof identityAnswers>[0] {
  const at = (offset: number) => FIRST[(index * 7 + offset * 3) % FIRST.length] ?? FIRST[0];
  return [at(0), at(1), at(2), FAMILY[index % FAMILY.length] ?? FAMILY[0]];
}

function fill(store: DeskStore): readonly CaseId[] {
  return Array.from({ length: CASES }, (_, index) => {
    const caseId = newCaseId();
    const reference = `MKH01-B7-2025-${String(index + 1).padStart(6, '0')}-7`;
    const events = [
      openedEvent(caseId, reference),
      answersEvent(caseId, identityAnswers(namesOf(index))),
    ];
    accepted(appendEvents(store, { events }));
    return caseId;
  });
}

/** A save in which one part of the name is corrected: lists, file and search keys follow. */
function correctedName(store: DeskStore, cases: readonly CaseId[]): Figure {
  let count = 0;
  const next = () => {
    count += 1;
    const round = Math.floor(count / CASES_IN_WORK);
    const [nameFirst] = namesOf(round + (count % CASES_IN_WORK));
    return answersEvent(caseAt(cases, count), { nameFirst: { value: nameFirst } });
  };
  return againstBareInsert(store, 'durable save, name corrected', next);
}

/** The dearest page there is: every part of the name changes, and most search keys of the case with it. */
function otherPerson(store: DeskStore, cases: readonly CaseId[]): Figure {
  let count = 0;
  const next = () => {
    count += 1;
    const round = Math.floor(count / CASES_IN_WORK);
    return answersEvent(caseAt(cases, count), identityAnswers(namesOf(round + count)));
  };
  return againstBareInsert(store, 'durable save, whole identity page replaced', next);
}

/** A save of a page of answers that no list shows. */
function ordinaryPage(store: DeskStore, cases: readonly CaseId[]): Figure {
  let count = 0;
  const next = () => {
    count += 1;
    const answers: Record<string, Answer> = {};
    for (let field = 0; field < 12; field += 1) {
      answers[`income${field}`] = { value: `${count} ${field} دخل شهري` };
    }
    return answersEvent(caseAt(cases, count), answers);
  };
  return againstBareInsert(store, 'durable save, page of answers', next);
}

/**
 * Event, projections, queue, search keys, chain and head file, against one row of the same bytes
 * into the same encrypted database under the same pragmas.
 */
function againstBareInsert(
  store: DeskStore,
  name: string,
  page: () => ReturnType<typeof answersEvent>,
): Figure {
  const { sqlite } = store.reader;
  sqlite.exec(
    'CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT',
  );
  const insert = sqlite.prepare('INSERT INTO bare (body) VALUES (?)');
  const header = 'h'.repeat(700);
  const next = () => knowing(store, page());
  const figure = compareInTurn({
    name,
    goal: 'ratio ≤ 2.5',
    rounds: 7,
    samplesPerRound: 60,
    ours: () => accepted(appendEvents(store, { events: [next()] })),
    against: {
      name: 'bare insert of the same bytes, same durability',
      sample: () => insert.run(header + canonicalText(next().payload)),
    },
  });
  sqlite.exec('DROP TABLE bare');
  return figure;
}

/** A case of 200 events, read, checked against its schemas and reduced. */
function openLongCase(store: DeskStore): Figure {
  const caseId = newCaseId();
  const pages = Array.from({ length: 199 }, (_, page) => {
    const answers: Record<string, Answer> = {};
    for (let field = 0; field < 8; field += 1) {
      answers[`field${(page * 8 + field) % 100}`] = { value: `جواب ${page} ${field}` };
    }
    return answersEvent(caseId, answers);
  });
  accepted(appendEvents(store, { events: [openedEvent(caseId, 'LONG-1'), ...pages] }));
  return compareInTurn({
    name: 'opening a case of 200 events',
    goal: '≤ 20 ms',
    against: { limit: 20 },
    rounds: 7,
    samplesPerRound: 15,
    ours: () => {
      store.caseStates.clear();
      return readCase(store, caseId);
    },
  });
}

function caseAt(cases: readonly CaseId[], index: number): CaseId {
  const caseId = cases[((index % CASES_IN_WORK) * 23) % cases.length];
  if (caseId === undefined) throw new RangeError('no cases');
  return caseId;
}
