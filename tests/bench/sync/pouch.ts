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
  /** Replicates everything from there into a database that does not exist yet: a second laptop. */
  fetch(source: string): Promise<Replicated>;
  stop(): void;
}

/** Installs the peer into this folder and fills its database. @param lines a file of one event a line */
export async function startPouch(folder: string, lines: string): Promise<PouchPeer> {
  mkdirSync(join(folder, 'server'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}\n');
  await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...PEERS], {
    cwd: folder,
  });
  cpSync(SCRIPT, join(folder, 'pouchPeer.mjs'));
  const port = await freePort();
  const bin = join(folder, 'node_modules', 'pouchdb-server', 'bin', 'pouchdb-server');
  const server = spawn(process.execPath, [bin, '--port', String(port), '--dir', '.'], {
    cwd: join(folder, 'server'),
    stdio: 'ignore',
  });
  await untilUp(port);
  const client = fork(join(folder, 'pouchPeer.mjs'), [lines], { cwd: folder, execArgv: [] });
  await message(client);
  return {
    port,
    replicate: async (target, batchSize) => {
      client.send({ target, batchSize });
      return Replicated.parse(await message(client));
    },
    fetch: async (source) => {
      client.send({ source });
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
