import { join } from 'node:path';
import type { CreateDesk, Desk } from '#electron/dispatcher/desk.ts';
import type { Log } from '#electron/dispatcher/log.ts';
import type { Host } from './Host.ts';
import { nodeCrypto } from './nodeCrypto.ts';
import { systemClock } from './systemClock.ts';
import { createUuidV7Generator } from './uuidV7.ts';

/** Where the delivered program lies; the same shape in a checkout and inside a package. */
export interface ProgramFolders {
  readonly resources: string;
  readonly renderer: string;
}

export function programFolders(rootFolder: string): ProgramFolders {
  return {
    resources: join(rootFolder, 'resources'),
    renderer: join(rootFolder, 'dist', 'renderer'),
  };
}

/** A desk on this machine's clock and cryptography, behind this host. */
export function composeDesk(
  createDesk: CreateDesk,
  host: Host,
  profileFolder: string,
  resourcesFolder: string,
  log: Log,
): Promise<Desk> {
  return createDesk({
    profileFolder,
    resourcesFolder,
    clock: systemClock,
    ids: createUuidV7Generator(systemClock, nodeCrypto),
    crypto: nodeCrypto,
    host,
    log,
  });
}
