import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ATTACHMENTS_FOLDER, syncFolder } from '#db/desk/attachments.ts';
import { DATABASE_FILE, HEAD_FILE } from '#db/desk/openDesk.ts';
import { replaceFile } from '#electron/keys/replaceFile.ts';
import { utf8Bytes } from '#shared/protocol/bytes.ts';

/** Here a desk is made again, beside the profile's own files, until all of it is proved. */
const STAGE_FOLDER = 'restoring';
/** In the stage once it is whole: from then on it takes the profile's place, whatever happens. */
const READY_FILE = 'ready';
/** The same once what was in the profile is set aside. */
const CLEARED_FILE = 'cleared';

/** What makes a desk; everything else in the profile is this laptop's own. */
const PROFILE_PARTS = [
  DATABASE_FILE,
  `${DATABASE_FILE}-journal`,
  HEAD_FILE,
  'keys.json',
  'keys.previous.json',
  'door.json',
  ATTACHMENTS_FOLDER,
] as const;

/** An empty stage; what an attempt that was cut off left in it is gone. @throws the file system's error */
export function openStage(profileFolder: string): string {
  const stage = join(profileFolder, STAGE_FOLDER);
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true, mode: 0o700 });
  return stage;
}

/** Clears an attempt away. */
export function dropStage(profileFolder: string): void {
  rmSync(join(profileFolder, STAGE_FOLDER), { recursive: true, force: true });
}

/** Everything in the stage is whole and on the disk. @throws the file system's error */
export function markReady(profileFolder: string, at: number): void {
  const stage = join(profileFolder, STAGE_FOLDER);
  syncFolder(join(stage, ATTACHMENTS_FOLDER));
  syncFolder(stage);
  replaceFile(join(stage, READY_FILE), utf8Bytes(String(at)));
}

/**
 * Lets a stage that is ready take the place of what the profile had, which is set aside and never
 * deleted; ends what a crash cut off in the middle of it. Clears away a stage that is not ready. Called
 * while nothing of the profile is open: at the start, and after a restore.
 * @throws the file system's error; called again, it goes on where it stopped
 */
export function adoptStage(profileFolder: string): void {
  const stage = join(profileFolder, STAGE_FOLDER);
  const ready = join(stage, READY_FILE);
  const cleared = join(stage, CLEARED_FILE);
  if (existsSync(ready)) {
    setAside(profileFolder, readFileSync(ready, 'utf8'));
    renameSync(ready, cleared);
    syncFolder(stage);
  }
  if (existsSync(cleared)) {
    for (const part of PROFILE_PARTS) {
      const place = join(stage, part);
      if (existsSync(place)) renameSync(place, join(profileFolder, part));
    }
    syncFolder(profileFolder);
  }
  dropStage(profileFolder);
}

function setAside(profileFolder: string, at: string): void {
  const present = PROFILE_PARTS.filter((part) => existsSync(join(profileFolder, part)));
  if (present.length === 0) return;
  const aside = join(profileFolder, `before-restore-${at}`);
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const part of present) renameSync(join(profileFolder, part), join(aside, part));
  syncFolder(aside);
  syncFolder(profileFolder);
}
