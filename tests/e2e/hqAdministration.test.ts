import { expect } from 'vitest';
import { listDeviceHealth } from '#db/hub/deviceHealth.ts';
import { BRANCH } from './support/branch.ts';
import { button, type DeskScreen, deskScreen, refusal, textbox } from './support/deskScreen.ts';
import { hoursOfOneDay } from './support/deskTest.ts';
import { AdministrationPage, codeOn, PersonDialog } from './support/hqAdministrationPages.ts';
import { ADMINISTRATOR, SessionOverPage, SignInPage } from './support/hqDoorPages.ts';
import { HqFramePage } from './support/hqFramePage.ts';
import { hqTest, REFUSED } from './support/hqTest.ts';
import { accessibilityFaults, settle, sidewaysFaults, takePicture } from './support/looks.ts';
import type { RunningHub } from './support/startHub.ts';

hoursOfOneDay();

const CLERK = { displayName: 'نوف الحربي', userName: 'nouf', password: 'كلمة مرور نوف 1' };

async function inspect(at: DeskScreen, name: string): Promise<readonly string[]> {
  await settle(at.page);
  await takePicture(at.page, `${name}.${at.language}`);
  return [...(await accessibilityFaults(at.page)), ...(await sidewaysFaults(at.page))];
}

async function enter(hub: RunningHub, at: DeskScreen) {
  await at.page.goto(hub.origin);
  await new SignInPage(at).signIn();
  await new HqFramePage(at).heading('hqAdministration:title').waitFor();
}

hqTest(
  'people are added and changed by keyboard, and nobody shuts themselves out',
  async ({ hub, newPage }) => {
    await hub.setUp(ADMINISTRATOR);
    const page = await newPage({ expectedErrors: [REFUSED] });
    const at = deskScreen(page, 'ar', 'keyboard');
    await enter(hub, at);
    const administration = new AdministrationPage(at);
    const dialog = new PersonDialog(at);
    await dialog.openNew();
    await dialog.add();
    await page.getByText(at.words('hqAdministration:rolesMissing')).waitFor();
    await dialog.fill({ ...CLERK, userName: ADMINISTRATOR.userName });
    await at.hand.press(dialog.role('importClerk'));
    expect(await inspect(at, 'hq-add-person')).toEqual([]);
    await dialog.add();
    await dialog.refusal('userNameTaken').waitFor();
    // The session ends while the form is open: it is there, as it was, when it is taken up again.
    hub.passTime(31 * 60_000);
    await at.hand.write(dialog.userName, CLERK.userName);
    await dialog.add();
    const over = new SessionOverPage(at);
    await over.heading.waitFor();
    expect(await over.passwordHasFocus()).toBe(true);
    expect(await inspect(at, 'hq-over')).toEqual([]);
    await over.goOn();
    await over.heading.waitFor({ state: 'detached' });
    hub.passTime(-31 * 60_000);
    expect(await dialog.userName.inputValue()).toBe(CLERK.userName);
    await dialog.add();
    await dialog.closed;
    await administration.row('people', CLERK.displayName).waitFor();
    expect(await inspect(at, 'hq-people')).toEqual([]);

    await dialog.openFor(ADMINISTRATOR.displayName);
    expect(await dialog.worksHere.getAttribute('aria-disabled')).toBe('true');
    await at.hand.press(dialog.role('administrator'));
    await at.hand.press(dialog.role('director'));
    await dialog.save();
    await dialog.refusal('ownAdministration').waitFor();
    await dialog.cancel();
    await dialog.closed;

    // Each finds what their roles open, and no more.
    await new HqFramePage(at).signOut();
    await new SignInPage(at).signIn(CLERK.userName, CLERK.password);
    await at.hand.press(new HqFramePage(at).place('administration'));
    await administration.tab('laptops').waitFor();
    expect(await administration.tab('people').count()).toBe(0);
  },
);

hqTest('branches are added, and a code is given once', async ({ hub, newPage }) => {
  const page = await newPage({ language: 'en', expectedErrors: [REFUSED] });
  await page.addInitScript(() =>
    localStorage.setItem(
      'rifada.hq.appearance',
      '{"language":"en","theme":"system","contrast":"system"}',
    ),
  );
  const at = deskScreen(page, 'en');
  await enter(hub, at);
  expect(await inspect(at, 'hq-people')).toEqual([]);
  const administration = new AdministrationPage(at);
  await administration.open('branches');
  await administration.addBranch('Jeddah office', 'JED2');
  await page.getByText(at.words('session:branchCodeError')).waitFor();
  await administration.addBranch('Jeddah office', 'jed02');
  await administration.row('part.branches', 'JED02').waitFor();
  await administration.addBranch('Another', 'JED02');
  await refusal(at, at.words('hqErrors:branchCodeTaken')).waitFor();
  expect(await textbox(at, at.words('hqAdministration:branchName')).inputValue()).toBe('Another');
  expect(await inspect(at, 'hq-branches')).toEqual([]);
});

