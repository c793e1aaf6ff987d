import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { getDevice } from '#db/desk/device.ts';
import type { DeskStore } from '#db/desk/store.ts';
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
import { type CaughtUp, catchUp } from './catchUp.ts';
import { type CountingProxy, countingProxy } from './countingProxy.ts';
import { startPouch } from './pouch.ts';
import { rawInserts } from './rawInserts.ts';
import { fillJournal, writeLines } from './workload.ts';

/** As large as a season's work of a branch; a smaller number is for trying the benchmark itself. */
const CASES = Number(process.env['RIFADA_BENCH_CASES'] ?? 20_000);
const ROUNDS = 3;
/** Of the pass in which the bytes on the wire are counted. */
const WIRE_CASES = 500;
const HUB = fileURLToPath(new URL('./hubProcess.ts', import.meta.url));
const HubSaid = z.object({ origin: z.string(), hubId: z.uuid(), publicKey: z.string() });

interface Pushed {
  readonly ms: number;
  readonly firstMs: number;
  readonly caughtUp: CaughtUp | null;
}

/** From a desk's journal to headquarters' verified receipts, against bare inserts and against PouchDB. */
export async function* benchSync(): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'rifada-bench-'));
  const postgresFolder = mkdtempSync(join(tmpdir(), 'rifada-postgres-'));
  const postgres = await startBundledPostgres(postgresFolder);
  await ensureDatabase(postgres.url);
  const store = foundDesk(deskFiles(folder, nodeCrypto.randomBytes(32), systemClock));
  const small = foundDesk(
    deskFiles(mkdtempSync(join(folder, 'small-')), nodeCrypto.randomBytes(32), systemClock),
  );
  fillJournal(store, CASES);
  fillJournal(small, WIRE_CASES);
  const lines = join(folder, 'events.jsonl');
  const events = await writeLines(store, lines);
  const pouch = await startPouch(join(folder, 'pouch'), lines);
  try {
    const ours: Pushed[] = [];
    const raw: number[] = [];
    const byDefault: number[] = [];
    const by500: number[] = [];
    const firsts: number[] = [];
    const fetched: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const replicate = async (batchSize: number) => {
        const target = `http://127.0.0.1:${pouch.port}/r${round}x${batchSize}`;
        const { ms, firstMs, written } = await pouch.replicate(target, batchSize);
        if (written !== events) throw new Error(`the peer wrote ${written} of ${events}`);
        if (batchSize === 100) firsts.push(firstMs ?? ms);
        return ms;
      };
      const sides = [
        async () =>
          void ours.push(
            await push(store, postgres.url, `push_${round}`, folder, { thenCatchUp: true }),
          ),
        async () => void raw.push(await rawInserts(store, postgres.url, `raw_${round}`)),
        async () => void byDefault.push(await replicate(100)),
        async () => void by500.push(await replicate(500)),
        async () => {
          const target = `http://127.0.0.1:${pouch.port}/up${round}`;
          await pouch.replicate(target, 500);
          const { ms, written } = await pouch.fetch(target);
          if (written !== events) throw new Error(`the peer read ${written} of ${events}`);
          fetched.push(ms);
        },
      ];
      // Each round begins with another side, so that what else the machine does falls on all.
      for (let side = 0; side < sides.length; side += 1) {
        await sides[(side + round) % sides.length]?.();
      }
    }
    const rates = ours.map(({ ms }) => (CASES * 1000) / ms);
    const rate = (name: string, goal: string, peer: string, theirs: readonly number[]) => ({
      ...figureOf(
        comparison(name, goal, peer),
        rates,
        ours.map(({ ms }, round) => (theirs[round] ?? Number.NaN) / ms),
      ),
      unit: 'cases/s',
    });
    yield rate('push', '≥ 0.5', 'raw multi-row inserts of the same bytes', raw);
    yield rate('push', '≥ 3', 'PouchDB at its default', byDefault);
    yield rate('push', '≥ 2', 'PouchDB at batch_size 500', by500);
    yield figureOf(
      comparison('time to the first receipt', '≤ 1', "PouchDB's first batch"),
      ours.map(({ firstMs }) => firstMs),
      ours.map(({ firstMs }, round) => firstMs / (firsts[round] ?? Number.NaN)),
    );
    const caught = ours.flatMap(({ caughtUp }) => caughtUp ?? []);
    yield {
      ...figureOf(
        comparison(
          'catch-up of a second laptop',
          '≥ 2.5',
          'PouchDB replicating to a second database',
        ),
        caught.map(({ ms }) => (CASES * 1000) / ms),
        caught.map(({ ms }, round) => (fetched[round] ?? Number.NaN) / ms),
      ),
      unit: 'cases/s',
    };
    yield await wire(small, postgres.url, folder);
  } finally {
    pouch.stop();
    store.close();
    small.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
    rmSync(postgresFolder, { recursive: true, force: true });
  }
}

