import { mkdirSync, readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { BRANCH } from './support/branch.ts';
import { CaseHead } from './support/caseSteps.ts';
import { TodayPage } from './support/dayPages.ts';
import { type DeskScreen, describedBy, refusal } from './support/deskScreen.ts';
import { DESK_GONE, deskTest } from './support/deskTest.ts';
import { FirstRunPage, RecoveryPaperPage, UnlockPage } from './support/doorPages.ts';
import { InterviewStep, sectionNamed } from './support/interviewStep.ts';
import { DeclarationStep } from './support/lastSteps.ts';
import { PLACE } from './support/places.ts';
import { newProfile } from './support/startDesk.ts';
import { fileOf, fillDisk, mountTinyDisk, spoilPage, withDatabase } from './support/tamper.ts';

/** The page of the address in the one case of this desk. */
async function addressPage(at: DeskScreen): Promise<InterviewStep> {
  await at.hand.press(new TodayPage(at).list('drafts').getByRole('button'));
  await new CaseHead(at).go('interview');
  const interview = new InterviewStep(at);
  await interview.goTo(sectionNamed('contactAndAddress'));
  return interview;
}

describe('at the door', () => {
  deskTest(
    'a short password, another second password and a strange code are said beside their fields',
    async ({ office }) => {
      const at = await office.openPage(await office.startDesk());
      const first = new FirstRunPage(at);
      await first.startBranch();
      await first.fill({ branchCode: 'MKH1', password: 'قصيرة', again: 'قصيرة أخرى' });
      await first.create();
      expect(await describedBy(first.code)).toContain(at.words('session:branchCodeError'));
      expect(await describedBy(first.password)).toContain(at.words('errors:passwordTooShort'));
      expect(await describedBy(first.again)).toContain(at.words('session:passwordDiffers'));
      await first.fill();
      await first.create();
      await new RecoveryPaperPage(at).heading.waitFor();
    },
  );

  deskTest(
    'a wrong password is refused in words, and the right one still opens',
    async ({ office }) => {
      const at = await office.openPage(await office.startDesk({ stage: 'founded', locked: true }));
      const door = new UnlockPage(at);
      await door.unlock(`${BRANCH.password} `);
      await refusal(at, at.words('errors:wrongPassword')).waitFor();
      await door.unlock();
      await new TodayPage(at).newCaseButton.waitFor();
    },
  );

  deskTest(
    'the printed code opens with a new password, and the old one no longer does',
    async ({ office }) => {
      const desk = await office.startDesk();
      const at = await office.openPage(desk);
      const first = new FirstRunPage(at);
      await first.startBranch();
      await first.fill();
      await first.create();
      const paper = new RecoveryPaperPage(at);
      await paper.heading.waitFor();
      const code = (await paper.code()).join('-');
      await paper.typeGroups();
      await paper.goOn();
      const today = new TodayPage(at);
      await today.lock();
      const door = new UnlockPage(at);
      await door.recover(code, 'كلمة جديدة تمامًا 4');
      await today.newCaseButton.waitFor();
      await today.lock();
      await door.unlock();
      await refusal(at, at.words('errors:wrongPassword')).waitFor();
      await door.unlock('كلمة جديدة تمامًا 4');
      await today.newCaseButton.waitFor();
    },
  );

  deskTest(
    'another browser needs a link of its own, and a spent link opens nothing',
    async ({ browser, office }) => {
      const desk = await office.startDesk({ stage: 'founded' });
      const link = await desk.newLink();
      const mine = await browser.newContext();
      const stranger = await browser.newContext();
      const opened = await (await mine.newPage()).goto(link);
      expect(opened?.status()).toBe(200);
      const page = await stranger.newPage();
      expect((await page.goto(link))?.status()).toBe(403);
      expect((await page.goto(new URL(link).origin))?.status()).toBe(403);
      expect(await page.getByRole('heading').first().textContent()).not.toBe('');
      // Without a session not even the socket opens.
      const socket = await page.evaluate(
        (address) =>
          new Promise<string>((resolve) => {
            const channel = new WebSocket(address);
            channel.addEventListener('open', () => resolve('open'));
            channel.addEventListener('error', () => resolve('refused'));
          }),
        `ws://${new URL(link).host}/rpc`,
      );
      expect(socket).toBe('refused');
      await mine.close();
      await stranger.close();
    },
  );
});

describe('the pad', () => {
  deskTest('a blank signature is refused in words', async ({ office }) => {
    const at = await office.openPage(await office.startDesk({ stage: 'matched' }));
    await at.hand.press(new TodayPage(at).list('drafts').getByRole('button'));
    const declaration = new DeclarationStep(at);
    await declaration.confirmRead();
    expect(await declaration.signButton.isEnabled()).toBe(false);
    expect(await describedBy(declaration.signButton)).toContain(at.words('declaration:gap.blank'));
    await declaration.draw();
    await declaration.clear();
    expect(await declaration.signButton.isEnabled()).toBe(false);
    await declaration.draw();
    await declaration.sign();
  });
});

describe('what the disk can do', () => {
  deskTest(
    'a full disk is said, and what was typed stays and is saved once there is room',
    async ({ office, skip }) => {
      const profile = newProfile();
      mkdirSync(profile, { recursive: true });
      const disk = mountTinyDisk(profile, 8);
      if (disk === null) {
        skip('this user may not mount a small disk');
        return;
      }
      try {
        const desk = await office.startDesk({ profile, stage: 'welcomed' });
        const at = await office.openPage(desk, { expectedErrors: DESK_GONE });
        const interview = await addressPage(at);
        const full = fillDisk(profile);
        const city = interview.control('city');
        await city.fill(PLACE);
        const failed = refusal(at, at.words('errors:diskFull'));
        await failed.waitFor();
        expect(await new CaseHead(at).saved.count()).toBe(0);
        full.free();
        await failed.getByRole('button', { name: at.words('caseFrame:retry') }).click();
        await new CaseHead(at).saved.waitFor();
        await desk.kill();
        const again = await office.startDesk({ profile });
        const morning = await office.openPage(again);
        await new UnlockPage(morning).unlock();
        expect(await (await addressPage(morning)).control('city').inputValue()).toBe(PLACE);
      } finally {
        // Open files stay usable until their desk closes them.
        disk.unmount();
      }
    },
  );

  deskTest('a second desk on the same data says that it is open elsewhere', async ({ office }) => {
    const first = await office.startDesk({ stage: 'founded' });
    const second = await office.startDesk({ profile: first.profile });
    const at = await office.openPage(second);
    const door = new UnlockPage(at);
    await door.unlock();
    await refusal(at, at.words('errors:databaseInUse')).first().waitFor();
    await first.stop();
    await door.unlock();
    await new TodayPage(at).newCaseButton.waitFor();
  });

  deskTest('data of a newer version is refused untouched', async ({ office }) => {
    const first = await office.startDesk({ stage: 'founded' });
    await first.stop();
    await withDatabase(first, ({ sqlite }) => sqlite.pragma('user_version=999'));
    const before = readFileSync(fileOf(first, 'desk.db'));
    const at = await office.openPage(await office.startDesk({ profile: first.profile }));
    await new UnlockPage(at).unlock();
    await refusal(at, at.words('errors:databaseNewer')).first().waitFor();
    expect(readFileSync(fileOf(first, 'desk.db')).equals(before)).toBe(true);
  });

  deskTest('damaged data is said and left as it is', async ({ office }) => {
    const first = await office.startDesk({ stage: 'welcomed' });
    await first.stop();
    spoilPage(first, 3);
    const before = readFileSync(fileOf(first, 'desk.db'));
    const at = await office.openPage(await office.startDesk({ profile: first.profile }));
    await new UnlockPage(at).unlock();
    await refusal(at, at.words('errors:databaseDamaged')).first().waitFor();
    expect(readFileSync(fileOf(first, 'desk.db')).equals(before)).toBe(true);
  });
});