hqTest(
  'a laptop asks, is taken in by its code, is seen in health, and is revoked as lost',
  async ({ hub, office, newPage }) => {
    const desk = await office.startDesk({ stage: 'founded' });
    const branch = await office.openPage(desk);
    await branch.hand.press(branch.page.getByRole('link', { name: branch.words('sync:rail') }));
    await branch.hand.write(textbox(branch, branch.words('sync:address')), hub.origin);
    await branch.hand.press(button(branch, branch.words('sync:enrol')));
    const code = await codeOn(branch.page).textContent();

    const page = await newPage({ expectedErrors: [REFUSED] });
    const at = deskScreen(page, 'ar', 'keyboard');
    await enter(hub, at);
    const administration = new AdministrationPage(at);
    await administration.open('laptops');
    await administration.approve('AAAA-AAAA');
    await refusal(at, at.words('hqErrors:codeMismatch')).waitFor();
    expect(await inspect(at, 'hq-request')).toEqual([]);
    await administration.approve(code ?? '');
    await administration.row('laptops', BRANCH.branchName).waitFor();
    await branch.page.getByText(branch.words('sync:situation.allSent')).waitFor();

    // With nothing to send the laptop greets, and says its clock.
    await branch.hand.press(button(branch, branch.words('sync:sendNow')));
    await expect
      .poll(async () => (await listDeviceHealth(hub.hub.context.db))[0]?.clockSkewMs)
      .not.toBeNull();

    // What is no batch is refused, and kept with its reason.
    await fetch(`${hub.origin}/sync/batches`, {
      method: 'POST',
      headers: { 'content-type': 'application/gzip' },
      body: 'no batch at all',
    });
    await administration.open('health');
    const row = administration.row('health', BRANCH.branchName);
    await row.getByText(at.words('hqAdministration:noGap')).waitFor();
    await row.getByText(at.words('hqAdministration:clockRight')).waitFor();
    await administration.row('refused', at.words('sync:refusal.malformed')).waitFor();
    expect(await inspect(at, 'hq-health')).toEqual([]);

    await administration.open('laptops');
    await administration.revokeAsLost(BRANCH.branchName);
    await administration.row('laptops', at.words('hqAdministration:revokeReason.lost')).waitFor();
    expect(await inspect(at, 'hq-laptops')).toEqual([]);
    await branch.hand.press(button(branch, branch.words('sync:sendNow')));
    await branch.page.getByText(branch.words('sync:situation.deviceRevoked')).waitFor();

    await administration.readmitAsFound(BRANCH.branchName);
    await administration.row('laptops', at.words('hqAdministration:inUse')).waitFor();
    await branch.hand.press(button(branch, branch.words('sync:sendNow')));
    await branch.page.getByText(branch.words('sync:situation.allSent')).waitFor();
  },
);

hqTest(
  'a laptop without network is taken in by two files and two codes',
  async ({ hub, office, newPage }) => {
    const desk = await office.startDesk({ stage: 'founded' });
    const branch = await office.openPage(desk);
    await branch.hand.press(branch.page.getByRole('link', { name: branch.words('sync:rail') }));
    const saving = branch.page.waitForEvent('download');
    await branch.hand.press(button(branch, branch.words('sync:requestFile')));
    const request = await (await saving).path();
    const code = await codeOn(branch.page).textContent();

    const page = await newPage({ expectedErrors: [REFUSED] });
    const at = deskScreen(page, 'ar');
    await enter(hub, at);
    const administration = new AdministrationPage(at);
    await administration.open('laptops');
    await administration.takeRequestFile(new URL(import.meta.url).pathname);
    await refusal(at, at.words('hqAdministration:fileNoRequest')).waitFor();
    await administration.takeRequestFile(request);
    await administration.approve(code ?? '');
    await administration.nothingWaits.waitFor();
    const answer = await administration.answerFile();
    expect(await inspect(at, 'hq-answer')).toEqual([]);
    await branch.hand.write(textbox(branch, branch.words('sync:answerCode')), answer.code);
    await branch.page
      .getByLabel(branch.words('sync:answerFile'), { exact: true })
      .first()
      .setInputFiles(answer.file);
    await branch.page.getByText(branch.words('sync:enrolTitle')).waitFor({ state: 'detached' });
  },
);