function comparison(name: string, goal: string, peer: string) {
  return {
    name,
    goal,
    rounds: ROUNDS,
    samplesPerRound: 1,
    against: { name: peer, sample: () => undefined },
  };
}

/** Pushes the whole journal to a hub that is new, until the last verified receipt. */
async function push(
  store: DeskStore,
  url: string,
  database: string,
  folder: string,
  {
    through = async (origin) => origin,
    thenCatchUp = false,
  }: {
    readonly through?: (origin: string) => Promise<string>;
    readonly thenCatchUp?: boolean;
  } = {},
): Promise<Pushed> {
  const own = new URL(url);
  own.pathname = `/${database}`;
  await ensureDatabase(own.href);
  const hub = fork(HUB, [mkdtempSync(join(folder, 'hub-')), own.href]);
  const said: unknown[] = await once(hub, 'message');
  const { origin, hubId, publicKey } = HubSaid.parse(said[0]);
  await makeKnown(store, own.href);
  store.reader.sqlite.exec('DELETE FROM receipt_head');
  const desk = { store, device: getDevice(store.reader) } as OpenDesk;
  const hubPublicKey = Uint8Array.from(Buffer.from(publicKey, 'base64url'));
  const address = { url: await through(origin), hubPublicKey, hubId, lastBatch: 0 };
  const begun = performance.now();
  let firstMs: number | null = null;
  const result = await pushQueue({
    desk,
    hub: address,
    isOpen: () => true,
    signal: new AbortController().signal,
    onProgress: ({ eventsReceipted }) => {
      if (eventsReceipted > 0) firstMs ??= performance.now() - begun;
    },
  });
  const ms = performance.now() - begun;
  if (result.situation !== 'allSent') throw new Error(`the push ended ${result.situation}`);
  const caughtUp = thenCatchUp ? await catchUp(store, address, own.href) : null;
  hub.send('stop');
  await once(hub, 'exit');
  return { ms, firstMs: firstMs ?? ms, caughtUp };
}

async function makeKnown(store: DeskStore, url: string): Promise<void> {
  const db = connectHub(url);
  const { deviceId, publicKey, lane, branchOfficeId } = getDevice(store.reader);
  const now = new Date().toISOString();
  await writeHub(db, async (writer) => {
    await insertBranch(writer, { branchOfficeId, code: 'MKH01', name: 'مكة' }, now);
    await insertDevice(
      writer,
      { deviceId, branchOfficeId, publicKey, lane, state: 'enrolled' },
      now,
    );
  });
  await db.close();
}

/** All bytes both ways, headers of HTTP and receipts among them, of the same events. */
async function wire(small: DeskStore, url: string, folder: string): Promise<Figure> {
  const lines = join(folder, 'small.jsonl');
  await writeLines(small, lines);
  const ways: CountingProxy[] = [];
  const through = async (origin: string) => {
    const way = await countingProxy(Number(new URL(origin).port));
    ways.push(way);
    return `http://127.0.0.1:${way.port}`;
  };
  await push(small, url, 'push_wire', folder, { through });
  const counted = ways.reduce((sum, way) => sum + way.bytes(), 0);
  for (const way of ways) way.close();
  const pouch = await startPouch(join(folder, 'pouch-wire'), lines);
  const proxy = await countingProxy(pouch.port);
  await pouch.replicate(`http://127.0.0.1:${proxy.port}/wire`, 100);
  const theirs = proxy.bytes();
  pouch.stop();
  proxy.close();
  return {
    ...figureOf(
      { ...comparison('bytes on the wire', '≤ 0.3', 'PouchDB'), rounds: 1 },
      [counted / WIRE_CASES],
      [counted / theirs],
    ),
    unit: 'bytes/case',
  };
}
