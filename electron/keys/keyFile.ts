import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ActorId, Base64Url, Instant, Sha256Hex } from '#shared/domain/identity.ts';
import type { Clock, Crypto } from '#shared/ports.ts';
import { hexOf, utf8Bytes } from '#shared/protocol/bytes.ts';
import { canonicalBytes } from '#shared/protocol/chain.ts';
import { KeyFailure } from './keyError.ts';
import type { PepperStore } from './pepperStore.ts';
import { replaceFile } from './replaceFile.ts';
import { Argon2Settings, Sealed } from './sealedSlot.ts';

const KEY_FILE = 'keys.json';
const PREVIOUS_KEY_FILE = 'keys.previous.json';
const LONGEST_FILE = 1_000_000;

/** Holds the database key and the person's own signing key, behind a password. */
export const PasswordSlot = z.strictObject({
  kind: z.literal('password'),
  actorId: ActorId,
  argon2: Argon2Settings,
  /** Tells a changed pepper from a wrong password. */
  pepperCheck: Base64Url.length(43),
  sealed: Sealed,
  setAt: Instant,
});
export type PasswordSlot = z.infer<typeof PasswordSlot>;

/** Holds the database key alone, behind the printed code. */
export const RecoveryCodeSlot = z.strictObject({
  kind: z.literal('recoveryCode'),
  argon2: Argon2Settings,
  sealed: Sealed,
  madeAt: Instant,
  /** When a person typed the printed code back; null while nobody has shown that the paper exists. */
  confirmedAt: Instant.nullable(),
});
export type RecoveryCodeSlot = z.infer<typeof RecoveryCodeSlot>;

const KeyFileContent = z.strictObject({
  format: z.literal('rifada.keys.1'),
  /** HMAC of a fixed text under the database key: whether a key at hand is this file's. */
  databaseKeyCheck: Base64Url.length(43),
  passwords: z.array(PasswordSlot).max(200),
  recoveryCode: RecoveryCodeSlot,
});

export const KeyFile = KeyFileContent.extend({
  /** SHA-256 over the canonical content: tells a damaged file from a wrong password. */
  checksum: Sha256Hex,
});
export type KeyFile = z.infer<typeof KeyFileContent>;

/** What every function of the keys stands on. */
export interface KeyContext {
  /** The profile folder; must exist. */
  readonly folder: string;
  readonly pepper: PepperStore;
  readonly crypto: Crypto;
  readonly clock: Clock;
}

export function keyFileExists(context: KeyContext): boolean {
  return existsSync(join(context.folder, KEY_FILE));
}

/** @throws KeyFailure `keyFileMissing`, `keyFileDamaged` */
export function loadKeyFile(context: KeyContext): KeyFile {
  return parseKeyFile(context, readWhole(join(context.folder, KEY_FILE)));
}

/**
 * Puts a new key file in place; the one before stays as `keys.previous.json`.
 * @throws KeyFailure `keyFileNotWritten`, the file then being as it was
 */
export function saveKeyFile(context: KeyContext, file: KeyFile): void {
  const path = join(context.folder, KEY_FILE);
  try {
    if (existsSync(path)) {
      replaceFile(join(context.folder, PREVIOUS_KEY_FILE), readFileSync(path));
    }
    replaceFile(path, utf8Bytes(keyFileText(file, context)));
  } catch {
    throw new KeyFailure('keyFileNotWritten');
  }
}

/**
 * Once the new file has opened, the one before gives way to a second copy of the new: a password
 * that was changed must not go on opening an older file. A failure is left for the next time.
 */
export function settleKeyFile(context: KeyContext): void {
  const previous = join(context.folder, PREVIOUS_KEY_FILE);
  const bytes = readFileSync(join(context.folder, KEY_FILE));
  if (existsSync(previous) && readFileSync(previous).equals(bytes)) return;
  try {
    replaceFile(previous, bytes);
  } catch {
    // The key file itself is whole; the copy is made at the next unlocking.
  }
}

/**
 * Puts `keys.previous.json` in the place of a damaged key file, when it is whole; the damaged one
 * stays beside as `keys.damaged.json`.
 * @throws KeyFailure when there is no whole copy
 */
export function restorePreviousKeyFile(context: KeyContext): void {
  const bytes = readWhole(join(context.folder, PREVIOUS_KEY_FILE));
  parseKeyFile(context, bytes);
  const path = join(context.folder, KEY_FILE);
  try {
    if (existsSync(path)) copyFileSync(path, join(context.folder, 'keys.damaged.json'));
    replaceFile(path, bytes);
  } catch {
    throw new KeyFailure('keyFileNotWritten');
  }
}

function readWhole(path: string): Uint8Array {
  if (!existsSync(path)) throw new KeyFailure('keyFileMissing');
  try {
    return readFileSync(path);
  } catch {
    throw new KeyFailure('keyFileDamaged');
  }
}

/** @throws KeyFailure `keyFileDamaged` */
export function parseKeyFile(context: KeyContext, bytes: Uint8Array): KeyFile {
  if (bytes.length > LONGEST_FILE) throw new KeyFailure('keyFileDamaged');
  const parsed = KeyFile.safeParse(parseJson(Buffer.from(bytes).toString('utf8')));
  if (!parsed.success) throw new KeyFailure('keyFileDamaged');
  const { checksum, ...content } = parsed.data;
  if (checksumOf(context, content) !== checksum) throw new KeyFailure('keyFileDamaged');
  return content;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** As it is written. */
export function keyFileText(file: KeyFile, context: KeyContext): string {
  const content = { ...file, checksum: checksumOf(context, file) };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function checksumOf(context: KeyContext, file: KeyFile): string {
  return hexOf(context.crypto.sha256(canonicalBytes(file)));
}
