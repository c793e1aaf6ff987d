import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFilePepperStore } from '#electron/host/filePepperStore.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import type { KeyContext } from '#electron/keys/keyFile.ts';
import {
  addPerson,
  createKeyFile,
  markRecoveryConfirmed,
  readKeyState,
  renewRecoveryCode,
  restoreKeyFile,
  setPassword,
  unlockWithPassword,
  unlockWithRecoveryCode,
} from '#electron/keys/keys.ts';
import type { PepperStore } from '#electron/keys/pepperStore.ts';
import { ActorId } from '#shared/domain/identity.ts';
import { dropFolder, newFolder, steppingClock } from '../store/support/deskFixture.ts';

const NOURA = ActorId.parse('01950000-0000-7000-8000-000000000001');
const FAHD = ActorId.parse('01950000-0000-7000-8000-000000000002');
const PASSWORD = 'كلمة مرور طويلة';
let folder: string;
let context: KeyContext;

beforeEach(() => {
  folder = newFolder();
  context = contextOf(memoryPepper());
});
afterEach(() => dropFolder(folder));

function contextOf(pepper: PepperStore): KeyContext {
  return { folder, pepper, crypto: nodeCrypto, clock: steppingClock() };
}

function memoryPepper(): PepperStore {
  let kept: Uint8Array | null = null;
  return {
    read: () => kept,
    write: (bytes) => {
      kept = bytes;
    },
  };
}

async function founded() {
  const made = await createKeyFile(context, { actorId: NOURA, password: PASSWORD });
  if (!made.ok) throw new Error(made.problem);
  return made;
}

const keyFile = () => join(folder, 'keys.json');
const previousFile = () => join(folder, 'keys.previous.json');

describe('keys of a new desk', () => {
  it('open with the password, and with the printed code', async () => {
    const made = await founded();
    expect(made.databaseKey).toHaveLength(32);
    const unlocked = await unlockWithPassword(context, NOURA, PASSWORD);
    expect(unlocked).toEqual({
      ok: true,
      databaseKey: made.databaseKey,
      actorPrivateKey: made.actorKeys.privateKey,
    });
    const typed = made.recoveryCode.toLowerCase().replaceAll('-', ' ');
    expect(await unlockWithRecoveryCode(context, typed)).toEqual({
      ok: true,
      databaseKey: made.databaseKey,
    });
  });

  it('show neither key in the file', async () => {
    const made = await founded();
    const text = readFileSync(keyFile(), 'utf8');
    for (const secret of [made.databaseKey, made.actorKeys.privateKey]) {
      for (const form of ['hex', 'base64', 'base64url'] as const) {
        expect(text).not.toContain(Buffer.from(secret).toString(form));
      }
    }
    expect(text).not.toContain(made.recoveryCode.slice(0, 5));
  });

  it('are never made a second time', async () => {
    await founded();
    const before = readFileSync(keyFile());
    expect(await createKeyFile(context, { actorId: FAHD, password: PASSWORD })).toEqual({
      ok: false,
      problem: 'keyFileExists',
    });
    expect(readFileSync(keyFile()).equals(before)).toBe(true);
  });

  it('ask for a password of eight characters, counted as a person counts them', async () => {
    for (const password of ['', '1234567', '👍👍👍👍', 'e\u0301'.repeat(7)]) {
      expect(await createKeyFile(context, { actorId: NOURA, password })).toEqual({
        ok: false,
        problem: 'passwordTooShort',
      });
    }
    expect(existsSync(keyFile())).toBe(false);
  });

  it('do not care in which form a keyboard types a letter', async () => {
    await createKeyFile(context, { actorId: NOURA, password: 'caf\u00e9-café-1' });
    expect((await unlockWithPassword(context, NOURA, 'cafe\u0301-café-1')).ok).toBe(true);
  });

  it('note when the code was typed back, and not for another code', async () => {
    const made = await founded();
    const state = () => readKeyState(context);
    expect(state()).toEqual({ ok: true, people: [NOURA], recoveryConfirmedAt: null });
    const wrong = await markRecoveryConfirmed(context, '0'.repeat(30));
    expect(wrong).toEqual({ ok: false, problem: 'wrongRecoveryCode' });
    expect(state()).toMatchObject({ recoveryConfirmedAt: null });
    const confirmed = await markRecoveryConfirmed(context, made.recoveryCode);
    if (!confirmed.ok) throw new Error(confirmed.problem);
    expect(state()).toMatchObject({ recoveryConfirmedAt: confirmed.confirmedAt });
    expect((await unlockWithRecoveryCode(context, made.recoveryCode)).ok).toBe(true);
  });
});

