import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { createHub, type Hub } from '#hq/createHub.ts';
import { createHubLog } from '#hq/host/log.ts';
import { ensureDatabase } from '#hq/postgres/bundledPostgres.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { systemClock } from '#ports/systemClock.ts';
import { createUuidV7Generator } from '#ports/uuidV7.ts';
import { MORNING } from './branch.ts';
import { ensureBuiltScreens } from './builtScreens.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SCREENS = join(ROOT, 'dist', 'renderer');

/** A real hub with its screens, on a database of its own in the run's PostgreSQL. */
export interface RunningHub {
  readonly hub: Hub;
  readonly origin: string;
  /** As the terminal shows it while nobody is there. */
  readonly setUpCode: string;
  readonly lines: readonly string[];
  /** Makes the administrator without a screen, for tests that begin later. */
  setUp(person: {
    readonly displayName: string;
    readonly userName: string;
    readonly password: string;
  }): Promise<void>;
  /** The hub's clock goes on from so much later. */
  passTime(milliseconds: number): void;
  /** Stops answering; `start` takes it up again on the same data and port. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Ends it for good. */
  close(): Promise<void>;
}

/** @param startsAt ISO instant at which the hub's clock begins to tick, as a desk's does */
export async function startHub(startsAt: string = MORNING): Promise<RunningHub> {
  await ensureBuiltScreens(ROOT);
  const folder = mkdtempSync(join(tmpdir(), 'rifada-hq-'));
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/hub_${randomBytes(6).toString('hex')}`;
  await ensureDatabase(url.href);
  let later = Date.parse(startsAt) - systemClock.now();
  const clock = { now: () => systemClock.now() + later };
  const ids = createUuidV7Generator(clock, nodeCrypto);
  const lines: string[] = [];
  const open = (port: number) =>
    createHub({
      dataFolder: folder,
      databaseUrl: url.href,
      address: '127.0.0.1',
      port,
      screensFolder: SCREENS,
      resourcesFolder: join(ROOT, 'resources'),
      clock,
      crypto: nodeCrypto,
      ids,
      log: createHubLog(
        (line) => lines.push(line),
        clock.now,
        () => ids.uuid(),
      ),
    });
  let hub = await open(0);
  const { origin, setUpCode } = hub;
  if (setUpCode === null) throw new Error('a new hub has nobody yet');
  return {
    get hub() {
      return hub;
    },
    origin,
    setUpCode,
    lines,
    setUp: async (person) => {
      const answer = await fetch(`${origin}/api/session/set-up`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...person, code: setUpCode }),
      });
      if (!answer.ok) throw new Error(`set-up answered ${answer.status}`);
    },
    passTime: (milliseconds) => {
      later += milliseconds;
    },
    stop: () => hub.close(),
    start: async () => {
      hub = await open(Number(new URL(origin).port));
    },
    close: async () => {
      await hub.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
