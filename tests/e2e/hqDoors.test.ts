import { expect } from 'vitest';
import { deskScreen } from './support/deskScreen.ts';
import { hoursOfOneDay } from './support/deskTest.ts';
import { AccountPage } from './support/hqAccountPage.ts';
import { ADMINISTRATOR, SetUpPage, SignInPage } from './support/hqDoorPages.ts';
import { HqFramePage } from './support/hqFramePage.ts';
import { HUB_GONE, hqTest, REFUSED } from './support/hqTest.ts';
import { accessibilityFaults, sidewaysFaults, takePicture } from './support/looks.ts';

hoursOfOneDay();

/** What a browser's console says of a screen that it could not fetch. */
const SCREEN_GONE = /^console error: (Type)?Error\b/;

hqTest(
  'the first administrator is made by the code of the terminal, by keyboard',
  async ({ hub, newPage }) => {
    const page = await newPage({ expectedErrors: [REFUSED] });
    await page.goto(hub.origin);
    const at = deskScreen(page, 'ar', 'keyboard');
    const door = new SetUpPage(at);
    await door.heading.waitFor();
    await takePicture(page, 'hq-set-up-ar');
    expect(await accessibilityFaults(page)).toEqual([]);
    await door.fill({ code: 'AAAAA-AAAAA' });
    await door.create();
    await door.codeRefusal.waitFor();
    // Nothing of what was typed is lost.
    expect(await door.userName.inputValue()).toBe('sara');
    await at.hand.write(door.code, hub.setUpCode.toLowerCase());
    await door.create();
    const frame = new HqFramePage(at);
    await frame.heading('hqAdministration:title').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysFaults(page)).toEqual([]);
    await takePicture(page, 'hq-frame-ar');
    await frame.signOut();
    await new SignInPage(at).heading.waitFor();
  },
);

hqTest(
  'a wrong password, a name that rests, and a hub that is away are said in words',
  async ({ hub, newPage }) => {
    const page = await newPage({
      language: 'en',
      expectedErrors: [REFUSED, HUB_GONE, SCREEN_GONE],
    });
    await page.goto(hub.origin);
    await page.getByRole('radio', { name: 'English' }).check({ force: true });
    const at = deskScreen(page, 'en');
    const door = new SignInPage(at);
    await door.heading.waitFor();
    await takePicture(page, 'hq-sign-in-en');
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await door.signIn('sara', `wrong password ${attempt}`);
      await door.refusal('wrongPassword').waitFor();
    }
    await door.signIn();
    await door.refusal('tooManyAttempts').waitFor();
    hub.passTime(60 * 60_000);
    await hub.stop();
    await door.signIn();
    await door.refusal('hubAway').waitFor();
    expect(await door.userName.inputValue()).toBe('sara');
    await hub.start();
    await door.signIn();
    await new HqFramePage(at).heading('hqAdministration:title').waitFor();
    await takePicture(page, 'hq-frame-en');
    // A screen that was never gone to cannot be fetched now.
    await hub.stop();
    await at.hand.press(new HqFramePage(at).place('sticks'));
    await door.refusal('hubAway').waitFor();
    await hub.start();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: at.words('stick:hqPlace') }).waitFor();
    const account = new AccountPage(at);
    await account.open(ADMINISTRATOR.displayName);
    await account.change('not the old one', 'another password');
    await account.refused.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await takePicture(page, 'hq-account-en');
    await account.change(ADMINISTRATOR.password, 'another password');
    await account.changed.waitFor();
    await new HqFramePage(at).signOut();
    await door.signIn('sara', 'another password');
    await new HqFramePage(at).heading('hqAdministration:title').waitFor();
  },
);
