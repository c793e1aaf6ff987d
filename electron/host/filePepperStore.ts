import { existsSync, readFileSync } from 'node:fs';
import type { PepperStore } from '../keys/pepperStore.ts';
import { replaceFile } from '../keys/replaceFile.ts';

/**
 * Keeps the pepper in a file of its own, readable by the user alone: for hosts without the system's
 * key store. It must not lie in the profile folder, or a stolen copy of that folder holds both.
 */
export function createFilePepperStore(path: string): PepperStore {
  return {
    read: () => (existsSync(path) ? Uint8Array.from(readFileSync(path)) : null),
    write: (bytes) => replaceFile(path, bytes),
  };
}
