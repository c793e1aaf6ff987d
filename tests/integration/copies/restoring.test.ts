import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ActorId, type CaseId } from '#shared/domain/identity.ts';
import { RESTORED_LANES } from '#shared/domain/reference/lanes.ts';
import { parseReference } from '#shared/domain/reference/reference.ts';
import { refusalOf } from '../desk/support/refusal.ts';
import {
  createTestDesk,
  openStatus,
  PASSWORD,
  personAtDoor,
  type TestDesk,
} from '../desk/support/testDesk.ts';
import {
  matchedCase,
  openCase,
  readCase,
  setAnswer,
  sign,
  welcome,
} from '../desk/support/widowCase.ts';
import {
  copyNow,
  filesOf,
  foundWithCode,
  NEW_PASSWORD,
  newStick,
  placeOn,
  restoreFrom,
} from './support/copyFolder.ts';

const TODAY = '2026-11-23';
let stick: string;
let lost: TestDesk;
let desk: TestDesk;
let code: string;
let caseId: CaseId;
beforeEach(async () => {
  stick = newStick();
  lost = await createTestDesk();
  desk = await createTestDesk('2026-11-24T08:00:00.000Z');
  code = await foundWithCode(lost);
  await lost.client.copies.chooseFolder({ path: stick });
  caseId = await openCase(lost.client);
  await welcome(lost.client, caseId);
  const body = { kind: 'answers' as const, patches: [setAnswer('city', { value: 'مكة' })] };
  await lost.client.interview.saveDraft({ caseId, scope: 'C', body });
  await copyNow(lost);
});
afterEach(async () => {
  await lost.close();
  await desk.close();
  rmSync(stick, { recursive: true, force: true });
});

function laneOf(reference: string): string {
  const parsed = parseReference(reference);
  if (!parsed.ok) throw new Error(reference);
  return parsed.parts.lane;
}

