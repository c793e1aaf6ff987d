import { existsSync, readFileSync } from 'node:fs';
import type { SafeStorage } from 'electron';
import type { PepperStore } from '#electron/keys/pepperStore.ts';
import { replaceFile } from '#electron/keys/replaceFile.ts';

export type KeyStore = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'
>;

/**
 * The pepper, sealed by the system's key store (Keychain, DPAPI, libsecret or KWallet). A Linux
 * machine without any gets the plain file of the loopback host: Chromium's stand-in there seals
 * with a password that everybody knows.
 */
export function createSealedPepperStore(
  keyStore: KeyStore,
  platform: NodeJS.Platform,
  sealedFile: string,
  plain: PepperStore,
): PepperStore {
  const isThere = () => isKeyStoreThere(keyStore, platform);
  return {
    read: () => {
      if (!existsSync(sealedFile)) return plain.read();
      // Sealed earlier and the key store silent now: that is not "none", so it must not become a new one.
      if (!isThere()) throw new Error('the key store does not answer');
      return Uint8Array.from(
        Buffer.from(keyStore.decryptString(readFileSync(sealedFile)), 'base64'),
      );
    },
    write: (pepper) => {
      if (!isThere()) {
        plain.write(pepper);
        return;
      }
      replaceFile(sealedFile, keyStore.encryptString(Buffer.from(pepper).toString('base64')));
    },
  };
}

function isKeyStoreThere(keyStore: KeyStore, platform: NodeJS.Platform): boolean {
  if (!keyStore.isEncryptionAvailable()) return false;
  if (platform !== 'linux') return true;
  const backend = keyStore.getSelectedStorageBackend();
  return backend !== 'basic_text' && backend !== 'unknown';
}
