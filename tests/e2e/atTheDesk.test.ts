import { describe, expect } from 'vitest';
import { Language } from '#shared/domain/case/vocabulary.ts';
import { BRANCH } from './support/branch.ts';
import { button, type DeskScreen, passwordBox, refusal, textbox } from './support/deskScreen.ts';
import { deskTest } from './support/deskTest.ts';
import { UnlockPage } from './support/doorPages.ts';
import { accessibilityFaults, settle, sidewaysFaults, takePicture } from './support/looks.ts';

const OTHER = { name: 'سلطان علي الزهراني', password: 'كلمة أخرى طويلة 2' } as const;

async function inspect(at: DeskScreen, name: string): Promise<readonly string[]> {
  await settle(at.page);
  await takePicture(at.page, `${name}.${at.language}.light`);
  return [...(await accessibilityFaults(at.page)), ...(await sidewaysFaults(at.page))];
}

async function goTo({ page }: DeskScreen, hash: string): Promise<void> {
  await page.evaluate((place) => {
    location.hash = place;
  }, hash);
}

describe.each(Language.options)('a screen that nobody touches, in %s', (language) => {
  deskTest('is covered, and what was typed stands as it was', async ({ office }) => {
    const desk = await office.startDesk({ language, stage: 'welcomed' });
    const at = await office.openPage(desk, { language, by: 'keyboard' });
    const { page, words } = at;
    await page.clock.install();
    await goTo(at, `#/case/${desk.caseId}/interview?at=%22B%22`);
    const first = page.locator('[data-field="field-nameFirst"] input');
    await first.fill('نورة');
    // While the cover lies over it, nothing shows and nothing takes the focus, a dialog not either.
    await page.keyboard.press('F1');
    await page.getByRole('dialog').waitFor();
    await page.clock.fastForward('11:00');
    const cover = page.getByRole('dialog', { name: words('session:coveredTitle') });
    await cover.waitFor();
    expect(await inspect(at, 'covered')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await cover.waitFor();
    expect(
      await first.isVisible().then(() => first.evaluate((e) => e.closest('[inert]') !== null)),
    ).toBe(true);
    await passwordBox(at, words('session:password')).fill('ليست هي');
    await page.keyboard.press('Enter');
    await refusal(at, words('errors:wrongPassword')).waitFor();
    await passwordBox(at, words('session:password')).fill(BRANCH.password);
    await page.keyboard.press('Enter');
    await cover.waitFor({ state: 'detached' });
    expect(await first.inputValue()).toBe('نورة');
  });

  deskTest('stays covered in a window that is opened anew', async ({ office }) => {
    const desk = await office.startDesk({ language, stage: 'founded' });
    const at = await office.openPage(desk, { language });
    const { page, words } = at;
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Alt+KeyC');
    const cover = page.getByRole('dialog', { name: words('session:coveredTitle') });
    await cover.waitFor();
    await page.reload();
    await cover.waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await at.hand.press(button(at, words('session:otherPerson')));
    await page.getByRole('heading', { name: words('session:unlockTitle') }).waitFor();
  });
});

describe.each(Language.options)('the people of a laptop, in %s', (language) => {
  deskTest('are added, refused in words, and change places', async ({ office }) => {
    const desk = await office.startDesk({ language, stage: 'founded' });
    const at = await office.openPage(desk, { language, by: 'keyboard' });
    const { page, words, hand } = at;
    await goTo(at, '#/staff');
    await hand.press(button(at, words('staff:addButton')));
    await page.getByText(words('session:tooShort')).waitFor();
    await page.getByText(words('staff:ownPasswordMissing')).first().waitFor();
    expect(await inspect(at, 'staff-refused')).toEqual([]);
    const form = page.locator('form').first();
    await hand.write(textbox(at, words('staff:name')), OTHER.name);
    await hand.write(passwordBox(at, words('staff:theirPassword')), OTHER.password);
    await hand.write(
      form.getByLabel(words('session:passwordAgain'), { exact: true }),
      OTHER.password,
    );
    await hand.write(form.getByLabel(words('staff:ownPassword'), { exact: true }), BRANCH.password);
    await hand.press(button(at, words('staff:addButton')));
    await page.getByText(words('staff:addedNow', { name: OTHER.name })).waitFor();
    await page.getByRole('row', { name: OTHER.name }).waitFor();
    expect(await inspect(at, 'staff')).toEqual([]);
    await page.keyboard.press('Alt+KeyL');
    await page.getByRole('heading', { name: words('session:unlockTitle') }).waitFor();
    await page.getByRole('radio', { name: OTHER.name }).check({ force: true });
    expect(await inspect(at, 'unlock-two')).toEqual([]);
    await new UnlockPage(at).unlock(OTHER.password);
    await page.getByText(OTHER.name, { exact: true }).first().waitFor();
    await goTo(at, '#/staff');
    await page.getByText(words('staff:addedByOfficer')).waitFor();
  });
});

describe.each(Language.options)('commands and keys, in %s', (language) => {
  deskTest('are found by typing and shown on one sheet', async ({ office }) => {
    const desk = await office.startDesk({ language, stage: 'founded' });
    const at = await office.openPage(desk, { language });
    const { page, words } = at;
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+Shift+KeyK');
    await page.getByRole('dialog', { name: words('commands:title') }).waitFor();
    expect(await inspect(at, 'commands')).toEqual([]);
    await page.keyboard.type('ظظظ');
    await page.getByText(words('commands:nothingFound')).waitFor();
    for (let letter = 0; letter < 3; letter += 1) await page.keyboard.press('Backspace');
    await page.keyboard.type(language === 'ar' ? 'مكتبه' : 'libr');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: words('library:title') }).waitFor();
    await page.keyboard.press('Control+Slash');
    await page.getByRole('dialog', { name: words('commands:keys') }).waitFor();
    expect(await inspect(at, 'keys')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+KeyN');
    await page.waitForURL(/#\/new/);
  });
});
