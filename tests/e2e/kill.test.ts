import { expect } from 'vitest';
import { CaseHead } from './support/caseSteps.ts';
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
