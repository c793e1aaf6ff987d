import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { DeskStore } from '#db/desk/store.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { systemClock } from '#ports/systemClock.ts';
import { createUuidV7Generator } from '#ports/uuidV7.ts';
import { deskFiles, foundDesk } from '#tests/integration/store/support/deskFixture.ts';
import { fillJournal } from './workload.ts';

/** A laptop of the branch with nothing but its founding. */
export function newLaptop(folder: string): DeskStore {
  const profile = mkdtempSync(join(folder, 'desk-'));
  return foundDesk(deskFiles(profile, nodeCrypto.randomBytes(32), systemClock));
}

/** Another laptop of the same branch: the fixture's desks all have one id and one lane. */
export function secondLaptop(folder: string): DeskStore {
  const store = newLaptop(folder);
  const deviceId = createUuidV7Generator(systemClock, nodeCrypto).uuid();
  store.reader.sqlite.exec(`UPDATE device SET device_id = '${deviceId}', lane = 'B8', epoch = 2`);
  return store;
}

/** One of another branch, with a little work of its own. */
export function laptopOfAnotherBranch(folder: string): DeskStore {
  const store = secondLaptop(folder);
  fillJournal(store, 250);
  return store;
}
