import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { z } from 'zod';
import { createHub, type Hub } from '#hq/createHub.ts';
import { createHubLog } from '#hq/host/log.ts';
import { ensureDatabase } from '#hq/postgres/bundledPostgres.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { createUuidV7Generator } from '#ports/uuidV7.ts';
import { type HqApi, hqApi } from './hqApi.ts';

const RESOURCES = fileURLToPath(new URL('../../../resources', import.meta.url));

export const HQ_PASSWORD = 'كلمة مرور المركز 1';

export interface TestHub {
  readonly hub: Hub;
  readonly origin: string;
  /** Every line of the log. */
  readonly lines: string[];
  /** Signed in as the administrator: a call of the published API, with its status. */
  readonly api: HqApi;
  setNow(iso: string): void;
  /** Ends this hub and starts another on the same data and port; its database may have moved. */
  restart(databaseUrl?: string): Promise<void>;
  close(): Promise<void>;
}

/** A hub with its own database in the run's PostgreSQL, a clock that is set, and an administrator. */
export async function createTestHub(
  now = '2026-11-23T08:00:00.000Z',
  databaseUrl: string | null = null,
  importChunk = 100,
  training = false,
): Promise<TestHub> {
  const folder = mkdtempSync(join(tmpdir(), 'rifada-hub-'));
  let url = databaseUrl;
  if (url === null) {
    const own = new URL(inject('postgresUrl'));
    own.pathname = `/hub_${randomBytes(6).toString('hex')}`;
    url = own.href;
    await ensureDatabase(url);
  }
  let milliseconds = Date.parse(now);
  const clock = { now: () => milliseconds };
  const lines: string[] = [];
  const ids = createUuidV7Generator(clock, nodeCrypto);
  const log = createHubLog(
    (line) => lines.push(line),
    clock.now,
    () => ids.uuid(),
  );
  const start = (port: number) =>
    createHub({
      dataFolder: folder,
      resourcesFolder: RESOURCES,
      importChunk,
      training,
      databaseUrl: url,
      address: '127.0.0.1',
      port,
      clock,
      crypto: nodeCrypto,
      ids,
      log,
    });
  let hub = await start(0);
  const { origin } = hub;
  const api = hqApi(origin);
  await api('POST', '/session/set-up', {
    code: hub.setUpCode,
    userName: 'admin',
    displayName: 'سارة القحطاني',
    password: HQ_PASSWORD,
  });
  return {
    get hub() {
      return hub;
    },
    origin,
    lines,
    api,
    setNow: (iso) => {
      milliseconds = Date.parse(iso);
    },
    restart: async (movedTo) => {
      await hub.close();
      url = movedTo ?? url;
      hub = await start(Number(new URL(origin).port));
    },
    close: async () => {
      await hub.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same for training: it takes laptops of training offices, which have a basis for scans. */
export function createTrainingHub(): Promise<TestHub> {
  return createTestHub(undefined, null, undefined, true);
}

const Waiting = z.looseObject({
  requests: z.array(z.looseObject({ requestId: z.string(), state: z.string() })),
});

/** The id of the one request that waits for an answer. */
export async function waitingRequest({ api }: Pick<TestHub, 'api'>): Promise<string> {
  const { requests } = Waiting.parse((await api('GET', '/enrolments')).body);
  const [waiting] = requests.filter(({ state }) => state === 'waiting');
  if (!waiting) throw new Error('no request waits');
  return waiting.requestId;
}