/** Changes one byte in the closed part of a file of the copy. */
function spoil(name: string): void {
  const path = join(placeOn(stick), name);
  const bytes = readFileSync(path);
  const place = bytes.length - 40;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

async function unlock({ client }: TestDesk, password: string): Promise<void> {
  const actorId = personAtDoor(await client.session.status());
  await client.session.unlock({ actorId, password });
}

describe('a desk restored on a new profile', () => {
  it('has every case and draft as it was, and begins an epoch and a lane of its own', async () => {
    const before = await readCase(lost.client, caseId);
    const { drafts } = await lost.client.cases.get({ caseId });
    const { reference } = before.state;
    const laneBefore = openStatus(await lost.client.session.status()).branch.lane;

    const { status, restored } = await restoreFrom(desk, stick, code);

    const { branch, person } = openStatus(status);
    expect(restored).toMatchObject({ cases: 1, drafts: 1, pictures: 0, picturesMissing: 0 });
    expect(person.displayName).toBe('منى سعيد العتيبي');
    expect(branch.lane).toBe(restored.lane);
    expect(RESTORED_LANES).toContain(branch.lane);
    const after = await readCase(desk.client, caseId);
    expect(after.state).toEqual(before.state);
    expect((await desk.client.cases.get({ caseId })).drafts).toEqual(drafts);
    expect(drafts).toHaveLength(1);
    expect((await desk.client.cases.findByPaper({ text: reference })).caseId).toBe(caseId);

    const next = await openCase(desk.client);
    const nextReference = (await readCase(desk.client, next)).state.reference;
    expect(laneOf(reference)).toBe(laneBefore);
    expect(laneOf(nextReference)).toBe(restored.lane);
    const exported = await desk.client.cases.export({ caseId: next });
    expect(exported.events[0]?.header.epoch).toBeGreaterThan(1);
  });

  it('opens with the new password alone, also the next morning, and is copied anew', async () => {
    await restoreFrom(desk, stick, code);
    await desk.restart();
    const actorId = personAtDoor(await desk.client.session.status());
    const old = desk.client.session.unlock({ actorId, password: PASSWORD });
    expect((await refusalOf(old)).code).toBe('wrongPassword');
    await unlock(desk, NEW_PASSWORD);
    const status = await desk.client.copies.status();
    expect(status).toMatchObject({ folder: stick, last: null });
    const before = readdirSync(stick);
    expect((await copyNow(desk)).problem).toBeNull();
    expect(readdirSync(stick)).toHaveLength(before.length + 1);
    await welcome(desk.client, await openCase(desk.client));
  });

  it('goes on signing and sealing', async () => {
    const matched = await matchedCase(lost.client, TODAY);
    await copyNow(lost);
    await restoreFrom(desk, stick, code);
    await sign(desk.client, matched);
    expect((await readCase(desk.client, matched)).state.declarations).toHaveLength(1);
  });

  it('is not made where a desk can be worked at', async () => {
    await restoreFrom(desk, stick, code);
    const address = { path: stick, place: 'x', name: 'x', code };
    expect((await refusalOf(desk.client.restore.look({ path: stick }))).code).toBe(
      'alreadyFounded',
    );
    expect((await refusalOf(desk.client.restore.open(address))).code).toBe('alreadyFounded');
    await desk.client.session.lock();
    const again = desk.client.restore.begin({
      ...address,
      actorId: personAtDoor(await desk.client.session.status()),
      password: NEW_PASSWORD,
    });
    expect((await refusalOf(again)).code).toBe('alreadyFounded');
  });
});

describe('a copy that cannot be restored', () => {
  async function begin(typed = code) {
    const [latest] = (await desk.client.restore.look({ path: stick })).copies;
    const actorId = ActorId.parse(personAtDoor(await lockedLost()));
    const { place = '', name = '' } = latest ?? {};
    const address = { path: stick, place, name, code: typed };
    return desk.client.restore.begin({ ...address, actorId, password: NEW_PASSWORD });
  }
  async function lockedLost() {
    return lost.client.session.lock();
  }

  it('is refused for a wrong or mistyped code', async () => {
    const groups = code.split('-');
    const swapped = [groups[1], groups[0], ...groups.slice(2)].join('-');
    expect(await refusalOf(begin(swapped))).toMatchObject({
      code: 'recoveryCodeMistyped',
      data: { groups: [0, 1] },
    });
    const other = await createTestDesk();
    const otherCode = await foundWithCode(other);
    await other.close();
    expect((await refusalOf(begin(otherCode))).code).toBe('recoveryCodeWrong');
    expect((await desk.client.session.status()).phase).toBe('firstRun');
  });

  it('names the file that is damaged, and leaves the profile as it was', async () => {
    const [segment = ''] = filesOf(placeOn(stick)).segments;
    spoil(segment);
    expect(await refusalOf(begin())).toMatchObject({
      code: 'copyDamaged',
      data: { path: segment },
    });
    expect(readdirSync(desk.folder).filter((name) => name !== 'preferences.json')).toEqual([]);
    expect((await desk.client.session.status()).phase).toBe('firstRun');
    rmSync(join(placeOn(stick), segment));
    expect((await refusalOf(begin())).code).toBe('copyDamaged');
  });

  it('is told from that of another laptop of the same minute, and by its size', async () => {
    const other = await createTestDesk();
    await foundWithCode(other);
    await other.client.copies.chooseFolder({ path: stick });
    await copyNow(other);
    await other.close();
    const { copies } = await desk.client.restore.look({ path: stick });
    expect(copies).toHaveLength(2);
    expect(new Set(copies.map(({ madeAt }) => madeAt.slice(0, 16))).size).toBe(1);
    expect(new Set(copies.map(({ laptop }) => laptop)).size).toBe(2);
    for (const { place, name, laptop, bytes } of copies) {
      expect(place).toMatch(new RegExp(`^rifada-MKH01-${laptop}-`));
      expect(bytes).toBe(readFileSync(join(stick, place, name)).length);
    }
  });

  it('is passed over for an earlier one that the person chooses', async () => {
    lost.setNow('2026-11-24T07:00:00.000Z');
    await openCase(lost.client);
    await copyNow(lost);
    const { copies } = filesOf(placeOn(stick));
    expect(copies).toHaveLength(2);
    spoil(copies.toSorted().at(-1) ?? '');
    expect((await refusalOf(begin())).code).toBe('copyDamaged');
    const [, earlier] = (await desk.client.restore.look({ path: stick })).copies;
    const { place = '', name = '' } = earlier ?? {};
    const { counts } = await desk.client.restore.open({ path: stick, place, name, code });
    expect(counts.cases).toBe(1);
  });

  it.each([
    ['newer', (line: string) => line.replace('"version":1', '"version":2'), 'copyNewer'],
    ['no copy', () => '{}', 'copyDamaged'],
  ] as const)('is told from one that is %s', async (_, change, expected) => {
    const [name = ''] = filesOf(placeOn(stick)).copies;
    const path = join(placeOn(stick), name);
    const text = readFileSync(path);
    const end = text.indexOf(10);
    writeFileSync(
      path,
      Buffer.concat([Buffer.from(change(text.toString('utf8', 0, end))), text.subarray(end)]),
    );
    expect((await refusalOf(desk.client.restore.look({ path: stick }))).code).toBe(expected);
  });

  it('is refused where there is none', async () => {
    const empty = newStick();
    expect((await refusalOf(desk.client.restore.look({ path: empty }))).code).toBe('copyNotFound');
    rmSync(empty, { recursive: true });
    expect((await refusalOf(desk.client.restore.look({ path: empty }))).code).toBe(
      'copyFolderMissing',
    );
  });
});

describe('a profile whose data cannot be worked at', () => {
  /** The folder of the lost desk as it was before its last event, with the head file of today. */
  async function putOldDatabaseBack(): Promise<void> {
    await lost.client.session.lock();
    const old = readFileSync(join(lost.folder, 'desk.db'));
    await unlock(lost, PASSWORD);
    await openCase(lost.client);
    await copyNow(lost);
    await lost.client.session.lock();
    writeFileSync(join(lost.folder, 'desk.db'), old);
    await unlock(lost, PASSWORD);
  }

  it('that is an older copy is restored, and set aside', async () => {
    await putOldDatabaseBack();
    expect(openStatus(await lost.client.session.status()).readOnly).toBe(true);
    const { status, restored } = await restoreFrom(lost, stick, code);
    expect(openStatus(status).readOnly).toBe(false);
    expect(restored.cases).toBe(2);
    const aside = readdirSync(lost.folder).find((name) => name.startsWith('before-restore-'));
    expect(readdirSync(join(lost.folder, aside ?? '')).toSorted()).toEqual(
      expect.arrayContaining(['desk.db', 'desk.head', 'keys.json']),
    );
  });

  it('never gives way to the copy of another desk', async () => {
    const otherStick = newStick();
    const otherCode = await foundWithCode(desk);
    await desk.client.copies.chooseFolder({ path: otherStick });
    await copyNow(desk);
    await putOldDatabaseBack();
    expect((await refusalOf(restoreFrom(lost, otherStick, otherCode))).code).toBe(
      'copyOfOtherDesk',
    );
    expect(openStatus(await lost.client.session.status()).readOnly).toBe(true);
    rmSync(otherStick, { recursive: true });
  });

  it('that lost its database, or its keys, is restored in its place', async () => {
    await lost.client.session.lock();
    rmSync(join(lost.folder, 'desk.db'));
    expect((await restoreFrom(lost, stick, code)).restored.cases).toBe(1);
    await lost.client.session.lock();
    rmSync(join(lost.folder, 'keys.json'));
    rmSync(join(lost.folder, 'keys.previous.json'), { force: true });
    expect((await restoreFrom(lost, stick, code)).restored.cases).toBe(1);
  });
});
