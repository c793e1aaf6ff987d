import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeskStore } from '#db/desk/store.ts';
import { ensureDatabase, startBundledPostgres } from '#hq/postgres/bundledPostgres.ts';
import { type Figure, figureOf } from '../harness.ts';
import { countingProxy } from './countingProxy.ts';
import { databaseOf } from './databases.ts';
import { laptopOfAnotherBranch, newLaptop, secondLaptop } from './laptops.ts';
import { catchUp, type Mark, push, ratesAtEnds, startOurHub, totalMs } from './ourHub.ts';
import { installPouch, type PouchPeer, startPouch } from './pouch.ts';
import { rawInserts } from './rawInserts.ts';
import { EVENTS_PER_CASE, fillJournal, writeLines } from './workload.ts';

/** Ends within minutes; `--cases 20000` is a season's work of a branch. */
export const USUAL_CASES = 2_000;

const ROUNDS = 3;
/** Of the pass in which the bytes on the wire are counted. */
const WIRE_CASES = 500;
/** Growth goes from a quarter of the cases to ten times as many. */
const GROWTH = 10;

export interface SyncOptions {
  readonly cases: number;
}

interface Place {
  readonly folder: string;
  readonly served: DeskStore;
  readonly postgresUrl: string;
}

/**
 * From a desk's journal to headquarters' verified receipts and on to a second laptop, against bare
 * inserts of the same bytes and against PouchDB.
 */
export async function* benchSync({ cases }: SyncOptions): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'rifada-bench-'));
  const postgresFolder = mkdtempSync(join(tmpdir(), 'rifada-postgres-'));
  const postgres = await startBundledPostgres(postgresFolder);
  const served = laptopOfAnotherBranch(folder);
  const place = { folder, served, postgresUrl: postgres.url };
  try {
    await ensureDatabase(postgres.url);
    await installPouch(join(folder, 'pouch'));
    yield* rounds(place, cases);
    yield await wire(place);
    yield* growth(place, cases);
  } finally {
    served.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
    rmSync(postgresFolder, { recursive: true, force: true });
  }
}

interface Round {
  readonly push: readonly Mark[];
  readonly catchUpMs: number;
  readonly raw: number;
  readonly byDefault: number;
  readonly by500: number;
  readonly firstBatch: number;
  readonly pulled: number;
}

async function* rounds(place: Place, cases: number): AsyncIterable<Figure> {
  const { folder } = place;
  const store = newLaptop(folder);
  fillJournal(store, cases);
  const lines = join(folder, 'events.jsonl');
  const events = await writeLines(store, lines);
  const pouch = await startPouch(join(folder, 'pouch'), 'rounds', lines);
  try {
    const measured: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      measured.push(await oneRound(place, store, pouch, { round, events, cases }));
    }
    const rate = (name: string, goal: string, peer: string, ours: Timing, theirs: Timing) =>
      figureOf(
        { ...comparison(name, goal, peer), unit: 'cases/s' },
        measured.map((each) => (cases * 1000) / ours(each)),
        measured.map((each) => theirs(each) / ours(each)),
      );
    const pushed: Timing = (each) => totalMs(each.push);
    const rawName = 'raw multi-row inserts of the same bytes';
    yield rate('push', '≥ 0.5', rawName, pushed, ({ raw }) => raw);
    yield rate('push', '≥ 3', 'PouchDB at its default', pushed, ({ byDefault }) => byDefault);
    yield rate('push', '≥ 2', 'PouchDB at batch_size 500', pushed, ({ by500 }) => by500);
    const first: Timing = (each) => each.push[0]?.ms ?? Number.NaN;
    yield figureOf(
      comparison('time to the first receipt', '≤ 1', "PouchDB's first batch"),
      measured.map(first),
      measured.map((each) => first(each) / each.firstBatch),
    );
    yield rate(
      'catch-up of a second laptop',
      '≥ 2.5',
      'PouchDB at its default',
      ({ catchUpMs }) => catchUpMs,
      ({ pulled }) => pulled,
    );
  } finally {
    pouch.stop();
    store.close();
  }
}

/** Milliseconds of a round. */
type Timing = (round: Round) => number;

