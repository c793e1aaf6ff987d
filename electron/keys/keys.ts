import { SHORTEST_PASSWORD } from '#shared/contracts/session.ts';
import type { ActorId, Instant } from '#shared/domain/identity.ts';
import type { KeyPair } from '#shared/ports.ts';
import { utf8Bytes } from '#shared/protocol/bytes.ts';
import { KeyFailure, type KeyResult } from './keyError.ts';
import {
  type KeyContext,
  type KeyFile,
  keyFileExists,
  keyFileText,
  loadKeyFile,
  parseKeyFile,
  restorePreviousKeyFile,
  saveKeyFile,
  settleKeyFile,
} from './keyFile.ts';
import { pepperFor, readPepper } from './pepper.ts';
import { makeRecoveryCode } from './recoveryCode.ts';
import {
  instant,
  keyCheck,
  type NewPerson,
  openPasswordSlot,
  openRecoverySlot,
  passwordSlot,
  recoverySlot,
} from './slots.ts';

const KEY_LENGTH = 32;

export type { NewPerson };

/**
 * Makes the keys of a new desk: database key, recovery code, and the first person's signing key.
 * The code is shown once, to be printed; `markRecoveryConfirmed` follows when it was typed back.
 * Problems: keyFileExists, passwordTooShort, pepperUnavailable, keyFileNotWritten.
 */
export function createKeyFile(
  context: KeyContext,
  first: NewPerson,
): Promise<
  KeyResult<{
    readonly databaseKey: Uint8Array;
    readonly actorKeys: KeyPair;
    readonly recoveryCode: string;
  }>
> {
  return guarded(async () => {
    if (keyFileExists(context)) throw new KeyFailure('keyFileExists');
    checkPassword(first.password);
    const pepper = pepperFor(context, true);
    const databaseKey = context.crypto.randomBytes(KEY_LENGTH);
    const actorKeys = context.crypto.generateKeyPair();
    const code = makeRecoveryCode(context.crypto);
    const password = await passwordSlot(context, pepper, first, databaseKey, actorKeys.privateKey);
    const recoveryCode = await recoverySlot(context, code.secret, databaseKey);
    if (keyFileExists(context)) throw new KeyFailure('keyFileExists');
    saveKeyFile(context, {
      format: 'rifada.keys.1',
      databaseKeyCheck: keyCheck(context, databaseKey),
      passwords: [password],
      recoveryCode,
    });
    return { databaseKey, actorKeys, recoveryCode: code.text };
  });
}

/** Who has a password here, and whether the recovery code was confirmed. Opens nothing. */
export function readKeyState(context: KeyContext): KeyResult<{
  readonly people: readonly ActorId[];
  readonly recoveryConfirmedAt: Instant | null;
}> {
  try {
    const file = loadKeyFile(context);
    return {
      ok: true,
      people: file.passwords.map((slot) => slot.actorId),
      recoveryConfirmedAt: file.recoveryCode.confirmedAt,
    };
  } catch (error) {
    return failureOf(error);
  }
}

/** The whole key file as text, for a copy: each of its slots is closed by itself. Problems: keyFile…. */
export function readKeyFileText(context: KeyContext): KeyResult<{ readonly text: string }> {
  try {
    return { ok: true, text: keyFileText(loadKeyFile(context), context) };
  } catch (error) {
    return failureOf(error);
  }
}

/**
 * Opens the key file of a copy, given as text, with the printed code that it was made with.
 * Problems: keyFileDamaged, wrongRecoveryCode.
 */
export function unlockCopiedKeys(
  context: KeyContext,
  text: string,
  code: string,
): Promise<KeyResult<{ readonly databaseKey: Uint8Array }>> {
  return guarded(async () => {
    const { recoveryCode } = parseKeyFile(context, utf8Bytes(text));
    return { databaseKey: await openRecoverySlot(context, recoveryCode, code) };
  });
}

/** Puts the key file of a copy into a folder that has none. Problems: keyFileExists, keyFileDamaged, keyFileNotWritten. */
export function putCopiedKeys(context: KeyContext, text: string): KeyResult<object> {
  try {
    if (keyFileExists(context)) throw new KeyFailure('keyFileExists');
    saveKeyFile(context, parseKeyFile(context, utf8Bytes(text)));
    return { ok: true };
  } catch (error) {
    return failureOf(error);
  }
}

/** Problems: keyFile…, pepper…, unknownPerson, wrongPassword. */
export function unlockWithPassword(
  context: KeyContext,
  actorId: ActorId,
  password: string,
): Promise<KeyResult<{ readonly databaseKey: Uint8Array; readonly actorPrivateKey: Uint8Array }>> {
  return guarded(async () => {
    const file = loadKeyFile(context);
    const slot = file.passwords.find((each) => each.actorId === actorId);
    if (!slot) throw new KeyFailure('unknownPerson');
    const pepper = readPepper(context);
    if (pepper === null) throw new KeyFailure('pepperMissing');
    const opened = await openPasswordSlot(context, slot, pepper, password);
    settleKeyFile(context);
    return opened;
  });
}

/**
 * Opens the database without any password and without the machine's key store. Nobody's signing key
 * comes with it: `setPassword` gives a new one. A code that cannot be one is `wrongRecoveryCode`;
 * `parseRecoveryCode` says which group.
 */
export function unlockWithRecoveryCode(
  context: KeyContext,
  code: string,
): Promise<KeyResult<{ readonly databaseKey: Uint8Array }>> {
  return guarded(async () => {
    const { recoveryCode } = loadKeyFile(context);
    return { databaseKey: await openRecoverySlot(context, recoveryCode, code) };
  });
}

