import { describe, expect } from 'vitest';
import { Language } from '#shared/domain/case/vocabulary.ts';
import { BringListPage } from './support/bringListPage.ts';
import { NewCasePage } from './support/dayPages.ts';
import type { DeskScreen } from './support/deskScreen.ts';
import { deskTest } from './support/deskTest.ts';
import { accessibilityFaults, settle, sidewaysFaults, takePicture } from './support/looks.ts';
import { pdfPages } from './support/pdfPages.ts';

const WIDOW = {
  residency: ['citizen'],
  family: ['widow'],
  housing: ['rented'],
  income: ['socialSecurity'],
  support: ['cash'],
};

/** Ninety days before Monday, 23 November 2026, in both calendars. */
const EARLIEST = {
  ar: ['12 ربيع الأول 1448هـ', '25 أغسطس 2026م'],
  en: ['25 August 2026'],
} as const;

const STATEMENT = { ar: 'كشف الضمان الاجتماعي', en: 'Social-security statement' } as const;

async function goTo({ page }: DeskScreen, hash: string): Promise<void> {
  await page.evaluate((place) => {
    location.hash = place;
  }, hash);
}

async function inspect(at: DeskScreen, name: string): Promise<readonly string[]> {
  await settle(at.page);
  await takePicture(at.page, `${name}.${at.language}.light`);
  return [...(await accessibilityFaults(at.page)), ...(await sidewaysFaults(at.page))];
}

describe.each(Language.options)('the list of what to bring, in %s', (language) => {
  deskTest('from five answers by keyboard alone to the paper', async ({ office }) => {
    const desk = await office.startDesk({ language, stage: 'founded' });
    const at = await office.openPage(desk, { language, by: 'keyboard' });
    const page = new BringListPage(at);
    await page.openFromToday();
    expect(await inspect(at, 'bringList-empty')).toEqual([]);
    await page.answer({ residency: WIDOW.residency });
    await page.stillOpen(2).waitFor();
    await page.answer({ ...WIDOW, residency: [] });
    await page.stillOpen(2).waitFor({ state: 'detached' });
    const statement = page.entry(STATEMENT[language]);
    for (const words of EARLIEST[language]) await statement.getByText(words).waitFor();
    expect(await page.list.getByRole('listitem').count()).toBe(9);
    expect(await inspect(at, 'bringList')).toEqual([]);
    await page.toPaper();
    expect(await inspect(at, 'bringList-paper')).toEqual([]);
    const printed = pdfPages(await at.page.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(printed.length).toBeLessThanOrEqual(2);
    expect(printed.join()).toContain('2026');
    expect(await at.page.getByRole('heading', { level: 1 }).innerText()).toBe(
      at.words('bringList:paperTitle'),
    );
  });
});

deskTest('is read in the language of the person, and opens nothing', async ({ office }) => {
  const desk = await office.startDesk({ stage: 'founded' });
  const at = await office.openPage(desk);
  const page = new BringListPage(at);
  await page.openFromToday();
  await page.answer(WIDOW);
  await at.page.getByRole('radio', { name: 'English' }).check({ force: true });
  await page.entry(STATEMENT.en).getByText('25 August 2026').waitFor();
  await goTo(at, '#/cases');
  await at.page.getByText(at.words('today:casesEmpty')).waitFor();
});

deskTest('asks a person without papers for whatever there is', async ({ office }) => {
  const desk = await office.startDesk({ stage: 'founded' });
  const at = await office.openPage(desk);
  const page = new BringListPage(at);
  await page.openFromToday();
  await page.answer({
    residency: ['undocumented'],
    family: ['individual'],
    housing: ['homeless'],
    support: ['food'],
  });
  await page.entry('وثيقة تعريف، أيًّا كانت').getByText(at.words('common:optional')).waitFor();
  expect(await inspect(at, 'bringList-whatever')).toEqual([]);
});

deskTest('its answers go on to the case that is opened with them', async ({ office }) => {
  const desk = await office.startDesk({ stage: 'founded' });
  const at = await office.openPage(desk);
  const page = new BringListPage(at);
  await page.openFromToday();
  await page.answer(WIDOW);
  await page.openCase();
  await at.page.getByText('مواطن، أرملة، إيجار، دعم نقدي').waitFor();
  expect(await inspect(at, 'newCase-said')).toEqual([]);
  await new NewCasePage(at).openNewFile();
  await at.page.waitForURL(/\/welcome/);
  await goTo(at, new URL(at.page.url()).hash.replace('/welcome', '/documents'));
  await at.page.getByRole('link', { name: 'الهوية الوطنية' }).waitFor();
});

describe.each(Language.options)('a card that ends in nine days, in %s', (language) => {
  deskTest('is said beside the documents, and stands in the way of nothing', async ({ office }) => {
    const desk = await office.startDesk({ language, stage: 'signed', cardEndsIn: 9 });
    const at = await office.openPage(desk, { language });
    const document = language === 'ar' ? 'الهوية الوطنية' : 'National id';
    const sentence = at.words('documents:horizonEnds', { document, count: 9 });
    expect(sentence).toContain('9');
    for (const step of ['documents', 'next']) {
      await goTo(at, `#/case/${desk.caseId}/${step}`);
      await at.page.getByText(sentence).waitFor();
      expect(await inspect(at, `horizon-${step}`)).toEqual([]);
    }
    expect(await at.page.getByText(at.words('submission:before')).count()).toBe(0);
  });

  deskTest('is printed under the documents of the receipt', async ({ office }) => {
    const desk = await office.startDesk({ language, stage: 'submitted', cardEndsIn: 9 });
    const at = await office.openPage(desk, { language });
    await goTo(at, `#/case/${desk.caseId}/N1`);
    // The receipt speaks the language in which the sentence was told, until another is chosen.
    const name = at.words(`common:languageName.${language}`);
    await at.page.getByRole('radio', { name }).check({ force: true });
    await at.page.locator(`article[lang="${language}"]`).waitFor();
    const lines = await at.page.locator('[data-horizon]').allInnerTexts();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(language === 'ar' ? '2 ديسمبر 2026' : '2 December 2026');
    await takePicture(at.page, `horizon-N1.${language}.light`);
  });
});
