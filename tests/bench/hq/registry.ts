import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hub } from '#hq/createHub.ts';
import { createHub } from '#hq/createHub.ts';
import { createHubLog } from '#hq/host/log.ts';
import { ensureDatabase, startBundledPostgres } from '#hq/postgres/bundledPostgres.ts';
import { addPerson } from '#hq/services/peopleService.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { systemClock } from '#ports/systemClock.ts';
import { createUuidV7Generator } from '#ports/uuidV7.ts';
import { ActorId } from '#shared/domain/identity.ts';
import { type Figure, figureOf } from '../harness.ts';
import { fillRegistry } from './fillRegistry.ts';

/** As many people as an association of the whole country knows. */
export const USUAL_REGISTRY = 200_000;
const ROUNDS = 3;
/** With all questions together below what headquarters lets one caller ask in a minute. */
const SAMPLES = 30;
const GOAL_MS = 100;
const RESOURCES = fileURLToPath(new URL('../../../resources', import.meta.url));
const PASSWORD = 'كلمة مرور القياس 1';

/** The questions of somebody who works through the list, each in turn, over HTTP as the screen asks. */
const ASKED = {
  latest: '',
  branch: `branchOfficeId=${branchId(3)}`,
  status: 'status=underStudy',
  need: 'need=rent',
  category: 'category=widow&order=name',
  deep: 'order=name&offset=150000',
  name: `text=${encodeURIComponent('محمد القحطاني')}`,
  beginning: `text=${encodeURIComponent('سعاد الغ')}`,
  id: 'text=1000123456',
  days: 'since=2026-03-01&until=2026-03-31',
} as const;

/**
 * The list of the registry with so many persons: the 95th percentile of every question over HTTP, with
 * its true count, against the bare query of one page by the index.
 */
export async function* benchRegistry(persons: number): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'rifada-bench-'));
  const postgres = await startBundledPostgres(mkdtempSync(join(tmpdir(), 'rifada-postgres-')));
  try {
    await ensureDatabase(postgres.url);
    const hub = await openHub(folder, postgres.url);
    try {
      await fillRegistry(hub.context.db, persons);
      const ask = await signedIn(hub);
      for (const [name, query] of Object.entries(ASKED)) {
        yield await measure(hub, ask, name, query, persons);
      }
    } finally {
      await hub.close();
    }
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  hub: Hub,
  ask: (query: string) => Promise<void>,
  name: string,
  query: string,
  persons: number,
): Promise<Figure> {
  const values: number[] = [];
  const ratios: number[] = [];
  await ask(query);
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours: number[] = [];
    const bare: number[] = [];
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      ours.push(await timed(() => ask(query)));
      bare.push(await timed(() => hub.context.db.query(BARE)));
    }
    values.push(percentile95(ours));
    ratios.push(percentile95(ours) / percentile95(bare));
  }
  return figureOf(
    {
      name: `registry of ${persons} persons, list ${name}, p95`,
      goal: `≤ ${GOAL_MS} ms`,
      rounds: ROUNDS,
      samplesPerRound: SAMPLES,
      against: { name: 'the bare query of one page', sample: () => undefined },
    },
    values,
    ratios,
  );
}

const BARE = 'SELECT * FROM registry_person ORDER BY latest_at DESC, person_id DESC LIMIT 50';

async function openHub(dataFolder: string, databaseUrl: string): Promise<Hub> {
  const ids = createUuidV7Generator(systemClock, nodeCrypto);
  return createHub({
    dataFolder,
    databaseUrl,
    resourcesFolder: RESOURCES,
    address: '127.0.0.1',
    port: 0,
    clock: systemClock,
    crypto: nodeCrypto,
    ids,
    log: createHubLog(
      () => undefined,
      systemClock.now,
      () => ids.uuid(),
    ),
  });
}

async function signedIn(hub: Hub): Promise<(query: string) => Promise<void>> {
  await addPerson(hub.context, ActorId.parse(hub.context.hubId), {
    userName: 'bench',
    displayName: 'قياس',
    password: PASSWORD,
    roles: ['relationsOfficer'],
  });
  const answer = await fetch(`${hub.origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName: 'bench', password: PASSWORD }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return async (query) => {
    const page = await fetch(`${hub.origin}/api/registry?${query}`, { headers: { cookie } });
    const body = await page.text();
    if (!page.ok) throw new Error(`${query}: ${page.status} ${body}`);
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function percentile95(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
}

/** Of the branch with this number among those that `fillRegistry` makes. */
function branchId(number: number): string {
  return `018f0000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
