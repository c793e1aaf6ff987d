import { type ChildProcess, spawn } from 'node:child_process';
import { readMemoryFlags } from '#electron/host/memoryFlags.ts';
import { bundleShell } from './bundleShell.ts';

/** A runtime that cannot start here (a library is missing, no sandbox) ends within this time. */
const FAILS_WITHIN_MS = 5_000;

/**
 * Starts the desk's window and waits for its end. False when the runtime failed at once, so that
 * the browser can take its place; a window that a person closed counts as done.
 */
export async function launchElectron(
  binary: string,
  rootFolder: string,
  profileFolder: string,
  onStarted: (child: ChildProcess) => void,
): Promise<boolean> {
  const { main } = await bundleShell(rootFolder);
  const child = spawn(
    binary,
    [`--js-flags=${readMemoryFlags(rootFolder).join(' ')}`, main, '--profile', profileFolder],
    { stdio: 'inherit' },
  );
  onStarted(child);
  const started = process.hrtime.bigint();
  const exitCode = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code));
  });
  const lasted = Number(process.hrtime.bigint() - started) / 1e6;
  return exitCode === 0 || lasted > FAILS_WITHIN_MS;
}
