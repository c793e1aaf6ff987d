import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import { replaceFile } from '#electron/keys/replaceFile.ts';
import { Person, Preferences } from '#shared/contracts/session.ts';
import { utf8Bytes } from '#shared/protocol/bytes.ts';

/** What the door shows before anything is opened; nothing about beneficiaries. */
export const Doorplate = z.strictObject({
  format: z.literal('rifada.door.1'),
  branchName: z.string(),
  training: z.boolean(),
  people: z.array(Person.omit({ role: true })).max(200),
});
export type Doorplate = z.infer<typeof Doorplate>;

const DOORPLATE_FILE = 'door.json';
const PREFERENCES_FILE = 'preferences.json';
const KEY_FILE = 'keys.json';
const DATABASE_FILE = 'desk.db';
const HEAD_FILE = 'desk.head';

export const FIRST_PREFERENCES: Preferences = {
  language: 'ar',
  theme: 'system',
  contrast: 'system',
  coverAfterMinutes: 10,
};

/** What of a founded desk lies in a profile folder. */
export interface ProfileTraces {
  readonly database: boolean;
  /** The journal's head: what says how far a database had come that may be away for now. */
  readonly head: boolean;
  readonly doorplate: boolean;
}

export function profileTraces(folder: string): ProfileTraces {
  return {
    database: existsSync(join(folder, DATABASE_FILE)),
    head: existsSync(join(folder, HEAD_FILE)),
    doorplate: existsSync(join(folder, DOORPLATE_FILE)),
  };
}

/** The doorplate, or null when it is missing or cannot be read: it is written anew at the next opening. */
export function readDoorplate(folder: string): Doorplate | null {
  return readJson(join(folder, DOORPLATE_FILE), Doorplate);
}

/** @throws the file system's error, the file then being as it was */
export function writeDoorplate(folder: string, doorplate: Doorplate): void {
  replaceFile(join(folder, DOORPLATE_FILE), fileBytes(doorplate));
}

/** The preferences of this laptop; the first ones when none were set or the file is spoilt. */
export function readPreferences(folder: string): Preferences {
  return readJson(join(folder, PREFERENCES_FILE), Preferences) ?? FIRST_PREFERENCES;
}

type PreferenceChanges = { readonly [Name in keyof Preferences]?: Preferences[Name] | undefined };

/** Sets what is given and leaves the rest. @throws DeskError `diskFailed`, the file then being as it was */
export function changePreferences(
  folder: string,
  { language, theme, contrast, coverAfterMinutes }: PreferenceChanges,
): void {
  const kept = readPreferences(folder);
  const preferences: Preferences = {
    language: language ?? kept.language,
    theme: theme ?? kept.theme,
    contrast: contrast ?? kept.contrast,
    coverAfterMinutes: coverAfterMinutes ?? kept.coverAfterMinutes,
  };
  try {
    replaceFile(join(folder, PREFERENCES_FILE), fileBytes(preferences));
  } catch {
    throw new DeskError('diskFailed');
  }
}

/**
 * Moves the keys of a founding that never made its database out of the way. They open nothing, but
 * nothing that may be a key is ever deleted, nor written over by another.
 */
export function setKeysAside(folder: string, at: number): void {
  const path = join(folder, KEY_FILE);
  if (!existsSync(path)) return;
  let number = at;
  while (existsSync(join(folder, asideName(number)))) number += 1;
  renameSync(path, join(folder, asideName(number)));
}

function asideName(number: number): string {
  return `keys.unfinished-${number}.json`;
}

function fileBytes(content: unknown): Uint8Array {
  return utf8Bytes(`${JSON.stringify(content, null, 2)}\n`);
}

function readJson<Content>(path: string, schema: z.ZodType<Content>): Content | null {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return schema.parse(content);
  } catch {
    return null;
  }
}
