import { describe, expect } from 'vitest';
import { Language } from '#shared/domain/case/vocabulary.ts';
import type { DeskScreen } from './support/deskScreen.ts';
import { button } from './support/deskScreen.ts';
import { deskTest } from './support/deskTest.ts';
import { accessibilityFaults, settle, sidewaysFaults, takePicture } from './support/looks.ts';

/** What is typed, the page that holds it, and a sentence of that page. */
const LOOKED_FOR = {
  ar: {
    words: 'اعتراض',
    page: 'القبول والرفض والاعتراض',
    sentence: 'للمستفيد أن يعترض خلال 30 يومًا من إبلاغه',
    iban: 'القسم ي: الصرف والموافقات',
    validity: 'صلاحية الوثائق يوم التقديم',
  },
  en: {
    words: 'appeal',
    page: 'Acceptance, rejection and appeal',
    sentence: 'One may appeal within 30 days of being told',
    iban: 'Section J: payment and consents',
    validity: 'Validity on the day of submission',
  },
} as const;

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

describe.each(Language.options)('the library, in %s', (language) => {
  const wanted = LOOKED_FOR[language];

  deskTest('is searched and read without a network, by keyboard', async ({ office }) => {
    const desk = await office.startDesk({ language, stage: 'founded' });
    const at = await office.openPage(desk, { language, by: 'keyboard' });
    const { page, words, hand } = at;
    await hand.press(page.getByRole('link', { name: words('library:title') }));
    await page.getByText(words('library:choose'), { exact: true }).waitFor();
    expect(await inspect(at, 'library')).toEqual([]);
    await hand.write(
      page.getByRole('searchbox', { name: words('library:searchLabel') }),
      wanted.words,
    );
    const hit = page.getByRole('link', { name: wanted.page });
    await hit.getByText(words('library:unread')).waitFor();
    await hand.press(hit);
    await page.getByRole('article').getByText(wanted.sentence).waitFor();
    // Read once, it is no longer marked as unread; also not after the desk was locked and opened.
    await hit.getByText(words('library:unread')).waitFor({ state: 'detached' });
    expect(await inspect(at, 'library-page')).toEqual([]);
    await hand.write(page.getByRole('searchbox', { name: words('library:searchLabel') }), 'ظظظ');
    await page.getByText(words('library:nothingFound')).waitFor();
    expect(await inspect(at, 'library-nothing')).toEqual([]);
    // A link that is older than the library leads to words, not to nothing.
    await goTo(at, '#/library?page=%22taken-out%22');
    await page.getByText(words('library:pageGone')).waitFor();

    // The one box on top of every screen finds it too, beside people and cases.
    await hand.press(page.getByRole('link', { name: words('shell:today'), exact: true }));
    await page.getByRole('button', { name: words('today:newCase') }).waitFor();
    await page.keyboard.press('Control+KeyK');
    await page.keyboard.type(wanted.words);
    await page.getByRole('option', { name: wanted.page }).waitFor();
    expect(await inspect(at, 'search-library')).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('article').getByText(wanted.sentence).waitFor();
  });

  deskTest(
    'answers F1 in a field, in a section and in a step, over the work',
    async ({ office }) => {
      const desk = await office.startDesk({ language, stage: 'interviewed' });
      const at = await office.openPage(desk, { language, by: 'keyboard' });
      const { page, words } = at;
      const dialog = (name: string) => page.getByRole('dialog', { name, exact: true });
      await goTo(at, `#/case/${desk.caseId}/interview?at=%22J%22&field=%22payment%2Fiban%22`);
      const iban = page.locator('[data-field$="iban"] input').first();
      await iban.focus();
      await page.keyboard.press('F1');
      await dialog(wanted.iban).waitFor();
      expect(await inspect(at, 'library-help')).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog(wanted.iban).waitFor({ state: 'detached' });
      expect(await iban.evaluate((element) => element === document.activeElement)).toBe(true);
      await goTo(at, `#/case/${desk.caseId}/documents`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await at.hand.press(page.getByRole('button', { name: words('library:help') }));
      await at.hand.press(button(at, wanted.validity));
      await dialog(wanted.validity).waitFor();
    },
  );
});
