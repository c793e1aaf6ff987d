import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendEvents } from '#db/desk/appendEvents.ts';
import { type OpeningProgress, openDeskInSteps } from '#db/desk/openDesk.ts';
import { wantsRebuilding } from '#db/desk/rebuildProjections.ts';
import { setSetting } from '#db/desk/settings.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { contactEvents } from './support/contactEvents.ts';
import {
  accepted,
  answersEvent,
  deskFiles,
  dropFolder,
  foundDesk,
  identityAnswers,
  newBeneficiaryId,
  newCaseId,
  newFolder,
  openedEvent,
  paperEvent,
  reopenDesk,
} from './support/deskFixture.ts';
import { projectionRows } from './support/projectionRows.ts';

const CASES = 40;
const FIRST = ['محمد', 'أحمد', 'فهد', 'سارة', 'نورة', 'هدى', 'سعد'] as const;

let folder: string;
let other: string;
let key: Uint8Array;
let kept: ReturnType<typeof projectionRows>;

/** A desk whose lists are wrong, and that a migration has asked to make anew. */
beforeEach(() => {
  folder = newFolder();
  other = newFolder();
  key = nodeCrypto.randomBytes(32);
  const store = foundDesk(deskFiles(folder, key));
  // Two requests of each person.
  const people = Array.from({ length: CASES / 2 }, () => newBeneficiaryId());
  for (let number = 0; number < CASES; number += 1) {
    const caseId = newCaseId();
    const reference = `MKH01-B7-2025-${String(number + 1).padStart(6, '0')}-7`;
    const name = FIRST[number % FIRST.length] ?? FIRST[0];
    const names = [name, 'خالد', 'علي', 'العتيبي'] as const;
    const beneficiaryId = people[number % people.length];
    accepted(
      appendEvents(store, {
        events: [
          openedEvent(caseId, reference, beneficiaryId),
          answersEvent(caseId, identityAnswers(names)),
          ...(number % 3 === 0 ? [paperEvent(caseId)] : []),
        ],
      }),
    );
  }
  accepted(appendEvents(store, { events: contactEvents() }));
  kept = projectionRows(store);
  store.reader.sqlite.exec(
    `UPDATE case_summary SET applicant_name = 'x'; DELETE FROM case_search; DELETE FROM case_due`,
  );
  expect(setSetting(store, 'projections.rebuild', true).ok).toBe(true);
  store.close();
});
afterEach(() => {
  dropFolder(folder);
  dropFolder(other);
});

function openOf(
  result: ReturnType<ReturnType<typeof openDeskInSteps>['next']>['value'],
): DeskStore {
  if (!('kind' in result) || result.kind !== 'open') throw new Error(JSON.stringify(result));
  return result.store;
}

/** Goes on until so many cases are made anew. */
function stepTo(steps: ReturnType<typeof openDeskInSteps>, cases: number): void {
  for (;;) {
    const step = steps.next();
    if (step.done === true) throw new Error('it has come to its end');
    if (step.value.stage === 'cases' && step.value.done === cases) return;
  }
}

describe('a desk that is brought up to date', () => {
  it('says how far it is, and ends with the very rows that were kept up event by event', () => {
    const told: OpeningProgress[] = [];
    const steps = openDeskInSteps(deskFiles(folder, key));
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) told.push(step.value);
    const store = openOf(step.value);
    const stages = told.map(({ stage }) => stage);
    expect(stages).toEqual(stages.toSorted());
    const counted = told.filter(({ total }) => total > 0);
    for (const stage of ['cases', 'people'] as const) {
      const total = stage === 'cases' ? CASES : CASES / 2;
      const ofStage = counted.filter((each) => each.stage === stage);
      expect(new Set(ofStage.map((each) => each.total))).toEqual(new Set([total]));
      const done = ofStage.map((each) => each.done);
      expect(done).toEqual(done.toSorted((one, more) => one - more));
      expect(new Set(done).size).toBeGreaterThanOrEqual(total);
    }
    expect(wantsRebuilding(store.reader)).toBe(false);
    expect(projectionRows(store)).toEqual(kept);
    expect(store.reader.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(store.reader.sqlite.pragma('foreign_key_check')).toEqual([]);
    store.close();
  });

  it('that is given up half way is as it was, free to be opened, and begins anew', () => {
    const steps = openDeskInSteps(deskFiles(folder, key));
    stepTo(steps, CASES / 2);
    steps.return({ kind: 'failed', problem: 'missing' });
    expect(
      existsSync(join(folder, 'desk.db-journal'))
        ? readFileSync(join(folder, 'desk.db-journal')).length
        : 0,
    ).toBe(0);
    const store = reopenDesk(deskFiles(folder, key));
    expect(projectionRows(store)).toEqual(kept);
    store.close();
  });

  it('whose power is cut half way loses nothing, and begins anew', () => {
    const steps = openDeskInSteps(deskFiles(folder, key));
    stepTo(steps, CASES / 2);
    // The disk as it stands at this moment.
    for (const name of ['desk.db', 'desk.db-journal', 'desk.head']) {
      copyFileSync(join(folder, name), join(other, name));
    }
    steps.return({ kind: 'failed', problem: 'missing' });
    const store = reopenDesk(deskFiles(other, key));
    expect(projectionRows(store)).toEqual(kept);
    store.close();
  });
});
