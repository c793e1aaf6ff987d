import { expect } from 'vitest';
import { CaseHead } from './support/caseSteps.ts';
import { ContactPages } from './support/contactPages.ts';
import { TodayPage } from './support/dayPages.ts';
import type { DeskScreen } from './support/deskScreen.ts';
import { DESK_GONE, deskTest, type Office } from './support/deskTest.ts';
import { UnlockPage } from './support/doorPages.ts';
import { InterviewStep, sectionNamed } from './support/interviewStep.ts';
import type { RunningDesk } from './support/startDesk.ts';

const SAVED_CITY = 'مكة المكرمة';
const UNSAVED_CITY = 'مكة المكرمة، بطحاء قريش';

/** The page of the address in the one case of this desk. */
async function addressPage(at: DeskScreen): Promise<InterviewStep> {
  const drafts = new TodayPage(at).list('drafts');
  await at.hand.press(drafts.getByRole('button'));
  await new CaseHead(at).go('interview');
  const interview = new InterviewStep(at);
  await interview.goTo(sectionNamed('contactAndAddress'));
  return interview;
}

/** The next morning: another process on the same folder, and the password. */
async function reopen(office: Office, killed: RunningDesk): Promise<InterviewStep> {
  const desk = await office.startDesk({ profile: killed.profile });
  const at = await office.openPage(desk);
  await new UnlockPage(at).unlock();
  return addressPage(at);
}

deskTest(
  'keeps in mid-field what the screen has called saved when the desk is killed',
  async ({ office }) => {
    const desk = await office.startDesk({ stage: 'welcomed', alone: true });
    const at = await office.openPage(desk, { expectedErrors: DESK_GONE });
    const interview = await addressPage(at);
    const head = new CaseHead(at);
    const city = interview.control('city');
    await city.click();
    await city.pressSequentially(SAVED_CITY);
    await head.saved.waitFor();
    expect(await head.unsaved.count()).toBe(0);
    await desk.kill();
    await at.page.getByText(at.words('shell:safetyLost'), { exact: true }).waitFor();

    const again = await reopen(office, desk);
    expect(await again.control('city').inputValue()).toBe(SAVED_CITY);
  },
);

deskTest(
  'never calls saved what the desk has not committed when it is killed',
  async ({ office }) => {
    const desk = await office.startDesk({ stage: 'welcomed', alone: true });
    const at = await office.openPage(desk, { expectedErrors: DESK_GONE });
    const interview = await addressPage(at);
    const head = new CaseHead(at);
    const city = interview.control('city');
    await city.fill(SAVED_CITY);
    await head.saved.waitFor();
    // From the first key on until the desk has answered, the screen says that it is not saved.
    await city.press('End');
    const typed = city.pressSequentially(UNSAVED_CITY.slice(SAVED_CITY.length));
    await head.unsaved.waitFor();
    await desk.kill();
    await typed;
    await at.page
      .getByRole('alert')
      .filter({ hasText: at.words('caseFrame:saveFailed') })
      .waitFor();
    expect(await head.saved.count()).toBe(0);
    expect(await city.inputValue()).toBe(UNSAVED_CITY);

    const again = await reopen(office, desk);
    const kept = await again.control('city').inputValue();
    expect([SAVED_CITY, UNSAVED_CITY].some((text) => text.startsWith(kept))).toBe(true);
    expect(kept.startsWith(SAVED_CITY)).toBe(true);
  },
);

/** What the line under the form says of it, whatever the time. */
function keptWords({ words }: DeskScreen): RegExp {
  return new RegExp(words('common:draft.kept', { time: '@' }).replace('@', String.raw`\d\d:\d\d`));
}

deskTest('keeps a contact in mid-word when the desk is killed or locked', async ({ office }) => {
  const desk = await office.startDesk({ stage: 'founded', alone: true });
  const at = await office.openPage(desk, { expectedErrors: DESK_GONE });
  const contacts = new ContactPages(at);
  await contacts.open();
  await contacts.record();
  await contacts.fill({ name: 'هدى سالم الزهراني', topic: 'إيجار متأخر' });
  // Locked in the middle of it: the press on the lock comes after the pause.
  await new TodayPage(at).lock();
  await new UnlockPage(at).unlock();
  await contacts.open();
  await contacts.record();
  expect(await contacts.topic.inputValue()).toBe('إيجار متأخر');
  await contacts.topic.press('End');
  await contacts.topic.pressSequentially(' شهرين');
  await at.page
    .getByRole('status')
    .filter({ hasText: keptWords(at) })
    .waitFor();
  await desk.kill();
  await at.page.getByText(at.words('shell:safetyLost'), { exact: true }).waitFor();

  const again = await office.startDesk({ profile: desk.profile });
  const next = await office.openPage(again);
  await new UnlockPage(next).unlock();
  const pages = new ContactPages(next);
  await pages.open();
  await pages.record();
  expect(await pages.topic.inputValue()).toBe('إيجار متأخر شهرين');
  await pages.save();
  await next.page.getByRole('heading', { level: 1, name: 'إيجار متأخر شهرين' }).waitFor();
  await next.page.getByText('هدى سالم الزهراني').first().waitFor();
  // Recorded once, it does not stand in the form again.
  await pages.open();
  await pages.record();
  expect(await pages.topic.inputValue()).toBe('');
});
