import { type ChildProcess, execFile, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);
const PEERS = ['pouchdb@9.0.0', 'pouchdb-server@4.2.0'];
const SCRIPT = fileURLToPath(new URL('./pouchPeer.mjs', import.meta.url));
const Replicated = z.object({ ms: z.number(), firstMs: z.number().nullable(), written: z.int() });
export type Replicated = z.infer<typeof Replicated>;

export interface PouchPeer {
  readonly port: number;
  /** Replicates everything to a database that does not exist yet. */
  replicate(target: string, batchSize: number): Promise<Replicated>;
  /** Replicates everything back into a database that does not exist yet, at its default. */
  pull(source: string, name: string): Promise<Replicated>;
  stop(): void;
}

/** Installs the peer into a folder that goes with the run: it is no dependency of the project. */
export async function installPouch(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}\n');
  await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...PEERS], {
    cwd: folder,
  });
  cpSync(SCRIPT, join(folder, 'pouchPeer.mjs'));
}

/**
 * Starts the installed peer and fills its database.
 * @param name of this pair of client and server, each with databases of its own
 * @param lines a file of one event a line
 */
export async function startPouch(folder: string, name: string, lines: string): Promise<PouchPeer> {
  const own = join(folder, name);
  mkdirSync(join(own, 'server'), { recursive: true });
  const port = await freePort();
  const bin = join(folder, 'node_modules', 'pouchdb-server', 'bin', 'pouchdb-server');
  const server = spawn(process.execPath, [bin, '--port', String(port), '--dir', '.'], {
    cwd: join(own, 'server'),
    stdio: 'ignore',
  });
  await untilUp(port);
  const client = fork(join(folder, 'pouchPeer.mjs'), [lines], { cwd: own, execArgv: [] });
  await message(client);
  return {
    port,
    replicate: async (target, batchSize) => {
      client.send({ target, batchSize });
      return Replicated.parse(await message(client));
    },
    pull: async (from, name) => {
      client.send({ from, name });
      return Replicated.parse(await message(client));
    },
    stop: () => {
      client.kill();
      server.kill();
    },
  };
}

async function message(child: ChildProcess): Promise<unknown> {
  const said: unknown[] = await once(child, 'message');
  return said[0];
}

async function untilUp(port: number): Promise<void> {
  for (;;) {
    try {
      await fetch(`http://127.0.0.1:${port}/`);
      return;
    } catch {
      await pause(100);
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
