import { describe, expect } from 'vitest';
import { BRANCH } from './support/branch.ts';
import { CaseHead } from './support/caseSteps.ts';
import { deskTest } from './support/deskTest.ts';
import { KioskPage, surveyWords } from './support/kioskPage.ts';
import {
  accessibilityFaults,
  atDoubleSize,
  type Look,
  sidewaysFaults,
  takePicture,
  wear,
} from './support/looks.ts';

const LOOKS: readonly Look[] = ['dark', 'contrast', 'light'];

describe('the screen of the beneficiary', () => {
  deskTest('cannot be left without the password, whichever key or address', async ({ office }) => {
    const desk = await office.startDesk({ stage: 'interviewed' });
    const at = await office.openPage(desk);
    const { page } = at;
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `/case/${desk.caseId}/opinion`);
    // Another window that stood open before is turned as well.
    const other = await office.openPage(desk);
    const kiosk = new KioskPage(at);
    const elsewhere = new KioskPage(other);
    await kiosk.turn();
    await elsewhere.begin.waitFor();

    const stands = async () => {
      await kiosk.begin.waitFor();
      expect(await page.getByRole('navigation').count()).toBe(0);
    };
    for (const key of [
      'Escape',
      'Alt+ArrowLeft',
      'Alt+ArrowRight',
      'Alt+KeyN',
      'Control+KeyK',
      'F1',
    ]) {
      await page.keyboard.press(key);
      await stands();
    }
    await page.goBack().catch(() => null);
    await stands();
    await page.reload();
    await stands();
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `/case/${desk.caseId}/interview`);
    await stands();
    await page.reload();
    await stands();
    const tab = await office.openPage(desk);
    await new KioskPage(tab).begin.waitFor();

    await kiosk.askStaff();
    await page.getByText(at.words('opinion:leavingKeepsNothing')).waitFor();
    await kiosk.giveBack('ليست هي', BRANCH.personName);
    await page
      .getByRole('alert')
      .filter({ hasText: at.words('errors:wrongPassword') })
      .waitFor();
    await page.keyboard.press('Escape');
    await stands();
    await kiosk.askStaff();
    await kiosk.giveBack(BRANCH.password, BRANCH.personName);
    // The representative is back where the address now says, and nothing was answered.
    await page.getByRole('navigation', { name: at.words('caseFrame:spine') }).waitFor();
    await new CaseHead(at).go('opinion');
    await page.getByText(at.words('opinion:outcome.notAsked'), { exact: true }).waitFor();
  });

  deskTest('is answered by keyboard, in Urdu, and looks as it should', async ({ office }) => {
    const desk = await office.startDesk({ stage: 'interviewed' });
    const at = await office.openPage(desk, { by: 'keyboard' });
    const { page, hand } = at;
    const faults: string[] = [];
    const look = async (name: string) => {
      for (const each of LOOKS) {
        await wear(page, each);
        faults.push(
          ...(await accessibilityFaults(page, each)).map((fault) => `${name} ${each}: ${fault}`),
        );
        await takePicture(page, `${name}.ar.${each}`);
      }
      faults.push(...(await sidewaysFaults(page)).map((fault) => `${name}: ${fault}`));
      await atDoubleSize(page, `${name}.ar.double`, async () => {
        faults.push(...(await sidewaysFaults(page)).map((fault) => `${name} 200 %: ${fault}`));
      });
    };
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `/case/${desk.caseId}/opinion`);
    const arabic = new KioskPage(at);
    await arabic.turnButton.waitFor();
    await look('opinion-step');
    await arabic.turn();
    await look('kiosk-begin');
    await hand.press(arabic.begin);
    await arabic.question('q1').waitFor();
    await arabic.next.focus();
    await page.keyboard.press('Enter');
    await page.getByText(surveyWords('ar').answerFirst).waitFor();
    await arabic.face('4').focus();
    await page.keyboard.press('Space');
    await look('kiosk-question');
    for (const control of ['button', 'label:has(input[type=radio])']) {
      for (const each of await page.locator(`main ${control}, footer ${control}`).all()) {
        expect((await each.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(56);
      }
    }
    // Arrows point the way that the language reads, whatever the page around it does.
    const arrow = page.locator('footer svg');
    const pointsBack = () =>
      arrow.evaluate((svg) => getComputedStyle(svg).transform.includes('-1'));
    expect(await pointsBack()).toBe(true);
    await page.getByRole('radio', { name: surveyWords('fr').name }).focus();
    await page.keyboard.press('Space');
    await new KioskPage(at, 'fr').question('q1').waitFor();
    expect(await pointsBack()).toBe(false);
    await takePicture(page, 'kiosk-question.fr.light');
    const urdu = new KioskPage(at, 'ur');
    await page.getByRole('radio', { name: surveyWords('ur').name }).focus();
    await page.keyboard.press('Space');
    await urdu.question('q1').waitFor();
    // What was chosen stays chosen in the other language.
    expect(await urdu.face('4').isChecked()).toBe(true);
    await hand.press(urdu.next);
    await urdu.question('q2').waitFor();
    await urdu.face('5').focus();
    await page.keyboard.press('Space');
    await takePicture(page, 'kiosk-question.ur.light');
    await hand.press(urdu.next);
    await urdu.notApplicable.focus();
    await page.keyboard.press('Space');
    await hand.press(urdu.next);
    await urdu.face('3').focus();
    await page.keyboard.press('Space');
    await hand.write(urdu.improve, 'زیادہ کرسیاں');
    await look('kiosk-last');
    await hand.press(urdu.send);
    await urdu.thanks.waitFor();
    await look('kiosk-thanks');
    await urdu.askStaff();
    await page.getByRole('alertdialog').waitFor();
    // Behind a dialog that must be answered the rest of the page is hidden from ears as well.
    await takePicture(page, 'kiosk-staff.ar.light');
    await urdu.giveBack(BRANCH.password, BRANCH.personName);
    await page.getByText(at.words('opinion:outcome.given'), { exact: true }).waitFor();
    expect(await new CaseHead(at).done('opinion').count()).toBe(1);
    expect(faults).toEqual([]);
  });

  deskTest('may be declined, in English', async ({ office }) => {
    const desk = await office.startDesk({ stage: 'interviewed', language: 'en' });
    const at = await office.openPage(desk, { language: 'en' });
    await at.page.evaluate((hash) => {
      location.hash = hash;
    }, `/case/${desk.caseId}/opinion`);
    const english = new KioskPage(at, 'en');
    await at.hand.press(at.page.getByRole('radio', { name: surveyWords('en').name }));
    await english.turn();
    await takePicture(at.page, 'kiosk-begin.en.light');
    await at.hand.press(english.begin);
    await english.question('q1').waitFor();
    await takePicture(at.page, 'kiosk-question.en.light');
    await at.hand.press(english.decline);
    await english.declined.waitFor();
    await english.askStaff();
    await english.giveBack(BRANCH.password, BRANCH.personName);
    await at.page.getByText(at.words('opinion:outcome.declined'), { exact: true }).waitFor();
  });
});
