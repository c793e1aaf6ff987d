import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { copyNow, foundWithCode, newStick } from '#tests/integration/copies/support/copyFolder.ts';
import { PASSWORD, personAtDoor } from '#tests/integration/desk/support/testDesk.ts';
import { openCase } from '#tests/integration/desk/support/widowCase.ts';
import { RestorePages } from './support/copiesPages.ts';
import { TodayPage } from './support/dayPages.ts';
import { button, type DeskScreen } from './support/deskScreen.ts';
import { deskTest } from './support/deskTest.ts';
import { UnlockPage } from './support/doorPages.ts';
import { accessibilityFaults, settle, sidewaysFaults, takePicture } from './support/looks.ts';
import type { RunningDesk } from './support/startDesk.ts';

const stick = newStick();
afterAll(() => rmSync(stick, { recursive: true, force: true }));

async function inspect(at: DeskScreen, name: string): Promise<readonly string[]> {
  await settle(at.page);
  await takePicture(at.page, `${name}.${at.language}.light`);
  return [...(await accessibilityFaults(at.page)), ...(await sidewaysFaults(at.page))];
}

/** From the way that a screen offers to the desk as the latest copy has it. */
async function restoreAt(at: DeskScreen, code: string, cases: number): Promise<void> {
  const restore = new RestorePages(at);
  await restore.begin();
  await restore.lookIn(stick);
  await restore.heading('codeTitle').waitFor();
  await restore.openWith(code);
  await restore.heading('personTitle').waitFor();
  await at.page.getByText(at.words('copies:restore.asideNote')).waitFor();
  await restore.restore(PASSWORD);
  await restore.heading('doneTitle').waitFor();
  await restore.goOn();
  const today = new TodayPage(at);
  await today.newCaseButton.waitFor();
  const drafts = today.list('drafts').getByRole('button');
  await drafts.nth(cases - 1).waitFor();
  expect(await drafts.count()).toBe(cases);
}

async function enter({ client }: RunningDesk): Promise<void> {
  const actorId = personAtDoor(await client.session.status());
  await client.session.unlock({ actorId, password: PASSWORD });
}

deskTest(
  'data that are damaged, and data that are an older copy, lead to the restore where they are met, by keyboard',
  async ({ office }) => {
    const desk = await office.startDesk({ language: 'ar' });
    const { client } = desk;
    const database = join(desk.profile, 'desk.db');
    const code = await foundWithCode(desk);
    await client.copies.chooseFolder({ path: stick });
    await openCase(client);
    await copyNow(desk);
    await client.session.lock();
    const old = readFileSync(database);

    // Bytes went bad in the very beginning of the file.
    const bad = Buffer.from(old);
    bad.fill(7, 0, 4096);
    writeFileSync(database, bad);
    const at = await office.openPage(desk, { language: 'ar', by: 'keyboard' });
    const door = new UnlockPage(at);
    await door.heading.waitFor();
    expect(await button(at, at.words('copies:restore.way')).count()).toBe(0);
    await door.unlock(PASSWORD);
    await button(at, at.words('copies:restore.way')).waitFor();
    await at.page.getByText(at.words('errors:databaseDamaged')).first().waitFor();
    expect(await inspect(at, 'door.damaged')).toEqual([]);
    await restoreAt(at, code, 1);

    // An older state of the folder is put back: what was done since is not in it.
    await client.session.lock();
    const before = readFileSync(database);
    await enter(desk);
    await openCase(client);
    await copyNow(desk);
    await client.session.lock();
    writeFileSync(database, before);
    await door.heading.waitFor();
    await door.unlock(PASSWORD);
    await at.page.getByText(at.words('errors:readOnlyRecovery')).first().waitFor();
    expect(await inspect(at, 'today.older')).toEqual([]);
    await restoreAt(at, code, 2);
  },
);