/**
 * Notes that the printed code was typed back and opens the database.
 * Problems: keyFile…, wrongRecoveryCode.
 */
export function markRecoveryConfirmed(
  context: KeyContext,
  code: string,
): Promise<KeyResult<{ readonly confirmedAt: Instant }>> {
  return guarded(async () => {
    await openRecoverySlot(context, loadKeyFile(context).recoveryCode, code);
    const file = loadKeyFile(context);
    const confirmedAt = instant(context);
    saveKeyFile(context, { ...file, recoveryCode: { ...file.recoveryCode, confirmedAt } });
    return { confirmedAt };
  });
}

/** Makes a new printed code in place of the one before, which then opens nothing. */
export function renewRecoveryCode(
  context: KeyContext,
  databaseKey: Uint8Array,
): Promise<KeyResult<{ readonly recoveryCode: string }>> {
  return guarded(async () => {
    loadForKey(context, databaseKey);
    const code = makeRecoveryCode(context.crypto);
    const recoveryCode = await recoverySlot(context, code.secret, databaseKey);
    saveKeyFile(context, { ...loadForKey(context, databaseKey), recoveryCode });
    return { recoveryCode: code.text };
  });
}

export interface PasswordChange extends NewPerson {
  readonly databaseKey: Uint8Array;
  /** The person's signing key where it is known (a change); null after recovery. */
  readonly actorPrivateKey: Uint8Array | null;
  /**
   * After recovery on a machine whose key store has lost the pepper: makes a new one. The passwords
   * of all others then answer `pepperChanged` and must be set again too.
   */
  readonly renewPepper?: boolean;
}

/**
 * Sets the password of a person who has one. `newKeys` is null when the signing key stayed;
 * otherwise an event must register the new public key.
 * Problems: keyFile…, pepper…, unknownPerson, passwordTooShort, wrongDatabaseKey.
 */
export function setPassword(
  context: KeyContext,
  change: PasswordChange,
): Promise<KeyResult<{ readonly newKeys: KeyPair | null }>> {
  return guarded(async () => {
    checkPassword(change.password);
    if (!knows(loadForKey(context, change.databaseKey), change.actorId)) {
      throw new KeyFailure('unknownPerson');
    }
    const pepper = pepperFor(context, change.renewPepper ?? false);
    const newKeys = change.actorPrivateKey === null ? context.crypto.generateKeyPair() : null;
    const privateKey = newKeys?.privateKey ?? change.actorPrivateKey ?? new Uint8Array();
    const slot = await passwordSlot(context, pepper, change, change.databaseKey, privateKey);
    const file = loadForKey(context, change.databaseKey);
    const passwords = file.passwords.map((each) => (each.actorId === slot.actorId ? slot : each));
    saveKeyFile(context, { ...file, passwords });
    return { newKeys };
  });
}

/**
 * Adds a person with a password and a signing key of their own, which an event must register.
 * Problems: keyFile…, pepper…, personExists, passwordTooShort, wrongDatabaseKey.
 */
export function addPerson(
  context: KeyContext,
  person: NewPerson & { readonly databaseKey: Uint8Array },
): Promise<KeyResult<{ readonly actorKeys: KeyPair }>> {
  return guarded(async () => {
    checkPassword(person.password);
    refuseKnown(loadForKey(context, person.databaseKey), person.actorId);
    const pepper = pepperFor(context, false);
    const actorKeys = context.crypto.generateKeyPair();
    const { databaseKey } = person;
    const slot = await passwordSlot(context, pepper, person, databaseKey, actorKeys.privateKey);
    const file = loadForKey(context, databaseKey);
    refuseKnown(file, person.actorId);
    saveKeyFile(context, { ...file, passwords: [...file.passwords, slot] });
    return { actorKeys };
  });
}

/** Puts the kept copy in the place of a damaged key file. Problems: keyFileMissing, keyFileDamaged. */
export function restoreKeyFile(context: KeyContext): KeyResult<object> {
  try {
    restorePreviousKeyFile(context);
    return { ok: true };
  } catch (error) {
    return failureOf(error);
  }
}

function knows(file: KeyFile, actorId: ActorId): boolean {
  return file.passwords.some((slot) => slot.actorId === actorId);
}

function refuseKnown(file: KeyFile, actorId: ActorId): void {
  if (knows(file, actorId)) throw new KeyFailure('personExists');
}

/**
 * Read again right before each save: another change may have been saved while a password was being
 * derived, and must not be lost.
 */
function loadForKey(context: KeyContext, databaseKey: Uint8Array): KeyFile {
  const file = loadKeyFile(context);
  if (keyCheck(context, databaseKey) !== file.databaseKeyCheck) {
    throw new KeyFailure('wrongDatabaseKey');
  }
  return file;
}

function checkPassword(password: string): void {
  if (Array.from(password.normalize('NFC')).length < SHORTEST_PASSWORD) {
    throw new KeyFailure('passwordTooShort');
  }
}

async function guarded<Value extends object>(
  work: () => Promise<Value>,
): Promise<KeyResult<Value>> {
  try {
    return { ok: true, ...(await work()) };
  } catch (error) {
    return failureOf(error);
  }
}

function failureOf(error: unknown): Extract<KeyResult<object>, { ok: false }> {
  if (error instanceof KeyFailure) return { ok: false, problem: error.problem };
  throw error;
}
