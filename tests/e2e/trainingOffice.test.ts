import { expect } from 'vitest';
import { TRAINING_PASSWORD } from '#shared/domain/training.ts';
import { browserTest } from '#tests/browser/browserTest.ts';
import { type DeskScreen, deskScreen } from './support/deskScreen.ts';
import { DESK_GONE } from './support/deskTest.ts';
import { FirstRunPage } from './support/doorPages.ts';
import { NextStep } from './support/lastSteps.ts';
import { accessibilityFaults, settle, takePicture } from './support/looks.ts';
import { programHouse } from './support/startProgram.ts';
import { ThroughHeadquarters } from './support/throughHeadquarters.ts';

const MADE_WITHIN_MS = 60_000;
const HEARD_WITHIN_MS = 30_000;
/** Of the invented cases the one that is signed and not submitted. */
const APPLICANT = 'سيتي رحماواتي';
const DECISION = /D-\d{4}-\d{6}/u;
const COMMITTEE = ['عبد العزيز السديري', 'فهد العتيبي', 'هند القرشي'];

browserTest(
  'whoever chooses the training office gets a headquarters and a second branch with it',
  async ({ newPage }) => {
    const house = await programHouse();
    try {
      house.leaveOldOffice();
      const first = await house.start();
      const page = await newPage({ expectedErrors: [...DESK_GONE] });
      const at = deskScreen(page, 'ar', 'keyboard');
      await page.goto(first.link);
      await new FirstRunPage(at).startTraining();
      // The branch can be worked in while the rest is being made.
      await panel(at).waitFor();
      await takePicture(page, 'training-starting.ar');
      await door(at, at.words('training:headquarters')).waitFor({ timeout: MADE_WITHIN_MS });
      await settle(page);
      await takePicture(page, 'training-ready.ar');
      expect(await accessibilityFaults(page)).toEqual([]);

      const headquarters = await tabBehind(at, at.words('training:headquarters'));
      await headquarters
        .getByRole('button', { name: at.words('hqAdministration:role.importClerk') })
        .waitFor();
      const second = await tabBehind(at, 'مكتب التدريب الثاني');
      await second
        .getByRole('banner')
        .getByText(at.words('shell:training'), { exact: true })
        .waitFor();
      const origin = new URL(headquarters.url()).origin;

      // From a signed case to the letter with the committee's decision, as somebody new goes through it.
      await submit(at);
      const through = new ThroughHeadquarters(deskScreen(headquarters, 'ar'));
      await through.importClean();
      await through.study(APPLICANT);
      await through.decide(APPLICANT, COMMITTEE);
      await through.release(APPLICANT);
      await page.bringToFront();
      await at.hand.press(page.getByRole('link', { name: at.words('shell:today') }));
      const decision = page.getByRole('button', { name: at.words('today:due.decision.action') });
      await decision.waitFor({ timeout: HEARD_WITHIN_MS });
      await at.hand.press(decision);
      await at.hand.press(
        page.getByRole('link', { name: at.words('headquarters:decision.print') }),
      );
      // The letter names the decision.
      await page.getByRole('article').getByText(DECISION).first().waitFor();
      await takePicture(page, 'training-letter.ar');

      // What it brought up ends with it, and comes again with the next unlocking.
      expect(await first.stop()).toBe(0);
      await expect(fetch(`${origin}/health`)).rejects.toThrow();
      const again = await house.start();
      await page.goto(again.link);
      await at.hand.write(
        page.getByLabel(at.words('session:password'), { exact: true }),
        TRAINING_PASSWORD,
      );
      await at.hand.press(page.getByRole('button', { name: at.words('session:unlock') }));
      await door(at, at.words('training:headquarters')).waitFor({ timeout: MADE_WITHIN_MS });
      expect(await again.stop()).toBe(0);
    } finally {
      await house.clear();
    }
  },
);

async function submit(at: DeskScreen): Promise<void> {
  const { page, words, hand } = at;
  const row = page.getByRole('listitem').filter({ hasText: APPLICANT });
  await hand.press(row.getByRole('button', { name: words('today:goOn') }));
  const next = new NextStep(at);
  await next.toldAndUnderstood();
  await next.submit();
  await page
    .getByRole('banner')
    .getByText(words('shell:safetyWaiting', { count: 0 }))
    .waitFor();
}

function panel({ page, words }: DeskScreen) {
  return page.getByRole('region', { name: words('training:title') });
}

function door(at: DeskScreen, name: string) {
  return panel(at).getByRole('link', { name });
}

async function tabBehind(at: DeskScreen, name: string) {
  const opened = at.page.context().waitForEvent('page');
  await at.hand.press(door(at, name));
  const tab = await opened;
  await tab.waitForLoadState();
  return tab;
}
