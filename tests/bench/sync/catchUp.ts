import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDevice } from '#db/desk/device.ts';
import { lastArrival } from '#db/desk/feedEvents.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { connectHub, writeHub } from '#db/hub/connection.ts';
import { insertDevice } from '#db/hub/devices.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { pullFeed } from '#electron/sync/pullFeed.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { systemClock } from '#ports/systemClock.ts';
import { deskFiles, foundDesk } from '#tests/integration/store/support/deskFixture.ts';

export interface CaughtUp {
  readonly ms: number;
}

/**
 * A second laptop of the branch, new, reads all that the first has sent: into its encrypted store, with
 * chain, lists and search, and every row counted.
 */
export async function catchUp(
  first: DeskStore,
  hub: { readonly url: string; readonly hubPublicKey: Uint8Array; readonly hubId: string },
  databaseUrl: string,
): Promise<CaughtUp> {
  const folder = mkdtempSync(join(tmpdir(), 'rifada-second-'));
  const store = foundDesk(deskFiles(folder, nodeCrypto.randomBytes(32), systemClock));
  try {
    const deviceId = crypto.randomUUID();
    store.reader.sqlite.exec(`UPDATE device SET device_id = '${deviceId}'`);
    const device = getDevice(store.reader);
    const db = connectHub(databaseUrl);
    await writeHub(db, (writer) =>
      insertDevice(
        writer,
        {
          deviceId,
          branchOfficeId: getDevice(first.reader).branchOfficeId,
          publicKey: device.publicKey,
          lane: 'Q9',
          state: 'enrolled',
        },
        new Date().toISOString(),
      ),
    );
    await db.close();
    const begun = performance.now();
    const result = await pullFeed({
      desk: { store, device, saved: { lastSavedAt: null, headNotRecorded: false } } as OpenDesk,
      hub,
      clockSkewMs: 0,
      isOpen: () => true,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    const ms = performance.now() - begun;
    if (result.situation !== 'allSent') throw new Error(`the catch-up ended ${result.situation}`);
    const sent = first.reader.sqlite.prepare('SELECT count(*) FROM journal').pluck().get();
    const cases = (of: DeskStore) =>
      of.reader.sqlite.prepare('SELECT count(*) FROM case_summary').pluck().get();
    if (lastArrival(store.reader) !== sent || cases(store) !== cases(first)) {
      throw new Error(`the second laptop has ${lastArrival(store.reader)} of ${String(sent)}`);
    }
    return { ms };
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
