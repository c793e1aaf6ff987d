import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { verifyExport } from '#shared/protocol/verifyExport.ts';
import { refusalOf } from './support/refusal.ts';
import {
  confirmPrintedCode,
  createTestDesk,
  foundBranch,
  openStatus,
  PASSWORD,
  personAtDoor,
  type TestDesk,
} from './support/testDesk.ts';
import { matchedCase, openCase, readCase, sign } from './support/widowCase.ts';

const NEW_PASSWORD = 'كلمة جديدة طويلة';

describe('the session of a desk', () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await createTestDesk();
  });
  afterEach(() => desk.close());

  async function found() {
    const status = await desk.client.session.found({
      kind: 'branch',
      language: 'ar',
      branchName: 'مكتب جدة',
      branchCode: 'jed02',
      personName: 'سلطان الزهراني',
      password: PASSWORD,
    });
    if (status.phase !== 'confirmRecovery') throw new Error(status.phase);
    return status;
  }

  it('asks for the printed code before anything else may be done', async () => {
    const founded = await found();
    expect(founded.branch.code).toBe('JED02');
    expect(founded.recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect((await refusalOf(desk.client.today.get())).code).toBe('recoveryNotConfirmed');
    const mistyped = await refusalOf(desk.client.session.confirmRecovery({ groups: ['00000'] }));
    expect(mistyped).toEqual({
      code: 'recoveryCodeMistyped',
      data: { groups: founded.askedGroups },
    });
    const status = openStatus(await confirmPrintedCode(desk.client, founded));
    expect(JSON.stringify(status)).not.toContain(founded.recoveryCode);
    expect((await refusalOf(found())).code).toBe('alreadyFounded');
  });

  it('refuses a short password and leaves nothing behind', async () => {
    const refusal = await refusalOf(
      desk.client.session.found({
        kind: 'branch',
        language: 'ar',
        branchName: 'مكتب',
        branchCode: 'MKH01',
        personName: 'منى',
        password: 'قصيرة',
      }),
    );
    expect(refusal.code).toBe('passwordTooShort');
    expect(await desk.client.session.status()).toMatchObject({ phase: 'firstRun' });
    await foundBranch(desk);
  });

  it('makes a new code when the first was never confirmed', async () => {
    const first = await found();
    await desk.restart();
    const atDoor = await desk.client.session.status();
    expect(atDoor).toMatchObject({ phase: 'locked', branchName: 'مكتب جدة', trouble: null });
    const again = await desk.client.session.unlock({
      actorId: personAtDoor(atDoor),
      password: PASSWORD,
    });
    if (again.phase !== 'confirmRecovery') throw new Error(again.phase);
    expect(again.recoveryCode).not.toBe(first.recoveryCode);
    openStatus(await confirmPrintedCode(desk.client, again));
  });

  it('locks, and shows nothing until the password is right', async () => {
    await foundBranch(desk);
    const caseId = await openCase(desk.client);
    const locked = await desk.client.session.lock();
    expect((await refusalOf(desk.client.cases.get({ caseId }))).code).toBe('notUnlocked');
    const actorId = personAtDoor(locked);
    const wrong = await refusalOf(desk.client.session.unlock({ actorId, password: 'غير صحيحة' }));
    expect(wrong.code).toBe('wrongPassword');
    openStatus(await desk.client.session.unlock({ actorId, password: PASSWORD }));
    expect((await readCase(desk.client, caseId)).state.status).toBe('draft');
  });

  it('locks when the system does, and opens only once for two clicks', async () => {
    await foundBranch(desk);
    desk.requestLock();
    const actorId = personAtDoor(await desk.client.session.status());
    const both = await Promise.all([
      desk.client.session.unlock({ actorId, password: PASSWORD }),
      desk.client.session.unlock({ actorId, password: PASSWORD }),
    ]);
    expect(both.map(({ phase }) => phase)).toEqual(['open', 'open']);
  });

  it('opens with the printed code, gives a new password, and old seals still verify', async () => {
    const founded = await found();
    await confirmPrintedCode(desk.client, founded);
    const caseId = await matchedCase(desk.client, '2026-11-23');
    await sign(desk.client, caseId);
    const actorId = personAtDoor(await desk.client.session.lock());
    const mistyped = await refusalOf(
      desk.client.session.recover({
        code: founded.recoveryCode.replace(/^./, (first) => (first === '7' ? '8' : '7')),
        actorId,
        password: NEW_PASSWORD,
      }),
    );
    expect(mistyped).toEqual({ code: 'recoveryCodeMistyped', data: { groups: [0] } });
    openStatus(
      await desk.client.session.recover({
        code: founded.recoveryCode.toLowerCase().replaceAll('-', ' '),
        actorId,
        password: NEW_PASSWORD,
      }),
    );
    const exported = await desk.client.cases.export({ caseId });
    expect(exported.people[actorId]?.earlierKeys).toHaveLength(1);
    expect(verifyExport(nodeCrypto, exported).findings).toEqual([]);

    await desk.client.session.lock();
    const old = await refusalOf(desk.client.session.unlock({ actorId, password: PASSWORD }));
    expect(old.code).toBe('wrongPassword');
    openStatus(await desk.client.session.unlock({ actorId, password: NEW_PASSWORD }));
  });

  it('is read-only over an older copy of the database', async () => {
    await foundBranch(desk);
    await desk.client.session.lock();
    const older = readFileSync(join(desk.folder, 'desk.db'));
    const actorId = personAtDoor(await desk.client.session.status());
    await desk.client.session.unlock({ actorId, password: PASSWORD });
    await openCase(desk.client);
    await desk.client.session.lock();
    writeFileSync(join(desk.folder, 'desk.db'), older);
    const status = openStatus(await desk.client.session.unlock({ actorId, password: PASSWORD }));
    expect(status.readOnly).toBe(true);
    expect((await refusalOf(openCase(desk.client))).code).toBe('readOnlyRecovery');
    expect((await desk.client.safety.get()).readOnly).toBe(true);
    expect((await desk.client.cases.list({})).total).toBe(0);
  });

  it.each([
    ['keys.json', 'trouble', 'keyFileMissing'],
    ['desk.db', 'locked', 'databaseMissing'],
  ] as const)(
    'says it when %s is gone, and never founds anew over it',
    async (file, phase, trouble) => {
      await foundBranch(desk);
      await desk.client.session.lock();
      const path = join(desk.folder, file);
      renameSync(path, `${path}.away`);
      await desk.restart();
      expect(await desk.client.session.status()).toMatchObject({ phase, trouble });
      expect((await refusalOf(found())).code).toBe('alreadyFounded');
      expect(existsSync(path)).toBe(false);
    },
  );

  it('opens without its doorplate', async () => {
    await foundBranch(desk);
    await desk.client.session.lock();
    rmSync(join(desk.folder, 'door.json'));
    const actorId = personAtDoor(await desk.client.session.status());
    openStatus(await desk.client.session.unlock({ actorId, password: PASSWORD }));
    expect(existsSync(join(desk.folder, 'door.json'))).toBe(true);
  });

  it('takes up a founding that was cut off after its keys', async () => {
    await desk.client.session.found({
      kind: 'branch',
      language: 'ar',
      branchName: 'مكتب مكة المكرمة',
      branchCode: 'MKH01',
      personName: 'منى سعيد العتيبي',
      password: PASSWORD,
    });
    await desk.client.session.lock();
    for (const file of ['door.json', 'desk.db', 'desk.head']) rmSync(join(desk.folder, file));
    await desk.restart();
    expect(await desk.client.session.status()).toMatchObject({ phase: 'firstRun' });
    await foundBranch(desk);
  });

  it('keeps preferences, also before anybody is there', async () => {
    await desk.client.session.setPreferences({ language: 'en', contrast: 'high' });
    await desk.restart();
    expect((await desk.client.session.status()).preferences).toEqual({
      language: 'en',
      theme: 'system',
      contrast: 'high',
      coverAfterMinutes: 10,
    });
  });
});
