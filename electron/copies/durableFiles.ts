import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The ending of a file that is being written; what a crash left of it is cleared away. */
export const UNFINISHED = '.new';

/**
 * Puts these bytes under this name, whole or not at all, also at a power cut; off the main thread.
 * @throws the file system's error; what was under the name before is then still there
 */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const next = path + UNFINISHED;
  try {
    await writeSynced(next, bytes);
    await rename(next, path);
  } catch (error) {
    await rm(next, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Writes and waits for the disk. @throws the file system's error */
export async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes names durable, where the system has a call for it: Windows and some sticks have none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EINVAL')) throw error;
  } finally {
    await directory.close();
  }
}
