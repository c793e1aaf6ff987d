import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const NAME = /^rifada-tests-(\d+)$/;
/** In bytes; the data of all tests that run at a time are a fraction of it. */
const ROOM = 4 * 1024 ** 3;

/**
 * Gives this run of tests a folder in memory for what it puts into the system's temporary folder, where
 * the system has room for one: a desk asks its disk to hold fast at every commit, and no test takes the
 * power away. The folder goes with this process; what a killed one has left is taken away first.
 */
export function takeQuickFolder(): void {
  if (process.platform !== 'linux' || !existsSync(MEMORY)) return;
  if (process.env['TMPDIR']?.startsWith(MEMORY)) return;
  for (const name of readdirSync(MEMORY)) {
    const pid = NAME.exec(name)?.[1];
    if (pid !== undefined && !existsSync(`/proc/${pid}`)) {
      rmSync(join(MEMORY, name), { recursive: true, force: true });
    }
  }
  const { bavail, bsize } = statfsSync(MEMORY);
  if (bavail * bsize < ROOM) return;
  const folder = join(MEMORY, `rifada-tests-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  // The user of the database goes through it to a folder of its own.
  chmodSync(folder, 0o711);
  process.env['TMPDIR'] = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}
