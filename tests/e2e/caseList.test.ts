import { describe, expect } from 'vitest';
import { button, type DeskScreen } from './support/deskScreen.ts';
import { deskTest } from './support/deskTest.ts';
import { accessibilityFaults, settle, sidewaysFaults, takePicture } from './support/looks.ts';

const WIDOW = 'نورة عبد الله سعد السبيعي';
const CROWD = 120;

function filter({ page }: DeskScreen, label: string) {
  return page.getByRole('button', { name: new RegExp(label) });
}

describe('the list of cases', () => {
  deskTest('is narrowed and ordered by keyboard, and is as it was left', async ({ office }) => {
    const desk = await office.startDesk({ stage: 'submitted', crowd: CROWD, cardEndsIn: 12 });
    const at = await office.openPage(desk, { by: 'keyboard' });
    const { page, words, hand } = at;
    const faults: string[] = [];
    const look = async (name: string) => {
      await settle(page);
      faults.push(...(await accessibilityFaults(page)), ...(await sidewaysFaults(page)));
      await takePicture(page, `${name}.ar.light`);
    };
    const total = (count: number) =>
      page.getByText(words('today:casesTotal', { count }), { exact: true });
    const rail = page.getByRole('navigation', { name: words('shell:navigation'), exact: true });
    await hand.press(rail.getByRole('link', { name: words('shell:cases'), exact: true }));
    await total(CROWD + 1).waitFor();
    await look('cases-long');

    // By name, and far down; a case opens, and the way back leads to the same place.
    await hand.choose(filter(at, words('today:orders.changed')), words('today:orders.name'));
    await page.waitForURL(/order=name/);
    const table = page.getByRole('table', { name: words('today:casesTitle') });
    await table.locator('tr[aria-rowindex="2"]').getByRole('link', { name: /^خالد/ }).waitFor();
    await table.getByRole('link').first().focus();
    await page.keyboard.press('End');
    const widow = table.getByRole('link', { name: WIDOW });
    await table.locator(`tr[aria-rowindex="${CROWD + 2}"]`).waitFor();
    await hand.press(widow);
    await page.waitForURL(new RegExp(desk.caseId ?? 'none'));
    await hand.press(page.getByRole('link', { name: words('caseFrame:back') }));
    await page.waitForURL(/order=name/);
    await widow.waitFor();

    // Of her papers one ends soon: that is what there is to do.
    await hand.pick(
      page.getByRole('radiogroup', { name: words('today:casesView') }),
      words('today:casesViews.attention'),
    );
    await total(1).waitFor();
    await widow.waitFor();
    await hand.choose(filter(at, words('today:everyCategory')), 'أرملة');
    await hand.choose(filter(at, words('today:periods.every')), words('today:periods.day'));
    await total(1).waitFor();
    await look('cases-narrowed');
    const status = page.getByRole('combobox', { name: words('today:filterStatus'), exact: true });
    await hand.search(status, words('common:status.draft'));
    await page.getByText(words('today:filterEmpty')).waitFor();
    await page.reload();
    await page.getByText(words('today:filterEmpty')).waitFor();

    // From one day to another: a day of the future has nothing.
    await hand.search(status, words('today:everyStatus'));
    await hand.choose(filter(at, words('today:periods.day')), words('today:periods.between'));
    await hand.date(page.getByRole('group', { name: words('today:since'), exact: true }), {
      calendar: 'gregorian',
      year: 2030,
      month: 1,
      day: 1,
    });
    await page.getByText(words('today:filterEmpty')).waitFor();
    await look('cases-between');
    expect(await button(at, words('today:newCase')).count()).toBe(0);
    expect(faults).toEqual([]);
  });
});
