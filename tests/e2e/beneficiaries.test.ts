import { describe, expect } from 'vitest';
import { button, type DeskScreen, textbox } from './support/deskScreen.ts';
import { deskTest } from './support/deskTest.ts';
import {
  accessibilityFaults,
  atDoubleSize,
  settle,
  sidewaysFaults,
  takePicture,
  wear,
} from './support/looks.ts';

const WIDOW = 'نورة عبد الله سعد السبيعي';
const CROWD = 180;

async function inspect(at: DeskScreen, name: string): Promise<readonly string[]> {
  const { page, language } = at;
  await settle(page);
  const faults: string[] = [];
  for (const look of ['dark', 'contrast', 'light'] as const) {
    await wear(page, look);
    faults.push(
      ...(await accessibilityFaults(page, look)).map((fault) => `${name} ${look}: ${fault}`),
    );
    await takePicture(page, `${name}.${language}.${look}`);
  }
  faults.push(...(await sidewaysFaults(page)).map((fault) => `${name}: ${fault}`));
  await atDoubleSize(page, `${name}.${language}.double`, async () => {
    faults.push(...(await sidewaysFaults(page)).map((fault) => `${name} 200 %: ${fault}`));
  });
  return faults;
}

describe('beneficiaries', () => {
  deskTest(
    'are found in a long list, by keyboard; the list is as it was left',
    async ({ office }) => {
      const desk = await office.startDesk({ stage: 'submitted', crowd: CROWD });
      const at = await office.openPage(desk, { by: 'keyboard' });
      const { page, words, hand } = at;
      const faults: string[] = [];
      const rail = page.getByRole('navigation', { name: words('shell:navigation'), exact: true });
      await hand.press(rail.getByRole('link', { name: words('shell:beneficiaries'), exact: true }));
      const table = page.getByRole('table', { name: words('beneficiaries:title') });
      await page.getByText(words('beneficiaries:total', { count: CROWD + 1 })).waitFor();
      expect(await table.getAttribute('aria-rowcount')).toBe(String(CROWD + 2));
      // Only what is near stands in the page.
      expect(await table.getByRole('link').count()).toBeLessThan(CROWD);
      await table.getByRole('link', { name: WIDOW }).waitFor();
      faults.push(...(await inspect(at, 'beneficiaries')));

      // Far down by the keys of the page, into a file, and back to the same row.
      await table.getByRole('link').first().focus();
      await page.keyboard.press('End');
      const last = table.locator(`tr[aria-rowindex="${CROWD + 2}"]`);
      await last.waitFor();
      await page.waitForURL(/from=\d+/);
      const name = await last.getByRole('link').innerText();
      await hand.press(last.getByRole('link'));
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await hand.press(page.getByRole('link', { name: words('beneficiaries:backToList') }));
      await last.waitFor();
      // The row that stood at the top stands there again, so that the last is in sight.
      expect(await last.evaluate((row) => row.getBoundingClientRect().top)).toBeLessThan(
        await page.evaluate(() => window.innerHeight),
      );

      // Narrowed by what is typed; the address keeps it.
      await hand.write(textbox(at, words('beneficiaries:find')), 'نوره السبيعي');
      await page.getByText(words('beneficiaries:total', { count: 1 })).waitFor();
      await hand.press(table.getByRole('link', { name: WIDOW }));
      await page.getByRole('heading', { level: 1, name: WIDOW }).waitFor();
      await page.goBack();
      await page.getByText(words('beneficiaries:total', { count: 1 })).waitFor();
      expect(await textbox(at, words('beneficiaries:find')).inputValue()).toBe('نوره السبيعي');
      await hand.write(textbox(at, words('beneficiaries:find')), 'ظظظظ');
      await page.getByText(words('beneficiaries:filterEmpty')).waitFor();
      expect(faults).toEqual([]);
    },
  );

  deskTest('have a file, from which a new request begins', async ({ office }) => {
    const desk = await office.startDesk({ stage: 'submitted', cardEndsIn: 12 });
    const at = await office.openPage(desk, { by: 'keyboard' });
    const { page, words, hand } = at;
    const faults: string[] = [];
    // The day tells of her card in time, and leads to the card itself.
    const ending = page.getByRole('region', { name: words('today:due.paper.title') });
    await hand.press(ending.getByRole('button').first());
    await page.waitForURL(new RegExp(`${desk.caseId}/documents\\?at=.*D1`));
    await hand.press(page.getByRole('link', { name: words('caseFrame:file') }));
    await page.getByRole('heading', { level: 1, name: WIDOW }).waitFor();
    const history = page.getByRole('list', { name: words('contacts:history') });
    await history.getByText(words('contacts:caseEvent.caseSubmitted')).waitFor();
    // Her card ends soon, and leads to itself.
    await page.getByRole('heading', { name: words('beneficiaries:papers') }).waitFor();
    faults.push(...(await inspect(at, 'beneficiary')));
    await hand.press(page.getByRole('link', { name: words('beneficiaries:newRequest') }));
    await page.getByText(words('newCase:forPerson')).waitFor();
    faults.push(...(await inspect(at, 'newCase-forPerson')));
    await hand.press(button(at, words('newCase:begin')));
    await page.waitForURL(/case\/[0-9a-f-]{36}\/welcome/);
    await page.getByText(WIDOW).first().waitFor();
    expect(faults).toEqual([]);
  });

  deskTest(
    'are asked once: what is known stands, what is old is confirmed by one key',
    async ({ office }) => {
      const desk = await office.startDesk({ stage: 'submitted' });
      // Four months later her income is asked again, her name is not.
      await desk.moveClock('2027-03-25T08:00:00.000Z');
      const at = await office.openPage(desk, { by: 'keyboard' });
      const { page, words, hand } = at;
      const faults: string[] = [];
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.keyboard.press('Control+KeyK');
      await page.keyboard.type('نوره السبيعي');
      await page.getByRole('option', { name: WIDOW }).first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await hand.press(page.getByRole('link', { name: words('beneficiaries:newRequest') }));
      await hand.press(button(at, words('newCase:begin')));
      await page.waitForURL(/case\/[0-9a-f-]{36}\/welcome/);
      const goTo = (section: string) =>
        page.evaluate((letter) => {
          location.hash = location.hash.replace(/\/[a-z]+(\?.*)?$/, `/interview?at="${letter}"`);
        }, section);
      await goTo('B');
      const first = textbox(at, 'الاسم الأول');
      await first.waitFor();
      expect(await first.inputValue()).toBe('نورة');
      await page.getByText(words('interview:fromFile.taken')).first().waitFor();
      faults.push(...(await inspect(at, 'interview-fromFile')));

      await goTo('F');
      const confirm = button(at, words('interview:fromFile.confirm'));
      await confirm.first().waitFor();
      const waiting = await confirm.count();
      expect(waiting).toBeGreaterThan(5);
      faults.push(...(await inspect(at, 'interview-toConfirm')));
      // In a field, by its key; the next by Tab to its button; the rest at once.
      const fields = page.locator('[data-field]').filter({ has: confirm });
      await fields.first().getByRole('textbox').focus();
      await page.keyboard.press('Alt+Enter');
      await page.waitForFunction(
        ([name, left]) =>
          [...document.querySelectorAll('button')].filter((each) =>
            each.innerText.startsWith(String(name)),
          ).length === left,
        [words('interview:fromFile.confirm'), waiting - 1] as const,
      );
      expect(
        await page.evaluate(() => (document.activeElement as HTMLInputElement).value),
      ).not.toBe('');
      await hand.press(confirm.first());
      await confirm.nth(waiting - 3).waitFor();
      expect(await confirm.count()).toBe(waiting - 2);
      await hand.press(button(at, words('interview:fromFile.confirmAll')));
      await confirm.first().waitFor({ state: 'detached' });
      await page.getByText(words('interview:nothingMissing')).waitFor();
      faults.push(...(await inspect(at, 'interview-confirmed')));
      // It is on record when one comes back.
      await goTo('B');
      await first.waitFor();
      await goTo('F');
      await page.getByText(words('interview:nothingMissing')).waitFor();
      expect(await confirm.count()).toBe(0);
      expect(faults).toEqual([]);
    },
  );

  deskTest('in English', async ({ office }) => {
    const desk = await office.startDesk({ stage: 'submitted', language: 'en', crowd: 8 });
    const at = await office.openPage(desk, { language: 'en' });
    const { page, words, hand } = at;
    const rail = page.getByRole('navigation', { name: words('shell:navigation'), exact: true });
    await hand.press(rail.getByRole('link', { name: words('shell:beneficiaries'), exact: true }));
    await page.getByRole('link', { name: WIDOW }).waitFor();
    const faults = [...(await inspect(at, 'beneficiaries'))];
    await hand.press(page.getByRole('link', { name: WIDOW }));
    await page.getByRole('heading', { name: words('beneficiaries:requests') }).waitFor();
    faults.push(...(await inspect(at, 'beneficiary')));
    expect(faults).toEqual([]);
  });
});
