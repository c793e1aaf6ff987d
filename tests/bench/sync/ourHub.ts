import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { getDevice } from '#db/desk/device.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { insertBranch } from '#db/hub/branches.ts';
import { connectHub, writeHub } from '#db/hub/connection.ts';
import { insertDevice } from '#db/hub/devices.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { pullFeed } from '#electron/sync/pullFeed.ts';
import { pushQueue } from '#electron/sync/pushQueue.ts';
import { ensureDatabase } from '#hq/postgres/bundledPostgres.ts';
import { dropDatabase } from './databases.ts';

const HUB = fileURLToPath(new URL('./hubProcess.ts', import.meta.url));
const HubSaid = z.object({ origin: z.string(), hubId: z.uuid(), publicKey: z.string() });

/** A hub in a process of its own, on a database that is new, which knows these laptops. */
export interface OurHub {
  readonly address: {
    readonly url: string;
    readonly hubPublicKey: Uint8Array;
    readonly hubId: string;
  };
  /** Ends it; its database goes with it. */
  stop(): Promise<void>;
}

/**
 * @param laptops of one branch
 * @param served a laptop of another branch, whose work the hub has taken in before: it has been up for a
 *   while, as the peer's server has, which serves all rounds
 */
export async function startOurHub(
  databaseUrl: string,
  folder: string,
  laptops: readonly DeskStore[],
  served: DeskStore,
): Promise<OurHub> {
  await ensureDatabase(databaseUrl);
  const hub = fork(HUB, [mkdtempSync(join(folder, 'hub-')), databaseUrl]);
  const said: unknown[] = await once(hub, 'message');
  const { origin, hubId, publicKey } = HubSaid.parse(said[0]);
  await makeKnown(databaseUrl, [laptops, [served]]);
  const ours: OurHub = {
    address: {
      url: origin,
      hubPublicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')),
      hubId,
    },
    stop: async () => {
      hub.send('stop');
      await once(hub, 'exit');
      await dropDatabase(databaseUrl);
    },
  };
  await push(served, ours);
  return ours;
}

async function makeKnown(
  databaseUrl: string,
  branches: readonly (readonly DeskStore[])[],
): Promise<void> {
  const db = connectHub(databaseUrl);
  const now = new Date().toISOString();
  await writeHub(db, async (writer) => {
    for (const [index, laptops] of branches.entries()) {
      const branchOfficeId = randomUUID();
      await insertBranch(writer, { branchOfficeId, code: `MKH0${index}`, name: 'مكة' }, now);
      for (const { reader } of laptops) {
        const { deviceId, publicKey, lane } = getDevice(reader);
        const device = { deviceId, branchOfficeId, publicKey, lane, state: 'enrolled' as const };
        await insertDevice(writer, device, now);
      }
    }
  });
  await db.close();
}

/** When so much of a run was done: events, and milliseconds since it began. */
export interface Mark {
  readonly events: number;
  readonly ms: number;
}

/** A laptop that was given another id after its founding begins with what it wrote under it. */
const NOTHING_SENT = `DELETE FROM receipt_head;
  INSERT INTO receipt_head (singleton, position, header_hash, receipted_at)
  SELECT 1, position, header_hash, at FROM journal
  WHERE device_id <> (SELECT device_id FROM device) ORDER BY position DESC LIMIT 1`;

/** Pushes the whole journal of a laptop until the last verified receipt. */
export async function push(
  store: DeskStore,
  { address }: OurHub,
  url = address.url,
): Promise<readonly Mark[]> {
  store.reader.sqlite.exec(NOTHING_SENT);
  const marks: Mark[] = [];
  const begun = performance.now();
  const mark = (events: number) => marks.push({ events, ms: performance.now() - begun });
  const result = await pushQueue({
    desk: deskOf(store),
    hub: { ...address, url, lastBatch: 0 },
    isOpen: () => true,
    signal: new AbortController().signal,
    onProgress: ({ eventsReceipted }) => {
      if (eventsReceipted > (marks.at(-1)?.events ?? 0)) mark(eventsReceipted);
    },
  });
  if (result.situation !== 'allSent') throw new Error(`the push ended ${result.situation}`);
  mark(result.events);
  return marks;
}

/** A laptop that has nothing yet hears of everything that the branch's other laptop sent. */
export async function catchUp(
  store: DeskStore,
  { address }: OurHub,
  expected: { readonly events: number; readonly cases: number },
): Promise<readonly Mark[]> {
  const marks: Mark[] = [];
  const begun = performance.now();
  const mark = (events: number) => marks.push({ events, ms: performance.now() - begun });
  const result = await pullFeed({
    desk: deskOf(store),
    hub: address,
    clockSkewMs: 0,
    isOpen: () => true,
    signal: new AbortController().signal,
    onProgress: mark,
  });
  mark(result.received);
  const cases = Number(
    store.reader.sqlite.prepare('SELECT count(*) FROM case_summary').pluck().get(),
  );
  // Every row is counted: headquarters' own entries come on top.
  if (
    result.situation !== 'allSent' ||
    result.received < expected.events ||
    cases !== expected.cases
  ) {
    throw new Error(`caught up ${result.situation}: ${result.received} entries, ${cases} cases`);
  }
  return marks;
}

export function totalMs(marks: readonly Mark[]): number {
  return marks.at(-1)?.ms ?? Number.NaN;
}

/** Events a second over the first and over the last part of a run. */
export function ratesAtEnds(
  marks: readonly Mark[],
  part: number,
): { readonly first: number; readonly last: number } {
  const total = marks.at(-1)?.events ?? 0;
  const at = (events: number) => marks.find((mark) => mark.events >= events) ?? marks.at(-1);
  const rate = (from: number, to: number) => {
    const begin = from === 0 ? { events: 0, ms: 0 } : at(from);
    const end = at(to);
    if (begin === undefined || end === undefined) return Number.NaN;
    return ((end.events - begin.events) * 1000) / (end.ms - begin.ms);
  };
  return { first: rate(0, part), last: rate(total - part, total) };
}

function deskOf(store: DeskStore): OpenDesk {
  const saved = { lastSavedAt: null, headNotRecorded: false };
  return { store, device: getDevice(store.reader), saved } as OpenDesk;
}
