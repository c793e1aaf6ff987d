import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Puts these bytes in the place of a file, whole or not at all, also at a power cut; readable by
 * the user alone. @throws the file system's error, the file then being as it was
 */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const next = `${path}.new`;
  try {
    const descriptor = openSync(next, 'w', 0o600);
    try {
      writeFileSync(descriptor, bytes);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(next, path);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** Makes names durable. Windows has no such call and keeps names with the file. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
