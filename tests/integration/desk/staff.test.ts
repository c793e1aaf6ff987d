import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from './support/refusal.ts';
import {
  createTestDesk,
  foundBranch,
  openStatus,
  PASSWORD,
  type TestDesk,
} from './support/testDesk.ts';
import { openCase, readCase } from './support/widowCase.ts';

const OTHER = 'كلمة أخرى طويلة 2';

describe('the people of one laptop', () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await createTestDesk();
    await foundBranch(desk);
  });
  afterEach(() => desk.close());

  const add = (changed: object = {}) =>
    desk.client.staff.add({
      displayName: 'سلطان علي الزهراني',
      role: 'representative',
      password: OTHER,
      ownPassword: PASSWORD,
      ...changed,
    });

  async function comeIn(name: string, password: string) {
    const door = await desk.client.session.lock();
    if (door.phase !== 'locked') throw new Error(door.phase);
    const person = door.people.find(({ displayName }) => displayName === name);
    if (person === undefined) throw new Error(`${name} is not at the door`);
    return desk.client.session.unlock({ actorId: person.actorId, password });
  }

  it('each come in with their own password and work under their own name', async () => {
    const { people } = await add();
    expect(people.map(({ displayName, role }) => [displayName, role])).toEqual([
      ['منى سعيد العتيبي', 'relationsOfficer'],
      ['سلطان علي الزهراني', 'representative'],
    ]);
    const opened = openStatus(await comeIn('سلطان علي الزهراني', OTHER));
    expect(opened.person.displayName).toBe('سلطان علي الزهراني');
    const caseId = await openCase(desk.client);
    const { state } = await readCase(desk.client, caseId);
    expect(state.opened.actorId).toBe(opened.person.actorId);
    await desk.restart();
    openStatus(await comeIn('منى سعيد العتيبي', PASSWORD));
    expect((await readCase(desk.client, caseId)).state.status).toBe('draft');
  });

  it('each have read of the library what they opened themselves', async () => {
    await add();
    const { library } = desk.client;
    await library.markRead({ page: 'twoWeeks' });
    await comeIn('سلطان علي الزهراني', OTHER);
    expect((await library.read()).pages).toEqual({});
    await library.markRead({ page: 'validity' });
    await comeIn('منى سعيد العتيبي', PASSWORD);
    expect((await library.read()).pages).toEqual({ twoWeeks: 1 });
  });

  it('are added by an officer alone', async () => {
    await add();
    await comeIn('سلطان علي الزهراني', OTHER);
    const refusal = await refusalOf(add({ displayName: 'هند', ownPassword: OTHER }));
    expect(refusal.code).toBe('notPermitted');
  });

  it('are not added on a wrong or short password, nor twice under one name', async () => {
    expect((await refusalOf(add({ ownPassword: 'ليست هي' }))).code).toBe('wrongPassword');
    expect((await refusalOf(add({ password: 'قصيرة' }))).code).toBe('passwordTooShort');
    await add();
    expect((await refusalOf(add({ displayName: ' سلطان بن علي الزهراني ' }))).code).toBe(
      'nameTaken',
    );
    expect((await desk.client.staff.list()).people).toHaveLength(2);
  });

  it('change their own password and keep their signing key', async () => {
    const wrong = desk.client.staff.changePassword({ ownPassword: OTHER, password: OTHER });
    expect((await refusalOf(wrong)).code).toBe('wrongPassword');
    await desk.client.staff.changePassword({ ownPassword: PASSWORD, password: OTHER });
    expect((await refusalOf(comeIn('منى سعيد العتيبي', PASSWORD))).code).toBe('wrongPassword');
    openStatus(await comeIn('منى سعيد العتيبي', OTHER));
  });
});

describe('a covered desk', () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await createTestDesk();
    await foundBranch(desk);
  });
  afterEach(() => desk.close());

  it('shows and does nothing until the password lifts the cover, and has lost nothing', async () => {
    const caseId = await openCase(desk.client);
    expect(openStatus(await desk.client.session.cover()).covered).toBe(true);
    expect((await refusalOf(desk.client.cases.get({ caseId }))).code).toBe('notUnlocked');
    expect((await refusalOf(desk.client.staff.list())).code).toBe('notUnlocked');
    const wrong = desk.client.session.uncover({ password: 'ليست هي' });
    expect((await refusalOf(wrong)).code).toBe('wrongPassword');
    expect((await refusalOf(desk.client.today.get())).code).toBe('notUnlocked');
    const open = openStatus(await desk.client.session.uncover({ password: PASSWORD }));
    expect(open.covered).toBe(false);
    expect((await readCase(desk.client, caseId)).state.status).toBe('draft');
  });

  it('can be locked, so that somebody else comes in', async () => {
    await desk.client.session.cover();
    expect((await desk.client.session.lock()).phase).toBe('locked');
    const late = desk.client.session.uncover({ password: PASSWORD });
    expect((await refusalOf(late)).code).toBe('notUnlocked');
  });
});
