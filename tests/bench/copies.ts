import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { appendEvents } from '#db/desk/appendEvents.ts';
import { listCases } from '#db/desk/cases.ts';
import { makeCopy } from '#electron/copies/makeCopy.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { accepted, answersEvent, dropFolder } from '../integration/store/support/deskFixture.ts';
import { type Figure, figureOf } from './harness.ts';
import { knowing } from './knowing.ts';

const ROUNDS = 3;
const GOAL_MS = 50;
/** Pages that are left in a busy day. */
const DAYS_WORK = 400;
/** So often a save comes while the copy is made: far more often than hands can. */
const SAVE_EVERY_MS = 20;

/**
 * How long a save waits at the worst before it begins, while a day's work of a desk with a hundred
 * thousand cases is copied and the whole copy is read back.
 */
export async function* benchCopies(desk: OpenDesk, profileFolder: string): AsyncIterable<Figure> {
  const stick = mkdtempSync(join(tmpdir(), 'rifada-stick-'));
  const cases = listCases(desk.store.reader, {}, { limit: 50 }).cases.map(({ caseId }) => caseId);
  try {
    await copy(desk, profileFolder, stick);
    const waits: number[] = [];
    const seconds: number[] = [];
    let saves = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let page = 0; page < DAYS_WORK; page += 1) save(desk, cases, page);
      const begun = performance.now();
      const copying = copy(desk, profileFolder, stick);
      const worst = await savesBeside(desk, cases, copying);
      seconds.push((performance.now() - begun) / 1000);
      waits.push(worst.longest);
      saves += worst.saves;
    }
    const samplesPerRound = Math.round(saves / ROUNDS);
    yield figureOf(
      {
        name: 'copy of a day’s work on 100,000 cases, the longest wait of a save beside it',
        goal: `≤ ${GOAL_MS} ms`,
        rounds: ROUNDS,
        samplesPerRound,
        against: { limit: GOAL_MS },
      },
      waits,
      waits.map((wait) => wait / GOAL_MS),
    );
    yield figureOf(
      {
        unit: 's',
        name: 'copy of a day’s work on 100,000 cases, with all of it read back',
        goal: 'none: it runs beside the work',
        rounds: ROUNDS,
        samplesPerRound: 1,
        against: { limit: 60 },
      },
      seconds,
      seconds.map((each) => each / 60),
    );
  } finally {
    dropFolder(stick);
  }
}

function copy({ store, device }: OpenDesk, profileFolder: string, folder: string) {
  return makeCopy({
    store,
    device,
    profileFolder,
    folder,
    keys: '{}',
    checksAll: true,
    isOpen: () => true,
    onProgress: () => undefined,
  });
}

async function savesBeside(desk: OpenDesk, cases: readonly CaseId[], copying: Promise<unknown>) {
  let isDone = false;
  const done = copying.finally(() => {
    isDone = true;
  });
  let longest = 0;
  let saves = 0;
  while (!isDone) {
    const due = performance.now() + SAVE_EVERY_MS;
    await pause(SAVE_EVERY_MS);
    longest = Math.max(longest, performance.now() - due);
    save(desk, cases, saves);
    saves += 1;
  }
  await done;
  return { longest, saves };
}

function save({ store }: OpenDesk, cases: readonly CaseId[], page: number): void {
  const caseId = cases[page % cases.length];
  if (caseId === undefined) throw new RangeError('no cases');
  const answers = { [`income${page % 40}`]: { value: `دخل ${page}` } };
  accepted(appendEvents(store, { events: [knowing(store, answersEvent(caseId, answers))] }));
}