/** Each round begins with another side, so that what else the machine does falls on all. */
async function oneRound(
  { folder, served, postgresUrl }: Place,
  store: DeskStore,
  pouch: PouchPeer,
  of: { readonly round: number; readonly events: number; readonly cases: number },
): Promise<Round> {
  const { round, events } = of;
  const other = secondLaptop(folder);
  let marks: readonly Mark[] = [];
  let catchUpMs = Number.NaN;
  let raw = Number.NaN;
  let byDefault = Number.NaN;
  let by500 = Number.NaN;
  let firstBatch = Number.NaN;
  let pulled = Number.NaN;
  const target = (batchSize: number) => `http://127.0.0.1:${pouch.port}/r${round}x${batchSize}`;
  const replicate = async (batchSize: number) => {
    const { ms, firstMs, written } = await pouch.replicate(target(batchSize), batchSize);
    if (written !== events) throw new Error(`the peer wrote ${written} of ${events}`);
    return { ms, firstMs: firstMs ?? ms };
  };
  const sides = [
    async () => {
      const hub = await startOurHub(
        databaseOf(postgresUrl, `push_${round}`),
        folder,
        [store, other],
        served,
      );
      marks = await push(store, hub);
      catchUpMs = totalMs(await catchUp(other, hub, of));
      await hub.stop();
    },
    async () => {
      raw = await rawInserts(store, postgresUrl, `raw_${round}`);
    },
    async () => {
      const { ms, firstMs } = await replicate(100);
      byDefault = ms;
      firstBatch = firstMs;
      const back = await pouch.pull(target(100), `copy${round}`);
      if (back.written !== events) throw new Error(`the peer read ${back.written} of ${events}`);
      pulled = back.ms;
    },
    async () => {
      by500 = (await replicate(500)).ms;
    },
  ];
  for (let side = 0; side < sides.length; side += 1) await sides[(side + round) % sides.length]?.();
  other.close();
  return { push: marks, catchUpMs, raw, byDefault, by500, firstBatch, pulled };
}

function comparison(name: string, goal: string, peer: string, rounds = ROUNDS) {
  return {
    name,
    goal,
    rounds,
    samplesPerRound: 1,
    against: { name: peer, sample: () => undefined },
  };
}

/** All bytes both ways, headers of HTTP and receipts among them, of the same events. */
async function wire({ folder, served, postgresUrl }: Place): Promise<Figure> {
  const small = newLaptop(folder);
  fillJournal(small, WIRE_CASES);
  const lines = join(folder, 'small.jsonl');
  await writeLines(small, lines);
  const hub = await startOurHub(databaseOf(postgresUrl, 'push_wire'), folder, [small], served);
  const way = await countingProxy(Number(new URL(hub.address.url).port));
  await push(small, hub, `http://127.0.0.1:${way.port}`);
  const counted = way.bytes();
  way.close();
  await hub.stop();
  small.close();
  const pouch = await startPouch(join(folder, 'pouch'), 'wire', lines);
  const proxy = await countingProxy(pouch.port);
  await pouch.replicate(`http://127.0.0.1:${proxy.port}/wire`, 100);
  const theirs = proxy.bytes();
  pouch.stop();
  proxy.close();
  return figureOf(
    { ...comparison('bytes on the wire', '≤ 0.3', 'PouchDB', 1), unit: 'bytes/case' },
    [counted / WIRE_CASES],
    [counted / theirs],
  );
}

/** The rate over the last cases of many against the rate over the first, sending and hearing. */
async function* growth(
  { folder, served, postgresUrl }: Place,
  cases: number,
): AsyncIterable<Figure> {
  const few = Math.max(100, Math.round(cases / 4));
  const many = few * GROWTH;
  const large = newLaptop(folder);
  const other = secondLaptop(folder);
  fillJournal(large, many);
  const events = many * EVENTS_PER_CASE;
  const hub = await startOurHub(databaseOf(postgresUrl, 'growth'), folder, [large, other], served);
  const sent = ratesAtEnds(await push(large, hub), few * EVENTS_PER_CASE);
  const heard = ratesAtEnds(
    await catchUp(other, hub, { events, cases: many }),
    few * EVENTS_PER_CASE,
  );
  await hub.stop();
  large.close();
  other.close();
  for (const [name, { first, last }] of [
    ['push', sent],
    ['catch-up', heard],
  ] as const) {
    yield figureOf(
      {
        ...comparison(`${name} at ${many} cases`, '≥ 0.9', `its own rate at ${few}`, 1),
        unit: 'cases/s',
      },
      [last / EVENTS_PER_CASE],
      [last / first],
    );
  }
}
