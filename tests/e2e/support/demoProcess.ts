import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuiltScreens } from './builtScreens.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PATIENCE_MS = 100_000;

export interface RunningDemo {
  readonly headquarters: string;
  /** One for each branch; each opens once. */
  readonly desks: readonly string[];
  /** All that the terminal has shown. */
  shown(): string;
  /** As Ctrl+C does; the exit code. */
  stop(): Promise<number | null>;
}

/** `npm run demo` as a program, in an empty folder of its own. */
export async function startDemo(): Promise<RunningDemo> {
  await ensureBuiltScreens(ROOT);
  const folder = mkdtempSync(join(tmpdir(), 'rifada-demo-'));
  // The bundled database has a user of its own, who passes through.
  chmodSync(folder, 0o711);
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [join(ROOT, 'hq', 'demo.ts'), '--data', join(folder, 'office'), '--port', String(port)],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let shown = '';
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGINT');
    const code = await gone;
    rmSync(folder, { recursive: true, force: true });
    return code;
  };
  const links = await new Promise<readonly string[]>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not up: ${shown}`)), PATIENCE_MS);
    const look = (piece: Buffer) => {
      shown += piece.toString('utf8');
      const found = shown.match(/^ {2}http\S+$/gmu) ?? [];
      if (found.length < 3) return;
      clearTimeout(late);
      resolve(found.map((link) => link.trim()));
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    void gone.then(() => reject(new Error(`it ended: ${shown}`)));
  });
  const [headquarters = '', ...desks] = links;
  return { headquarters, desks, shown: () => shown, stop };
}

/** A port with two free ones above it, as far as anybody can know. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
