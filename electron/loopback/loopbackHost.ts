import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createFilePepperStore } from '#electron/host/filePepperStore.ts';
import type { Host } from '#electron/host/Host.ts';

/**
 * The desk in a browser on this machine. A plain process cannot reach the system's key store, so
 * the pepper is a file that the user alone may read. It lies outside the profile folder (see
 * `folders.ts`): whoever copies or steals the profile does not have it. It does not protect
 * against someone who reads the whole disk; disk encryption does.
 */
export function createLoopbackHost(pepperFile: string, training: Host['training'] = 'apart'): Host {
  mkdirSync(dirname(pepperFile), { recursive: true, mode: 0o700 });
  return {
    name: 'loopback',
    pepper: createFilePepperStore(pepperFile),
    printsInBrowser: true,
    // A page learns no paths from the browser's own dialog.
    chooseFolder: null,
    // A browser tab is not told when the system locks; the desk's own idle lock stands in.
    onLockRequest: () => () => undefined,
    training,
  };
}
