import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '#electron/dispatcher/log.ts';
import type { Clock } from '#shared/ports.ts';

/** Two files of at most this many bytes each are kept. */
const LARGEST_FILE = 1024 * 1024;

export function logFolder(profileFolder: string): string {
  return join(profileFolder, 'logs');
}

/**
 * The log as lines of JSON in `desk.log`, readable by the user alone. What cannot be written is
 * dropped: a full disk must not turn one failure into two.
 */
export function createFileLog(folder: string, clock: Clock): Log {
  const file = join(folder, 'desk.log');

  function write(line: Readonly<Record<string, unknown>>): void {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (sizeOf(file) > LARGEST_FILE) renameSync(file, join(folder, 'desk.previous.log'));
      const at = new Date(clock.now()).toISOString();
      appendFileSync(file, `${JSON.stringify({ at, ...line })}\n`, { mode: 0o600 });
    } catch {
      // Nowhere left to say it.
    }
  }

  return {
    failure: (failure) => {
      const logId = randomUUID();
      write({ logId, ...failure });
      return logId;
    },
    note: (event) => write({ event }),
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
