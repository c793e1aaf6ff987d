import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fillDisk, mountTinyDisk } from '#tests/e2e/support/tamper.ts';
import { refusalOf } from '../desk/support/refusal.ts';
import {
  createTestDesk,
  foundBranch,
  PASSWORD,
  personAtDoor,
  type TestDesk,
} from '../desk/support/testDesk.ts';
import { openCase, setAnswer, welcome } from '../desk/support/widowCase.ts';
import { copyNow, filesOf, newStick, placeOn } from './support/copyFolder.ts';

let desk: TestDesk;
let stick: string;
beforeEach(async () => {
  stick = newStick();
  desk = await createTestDesk();
  await foundBranch(desk);
});
afterEach(async () => {
  await desk.close();
  rmSync(stick, { recursive: true, force: true });
});

async function unlock(): Promise<void> {
  const actorId = personAtDoor(await desk.client.session.status());
  await desk.client.session.unlock({ actorId, password: PASSWORD });
}

async function codeOfFolder(path: string): Promise<string> {
  return (await refusalOf(desk.client.copies.chooseFolder({ path }))).code;
}

describe('the folder of copies', () => {
  it('is refused in words where no copy could lie', async () => {
    const file = join(stick, 'file');
    writeFileSync(file, '');
    mkdirSync(join(desk.folder, 'inner'));
    expect(await codeOfFolder(join(stick, 'missing'))).toBe('copyFolderMissing');
    expect(await codeOfFolder('copies')).toBe('copyFolderMissing');
    expect(await codeOfFolder(file)).toBe('copyFolderIsFile');
    expect(await codeOfFolder(join(file, 'deeper'))).toBe('copyFolderMissing');
    expect(await codeOfFolder(desk.folder)).toBe('copyFolderInsideData');
    expect(await codeOfFolder(join(desk.folder, 'inner'))).toBe('copyFolderInsideData');
    expect(await codeOfFolder('/proc')).toBe('copyFolderNotWritable');
    expect((await desk.client.copies.status()).folder).toBeNull();
    expect((await refusalOf(desk.client.copies.makeNow())).code).toBe('copyFolderMissing');
  });

  it('is kept, with what is true of it', async () => {
    const status = await desk.client.copies.chooseFolder({ path: `  ${stick} ` });
    expect(status).toMatchObject({ folder: stick, folderIsThere: true, last: null });
    renameSync(stick, `${stick}.out`);
    expect(await desk.client.copies.status()).toMatchObject({ folderIsThere: false });
    expect((await copyNow(desk)).problem).toBe('copyFolderMissing');
    renameSync(`${stick}.out`, stick);
  });
});

describe('a copy', () => {
  beforeEach(() => desk.client.copies.chooseFolder({ path: stick }));

  it('holds the work as it was counted, and shows nothing of it', async () => {
    const caseId = await openCase(desk.client);
    await welcome(desk.client, caseId);
    const body = { kind: 'answers' as const, patches: [setAnswer('city', { value: 'مكة' })] };
    await desk.client.interview.saveDraft({ caseId, scope: 'C', body });

    const { last, eventsSince, problem, isOverdue } = await copyNow(desk);

    expect(problem).toBeNull();
    expect(isOverdue).toBe(false);
    expect(last).toMatchObject({ cases: 1, drafts: 1, pictures: 0, kept: 1 });
    expect(eventsSince).toBe(0);
    const place = placeOn(stick);
    const { copies, segments } = filesOf(place);
    expect([copies.length, segments.length]).toEqual([1, 1]);
    for (const name of [...copies, ...segments]) {
      const bytes = readFileSync(join(place, name)).toString('latin1');
      expect(bytes).not.toContain('caseOpened');
    }
  });

  it('adds what is new and shares what was copied before', async () => {
    await copyNow(desk);
    const place = placeOn(stick);
    const [first = ''] = filesOf(place).segments;
    const before = readFileSync(join(place, first));
    await openCase(desk.client);
    expect((await desk.client.copies.status()).eventsSince).toBeGreaterThan(0);
    desk.setNow('2026-11-23T09:00:00.000Z');
    await copyNow(desk);
    const { segments } = filesOf(place);
    expect(segments).toHaveLength(2);
    expect(readFileSync(join(place, first)).equals(before)).toBe(true);
  });

  it('is made anew where a shared file went bad', async () => {
    await copyNow(desk);
    const place = placeOn(stick);
    const [first = ''] = filesOf(place).segments;
    const path = join(place, first);
    const bytes = readFileSync(path);
    bytes[60] = (bytes[60] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect((await copyNow(desk)).problem).toBeNull();
    rmSync(path);
    expect((await copyNow(desk)).problem).toBeNull();
  });

  it('clears away what a copy that was cut off left behind', async () => {
    await copyNow(desk);
    const place = placeOn(stick);
    writeFileSync(join(place, 'journal-000000001-000000009.segment.new'), 'half');
    writeFileSync(join(place, 'copy-20260101T000000000Z.rifada.new'), 'half');
    writeFileSync(join(place, 'journal-000000900-000000901.segment'), 'of nobody');
    await copyNow(desk);
    expect(filesOf(place)).toMatchObject({
      copies: [expect.stringMatching(/\.rifada$/)],
      segments: [expect.stringMatching(/^journal-000000001/)],
      unfinished: [],
    });
  });

  it('is kept for seven days and four weeks', async () => {
    for (let day = 0; day < 40; day += 1) {
      desk.setNow(new Date(Date.UTC(2026, 10, 23 + day, 8)).toISOString());
      await copyNow(desk);
    }
    const { last } = await desk.client.copies.status();
    expect(last?.kept).toBe(filesOf(placeOn(stick)).copies.length);
    expect(last?.kept).toBeGreaterThanOrEqual(9);
    expect(last?.kept).toBeLessThanOrEqual(11);
  });

  it('says when the last one is too long ago', async () => {
    await copyNow(desk);
    desk.setNow('2026-11-25T07:59:00.000Z');
    expect((await desk.client.copies.status()).isOverdue).toBe(false);
    desk.setNow('2026-11-25T08:01:00.000Z');
    expect((await desk.client.copies.status()).isOverdue).toBe(true);
  });

  it('never writes over copies that know more than the desk', async () => {
    const older = `${desk.folder}.older`;
    await desk.client.session.lock();
    cpSync(desk.folder, older, { recursive: true });
    await unlock();
    await openCase(desk.client);
    await copyNow(desk);
    const place = placeOn(stick);
    const before = filesOf(place);
    await desk.client.session.lock();
    rmSync(desk.folder, { recursive: true });
    renameSync(older, desk.folder);
    await unlock();
    expect(await copyNow(desk)).toMatchObject({ problem: 'copyAhead' });
    expect(filesOf(place)).toEqual(before);
  });
});

describe('a disk that is full', () => {
  it('is named, and the copies before stay', async () => {
    const disk = mountTinyDisk(stick, 32);
    if (disk === null) return;
    try {
      await desk.client.copies.chooseFolder({ path: stick });
      expect((await copyNow(desk)).problem).toBeNull();
      const before = filesOf(placeOn(stick));
      await openCase(desk.client);
      fillDisk(stick);
      expect((await copyNow(desk)).problem).toBe('copyFolderFull');
      expect(filesOf(placeOn(stick))).toEqual(before);
    } finally {
      disk.unmount();
    }
  });
});
