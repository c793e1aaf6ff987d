import { describe, expect } from 'vitest';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import { TodayPage } from './support/dayPages.ts';
import { deskTest } from './support/deskTest.ts';
import { accessibilityFaults, takePicture } from './support/looks.ts';

for (const language of ['ar', 'en'] as const satisfies readonly Language[]) {
  describe(`the box on top, in ${language}`, () => {
    deskTest(
      'finds a case by name, number and phone, by keyboard; the list keeps its filter',
      async ({ office }) => {
        const desk = await office.startDesk({ language, stage: 'submitted' });
        const at = await office.openPage(desk, { language, by: 'keyboard' });
        const { page, words } = at;
        const today = new TodayPage(at);
        await page.getByRole('heading', { level: 1 }).waitFor();
        for (const text of ['نوره عبدالله', '10123', '٠٥٠١٢٣٤٥٦٧', '٠٠٠٠٠١']) {
          await today.search(text);
          await today.found(/نورة عبد الله سعد السبيعي.*MKH01-/).waitFor();
        }
        await today.search('نوره عبدالله');
        await today.found(/\*{6}5672/).waitFor();
        expect(await accessibilityFaults(page)).toEqual([]);
        await takePicture(page, `search.${language}.light`);
        // Where several were found Enter chooses the first, and opens it when it is pressed again.
        await page.keyboard.press('Enter');
        await page.getByRole('option', { selected: true }).waitFor();
        await page.keyboard.press('Enter');
        await page.waitForURL(/beneficiaries\/[0-9a-f-]{36}/);
        await page.getByRole('heading', { name: words('beneficiaries:requests') }).waitFor();
        await today.search('نوره عبدالله');
        await today.found(/MKH01-/).waitFor();
        await page.keyboard.press('ArrowUp');
        await page.keyboard.press('Enter');
        await page.waitForURL(new RegExp(desk.caseId ?? 'none'));
        await today.search('ظظظ');
        await page.getByRole('status').getByText(words('shell:foundNothing')).waitFor();
        // A number that is none is said to be none on paper.
        await today.search('٩٩٩٩٩٩');
        await page.keyboard.press('Enter');
        await page.getByText(words('errors:paperNotFound')).waitFor();
        await page.keyboard.press('Escape');
        expect(await page.getByRole('combobox').first().inputValue()).toBe('');

        await page.goto(page.url().replace(/#.*/, '#/cases?status=draft'));
        await page.getByText(words('today:filterEmpty')).waitFor();
        await page.goto(page.url().replace(/#.*/, '#/cases?status=submitted'));
        await page.getByRole('link', { name: 'نورة عبد الله سعد السبيعي' }).click();
        await page.waitForURL(new RegExp(desk.caseId ?? 'none'));
        await page.goBack();
        await page.waitForURL(/status=submitted/);
        const left = page.getByRole('link', { name: 'نورة عبد الله سعد السبيعي' });
        await left.waitFor();
        // By whichever step the case was left, the list goes on at its row.
        await expect
          .poll(() => left.evaluate((link) => link === document.activeElement))
          .toBe(true);
        expect(await accessibilityFaults(page)).toEqual([]);
        await takePicture(page, `cases-filtered.${language}.light`);
      },
    );
  });
}
