import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, statfsSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type DeskReader } from '#db/desk/connection.ts';
import { createFilePepperStore } from '#electron/host/filePepperStore.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { systemClock } from '#electron/host/systemClock.ts';
import { readKeyState, unlockWithPassword } from '#electron/keys/keys.ts';
import { BRANCH } from './branch.ts';
import { pepperFileOf, type RunningDesk } from './startDesk.ts';

const PAGE = 4096;

/** Does what only another program could do to the database of a desk that is not running. */
export async function withDatabase(
  { profile }: RunningDesk,
  work: (reader: DeskReader) => void,
): Promise<void> {
  const context = {
    folder: profile,
    pepper: createFilePepperStore(pepperFileOf(profile)),
    crypto: nodeCrypto,
    clock: systemClock,
  };
  const state = readKeyState(context);
  const [actorId] = state.ok ? state.people : [];
  if (actorId === undefined) throw new Error('nobody has a password here');
  const opened = await unlockWithPassword(context, actorId, BRANCH.password);
  if (!opened.ok) throw new Error(`the database does not open: ${opened.problem}`);
  const reader = connect(join(profile, 'desk.db'), opened.databaseKey, 'write');
  try {
    work(reader);
  } finally {
    reader.sqlite.close();
  }
}

/** Overwrites one page in the middle of the database, as a failing disk does. */
export function spoilPage({ profile }: RunningDesk, page: number): void {
  const file = openSync(join(profile, 'desk.db'), 'r+');
  try {
    writeSync(file, Buffer.alloc(PAGE, 0x5a), 0, PAGE, page * PAGE);
  } finally {
    closeSync(file);
  }
}

export function fileOf({ profile }: RunningDesk, name: string): string {
  return join(profile, name);
}

/** A disk so small that it can be filled: memory, mounted at a folder. Null where this user may not. */
export function mountTinyDisk(folder: string, mebibytes: number): { unmount(): void } | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
    return { unmount: () => execFileSync('umount', ['-l', folder], { stdio: 'ignore' }) };
  } catch {
    return null;
  }
}

/** Writes until nothing more fits; `free` gives the room back. */
export function fillDisk(folder: string): { free(): void } {
  const filler = join(folder, 'filler');
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(filler, Buffer.alloc(Number(bavail) * Number(bsize)));
  return { free: () => rmSync(filler) };
}
