import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { dialog, powerMonitor, safeStorage } from 'electron';
import { createFilePepperStore } from '#electron/host/filePepperStore.ts';
import type { Host } from '#electron/host/Host.ts';
import { createSealedPepperStore } from './sealedPepperStore.ts';

/** The desk in its own window. Only after the app is ready: the key store answers no sooner. */
export function createElectronHost(pepperFile: string, training: Host['training']): Host {
  mkdirSync(dirname(pepperFile), { recursive: true, mode: 0o700 });
  return {
    name: 'electron',
    pepper: createSealedPepperStore(
      safeStorage,
      process.platform,
      `${pepperFile}.sealed`,
      createFilePepperStore(pepperFile),
    ),
    printsInBrowser: false,
    training,
    chooseFolder: async () => {
      const { filePaths } = await dialog.showOpenDialog({
        properties: ['openDirectory', 'createDirectory'],
      });
      return filePaths[0] ?? null;
    },
    onLockRequest: (listener) => {
      powerMonitor.on('lock-screen', listener);
      powerMonitor.on('suspend', listener);
      return () => {
        powerMonitor.off('lock-screen', listener);
        powerMonitor.off('suspend', listener);
      };
    },
  };
}
