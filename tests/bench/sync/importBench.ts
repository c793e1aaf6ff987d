import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { getDevice } from '#db/desk/device.ts';
import { insertBranch } from '#db/hub/branches.ts';
import { connectHub, writeHub } from '#db/hub/connection.ts';
import { insertDevice } from '#db/hub/devices.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { pushQueue } from '#electron/sync/pushQueue.ts';
import { ensureDatabase, startBundledPostgres } from '#hq/postgres/bundledPostgres.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { systemClock } from '#ports/systemClock.ts';
import { deskFiles, foundDesk } from '#tests/integration/store/support/deskFixture.ts';
import { type Figure, figureOf } from '../harness.ts';
import { copyDatabase, databaseOf, dropDatabase } from './databases.ts';
import { resourcesWithShortForm } from './shortForm.ts';
import { fillSubmissions, SUBMISSION_EVENTS } from './submissions.ts';

const ROUNDS = 3;
const GOAL = 1000;
const LEAST_IMPORTED = 0.99;
const PROCESS = fileURLToPath(new URL('./importProcess.ts', import.meta.url));
const Said = z.object({ origin: z.string(), hubId: z.uuid(), publicKey: z.string() });
const Imported = z.object({ ms: z.number(), counts: z.record(z.string(), z.number()) });

/**
 * From a clerk's "import by rule" until every case is in the registry, with all checks: each round on a
 * copy of one database into which a laptop has sent its cases.
 */
export async function* benchImport({ cases }: { readonly cases: number }): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'rifada-bench-'));
  const postgresFolder = mkdtempSync(join(tmpdir(), 'rifada-postgres-'));
  const resources = join(folder, 'resources');
  resourcesWithShortForm(resources);
  const postgres = await startBundledPostgres(postgresFolder);
  await ensureDatabase(postgres.url);
  try {
    const hubFolder = mkdtempSync(join(folder, 'hub-'));
    await sendAll(folder, hubFolder, databaseOf(postgres.url, 'sent'), resources, cases);
    const rates: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const url = await copyDatabase(postgres.url, 'sent', `import_${round}`);
      const hub = await startProcess(hubFolder, url, resources);
      const { ms, counts } = Imported.parse(await ask(hub.child, 'import'));
      // Among many invented people a few are so alike that a person is asked: they were looked at all the same.
      const { imported = 0, duplicate = 0 } = counts;
      if (imported + duplicate !== cases || imported < cases * LEAST_IMPORTED) {
        throw new Error(`not all were imported: ${JSON.stringify(counts)}`);
      }
      rates.push((cases * 1000) / ms);
      await ask(hub.child, 'stop');
      await dropDatabase(url);
    }
    yield figureOf(
      {
        unit: 'cases/s',
        name: `import of ${cases} cases of ${SUBMISSION_EVENTS} events with all checks`,
        goal: `≥ ${GOAL} cases/s`,
        rounds: ROUNDS,
        samplesPerRound: 1,
        against: { limit: GOAL },
      },
      rates,
      rates.map((rate) => rate / GOAL),
    );
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
    rmSync(postgresFolder, { recursive: true, force: true });
  }
}

async function sendAll(
  folder: string,
  hubFolder: string,
  url: string,
  resources: string,
  cases: number,
): Promise<void> {
  await ensureDatabase(url);
  const store = foundDesk(
    deskFiles(mkdtempSync(join(folder, 'desk-')), nodeCrypto.randomBytes(32), systemClock),
  );
  fillSubmissions(store, resources, cases);
  const hub = await startProcess(hubFolder, url, resources);
  const db = connectHub(url);
  const { deviceId, publicKey, lane, branchOfficeId } = getDevice(store.reader);
  const now = new Date().toISOString();
  await writeHub(db, async (writer) => {
    await insertBranch(writer, { branchOfficeId, code: 'MKH01', name: 'مكة' }, now);
    const state = 'enrolled';
    await insertDevice(writer, { deviceId, branchOfficeId, publicKey, lane, state }, now);
  });
  await db.close();
  const result = await pushQueue({
    desk: { store, device: getDevice(store.reader) } as OpenDesk,
    hub: {
      url: hub.origin,
      hubPublicKey: Uint8Array.from(Buffer.from(hub.publicKey, 'base64url')),
      hubId: hub.hubId,
      lastBatch: 0,
    },
    isOpen: () => true,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  if (result.situation !== 'allSent') throw new Error(`the push ended ${result.situation}`);
  await ask(hub.child, 'project');
  await ask(hub.child, 'stop');
  store.close();
}

async function startProcess(hubFolder: string, url: string, resources: string) {
  const child = fork(PROCESS, [hubFolder, url, resources]);
  const said: unknown[] = await once(child, 'message');
  return { child, ...Said.parse(said[0]) };
}

async function ask(child: ChildProcess, what: string): Promise<unknown> {
  const said = once(child, 'message');
  child.send(what);
  const answered: unknown[] = await said;
  return answered[0];
}