describe('what does not open', () => {
  it('a wrong password, and a person without one', async () => {
    await founded();
    expect(await unlockWithPassword(context, NOURA, `${PASSWORD} `)).toEqual({
      ok: false,
      problem: 'wrongPassword',
    });
    expect(await unlockWithPassword(context, FAHD, PASSWORD)).toEqual({
      ok: false,
      problem: 'unknownPerson',
    });
  });

  it('a code of another desk', async () => {
    const first = await founded();
    rmSync(keyFile());
    await founded();
    expect(await unlockWithRecoveryCode(context, first.recoveryCode)).toEqual({
      ok: false,
      problem: 'wrongRecoveryCode',
    });
  });

  it('a profile on another machine: the password alone is not enough there', async () => {
    const made = await founded();
    const elsewhere = contextOf(memoryPepper());
    expect(await unlockWithPassword(elsewhere, NOURA, PASSWORD)).toEqual({
      ok: false,
      problem: 'pepperMissing',
    });
    expect(elsewhere.pepper.read()).toBeNull();
    elsewhere.pepper.write(nodeCrypto.randomBytes(32));
    expect(await unlockWithPassword(elsewhere, NOURA, PASSWORD)).toEqual({
      ok: false,
      problem: 'pepperChanged',
    });
    expect((await unlockWithRecoveryCode(elsewhere, made.recoveryCode)).ok).toBe(true);
  });

  it('a key store that does not answer', async () => {
    await founded();
    const refuse = () => {
      throw new Error('locked');
    };
    const silent = contextOf({ read: refuse, write: refuse });
    expect(await unlockWithPassword(silent, NOURA, PASSWORD)).toEqual({
      ok: false,
      problem: 'pepperUnavailable',
    });
  });

  it('a missing key file, which stays missing', async () => {
    await founded();
    rmSync(keyFile());
    for (const result of [
      await unlockWithPassword(context, NOURA, PASSWORD),
      await unlockWithRecoveryCode(context, '0'.repeat(30)),
      readKeyState(context),
    ]) {
      expect(result).toEqual({ ok: false, problem: 'keyFileMissing' });
    }
    expect(existsSync(keyFile())).toBe(false);
  });

  it.each<[string, (text: string) => string]>([
    ['empty', () => ''],
    ['cut', (text) => text.slice(0, text.length / 2)],
    ['no JSON', () => 'keys'],
    ['of another shape', (text) => text.replace('"format"', '"form"')],
    [
      'changed in one letter of a slot',
      (text) =>
        text.replace(
          /("salt": "..)(.)/,
          (_, start, letter) => `${start}${letter === 'A' ? 'B' : 'A'}`,
        ),
    ],
    ['asking for all memory', (text) => text.replace('65536', '2000000000')],
    ['with weaker settings', (text) => text.replace('65536', '8')],
  ])('a key file that is %s; the copy kept beside it serves', async (_, damage) => {
    const made = await founded();
    await unlockWithPassword(context, NOURA, PASSWORD);
    writeFileSync(keyFile(), damage(readFileSync(keyFile(), 'utf8')));
    const damaged = { ok: false, problem: 'keyFileDamaged' };
    expect(await unlockWithPassword(context, NOURA, PASSWORD)).toEqual(damaged);
    expect(await unlockWithRecoveryCode(context, made.recoveryCode)).toEqual(damaged);
    expect(restoreKeyFile(context)).toEqual({ ok: true });
    expect((await unlockWithPassword(context, NOURA, PASSWORD)).ok).toBe(true);
  });
});

describe('changing', () => {
  it('a password keeps the signing key, and ends the old password in both files', async () => {
    const { databaseKey, actorKeys } = await founded();
    const change = { actorId: NOURA, password: 'another password', databaseKey };
    const changed = await setPassword(context, {
      ...change,
      actorPrivateKey: actorKeys.privateKey,
    });
    expect(changed).toEqual({ ok: true, newKeys: null });
    expect(await unlockWithPassword(context, NOURA, PASSWORD)).toMatchObject({ ok: false });
    expect(existsSync(previousFile())).toBe(true);
    expect(await unlockWithPassword(context, NOURA, 'another password')).toMatchObject({
      actorPrivateKey: actorKeys.privateKey,
    });
    expect(readFileSync(previousFile()).equals(readFileSync(keyFile()))).toBe(true);
  });

  it('after recovery gives a new signing key, also where the pepper was lost', async () => {
    const made = await founded();
    context = contextOf(memoryPepper());
    const recovered = await unlockWithRecoveryCode(context, made.recoveryCode);
    if (!recovered.ok) throw new Error(recovered.problem);
    const { databaseKey } = recovered;
    const change = {
      actorId: NOURA,
      password: 'another password',
      databaseKey,
      actorPrivateKey: null,
    };
    expect(await setPassword(context, change)).toEqual({ ok: false, problem: 'pepperMissing' });
    const set = await setPassword(context, { ...change, renewPepper: true });
    if (!set.ok || !set.newKeys) throw new Error('no new key');
    expect(set.newKeys.privateKey).not.toEqual(made.actorKeys.privateKey);
    expect(await unlockWithPassword(context, NOURA, 'another password')).toEqual({
      ok: true,
      databaseKey: made.databaseKey,
      actorPrivateKey: set.newKeys.privateKey,
    });
  });

  it('adds a person, once, with keys of their own', async () => {
    const { databaseKey, actorKeys } = await founded();
    const person = { actorId: FAHD, password: 'fahd password', databaseKey };
    const added = await addPerson(context, person);
    if (!added.ok) throw new Error(added.problem);
    expect(added.actorKeys.publicKey).not.toEqual(actorKeys.publicKey);
    expect(await addPerson(context, person)).toEqual({ ok: false, problem: 'personExists' });
    for (const [actorId, password] of [
      [NOURA, PASSWORD],
      [FAHD, 'fahd password'],
    ] as const) {
      expect(await unlockWithPassword(context, actorId, password)).toMatchObject({ databaseKey });
    }
  });

  it('loses neither of two changes made at once', async () => {
    const { databaseKey, actorKeys } = await founded();
    await Promise.all([
      addPerson(context, { actorId: FAHD, password: 'fahd password', databaseKey }),
      setPassword(context, {
        actorId: NOURA,
        password: 'another password',
        databaseKey,
        actorPrivateKey: actorKeys.privateKey,
      }),
    ]);
    expect((await unlockWithPassword(context, FAHD, 'fahd password')).ok).toBe(true);
    expect((await unlockWithPassword(context, NOURA, 'another password')).ok).toBe(true);
  });

  it('is refused with a key that is not this desk’s', async () => {
    await founded();
    const databaseKey = nodeCrypto.randomBytes(32);
    const person = { actorId: FAHD, password: 'fahd password', databaseKey };
    expect(await addPerson(context, person)).toEqual({ ok: false, problem: 'wrongDatabaseKey' });
    const change = { ...person, actorId: NOURA, actorPrivateKey: null };
    expect(await setPassword(context, change)).toEqual({ ok: false, problem: 'wrongDatabaseKey' });
  });

  it('makes a new printed code, and the old one opens nothing', async () => {
    const { databaseKey, recoveryCode } = await founded();
    const renewed = await renewRecoveryCode(context, databaseKey);
    if (!renewed.ok) throw new Error(renewed.problem);
    expect((await unlockWithRecoveryCode(context, recoveryCode)).ok).toBe(false);
    expect((await unlockWithRecoveryCode(context, renewed.recoveryCode)).ok).toBe(true);
    expect(readKeyState(context)).toMatchObject({ recoveryConfirmedAt: null });
  });

  it('leaves the file as it was when it cannot be written', async () => {
    const { databaseKey } = await founded();
    const before = readFileSync(keyFile());
    const gone = { ...context, folder: join(folder, 'gone') };
    expect(await createKeyFile(gone, { actorId: NOURA, password: PASSWORD })).toEqual({
      ok: false,
      problem: 'keyFileNotWritten',
    });
    expect(readFileSync(keyFile()).equals(before)).toBe(true);
    expect(databaseKey).toHaveLength(32);
  });
});

describe('the pepper in a file', () => {
  it('is read as it was written, by the user alone', () => {
    const store = createFilePepperStore(join(folder, 'pepper'));
    expect(store.read()).toBeNull();
    const pepper = nodeCrypto.randomBytes(32);
    store.write(pepper);
    expect(store.read()).toEqual(pepper);
  });
});
