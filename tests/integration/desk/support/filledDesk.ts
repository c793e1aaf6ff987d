import { fileURLToPath } from 'node:url';
import { appendHistories } from '#db/desk/appendHistories.ts';
import { getDevice } from '#db/desk/device.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { KnownPeople } from '#electron/known/knownPeople.ts';
import { MatchIndex } from '#electron/known/matchIndex.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { createScanUploads } from '#electron/services/scanUploads.ts';
import {
  createHistoryMaker,
  MOSTLY_OPENED,
  type StepMix,
} from '#electron/services/syntheticHistory.ts';
import { firstKnowledge } from '#ports/firstKnowledge.ts';
import { loadReferenceData } from '#ports/referenceData.ts';
import type { Crypto } from '#shared/ports.ts';
import { ACTOR, deskFiles, foundDesk, steppingClock } from '../../store/support/deskFixture.ts';

export const RESOURCES = fileURLToPath(new URL('../../../../resources', import.meta.url));

const PER_TRANSACTION = 5000;
export const QUARTER_HOUR = 900_000;
export const FIRST_CASE = Date.UTC(2024, 0, 7, 6);

export interface FilledDesk {
  readonly folder: string;
  readonly cases: number;
  readonly seed: string;
  readonly mix?: StepMix;
  /** When the first case is opened; each later one a quarter of an hour after it. */
  readonly from?: number;
  /** Of the database; by chance without it. */
  readonly key?: Uint8Array;
}

/** A desk on a real encrypted database, opened, with so many invented cases in it. */
export function openFilledDesk({
  folder,
  cases,
  seed,
  mix = MOSTLY_OPENED,
  from = FIRST_CASE,
  key = nodeCrypto.randomBytes(32),
}: FilledDesk): OpenDesk {
  const files = { ...deskFiles(folder, key, steppingClock(from)), crypto: quickCrypto };
  const desk = deskOn(foundDesk(files));
  fillDesk(desk, { cases, seed, mix, from });
  return desk;
}

/** The desk of the fixture's person on a store that is open. */
export function deskOn(store: DeskStore): OpenDesk {
  return {
    store,
    device: getDevice(store.reader),
    person: { actorId: ACTOR, displayName: 'نورة', role: 'representative' },
    actorKey: nodeCrypto.generateKeyPair().privateKey,
    reference: loadReferenceData(RESOURCES),
    saved: { lastSavedAt: null, headNotRecorded: false },
    uploads: createScanUploads(store.attachments),
    known: new KnownPeople(store, firstKnowledge()),
    matchIndex: new MatchIndex(store),
  };
}

/** Appends so many invented cases to a desk that is open. */
export function fillDesk(
  desk: OpenDesk,
  { cases, seed, mix = MOSTLY_OPENED, from = FIRST_CASE }: Omit<FilledDesk, 'folder'>,
): void {
  const { history } = createHistoryMaker(desk, { seed, mix, resourcesFolder: RESOURCES });
  function* histories() {
    for (let number = 0; number < cases; number += 1) {
      yield history({ number, openedAt: from + number * QUARTER_HOUR });
    }
  }
  const { sqlite } = desk.store.reader;
  // As much of the indexes as a hundred thousand cases have is held while they are written.
  sqlite.pragma(`cache_size=-${FILLING_CACHE_KIB}`);
  for (const _written of appendHistories(desk.store, histories(), PER_TRANSACTION));
  sqlite.pragma(`cache_size=-${USUAL_CACHE_KIB}`);
}

const FILLING_CACHE_KIB = 128 * 1024;
/** SQLite's own. */
const USUAL_CACHE_KIB = 2000;

const POOL_BYTES = 64 * 1024;
let pool: Uint8Array = new Uint8Array();

/** The same chance, taken from the system a pool at a time: a salt of 16 bytes costs as much as all of it. */
const quickCrypto: Crypto = {
  ...nodeCrypto,
  randomBytes: (length) => {
    if (pool.length < length) pool = nodeCrypto.randomBytes(Math.max(POOL_BYTES, length));
    const taken = pool.slice(0, length);
    pool = pool.subarray(length);
    return taken;
  },
};
