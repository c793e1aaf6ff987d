import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { Language, type PaperCode } from '#shared/domain/case/vocabulary.ts';
import type { DeskScreen } from './support/deskScreen.ts';
import { deskTest } from './support/deskTest.ts';
import { PaperPage } from './support/lastSteps.ts';
import { accessibilityFaults, settle, sidewaysFaults, takePicture } from './support/looks.ts';
import { pdfPages } from './support/pdfPages.ts';
import { SUPPORT_REQUEST } from './support/referenceData.ts';
import type { RunningDesk } from './support/startDesk.ts';

const PAPERS = fileURLToPath(new URL('../.output/papers/', import.meta.url));
/** What the margins leave of an A4, at 96 dots an inch: 178 by 270 mm. */
const PRINTED = { width: 673, height: 1020 } as const;

async function goTo({ page }: DeskScreen, hash: string): Promise<void> {
  await page.evaluate((place) => {
    location.hash = place;
  }, hash);
}

/** The pages of the paper, kept beside the pictures of the screens to be looked at. */
async function printed(page: Page, name: string): Promise<readonly string[]> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ ...PRINTED });
  await settle(page);
  mkdirSync(PAPERS, { recursive: true });
  await page.getByRole('article').screenshot({ path: `${PAPERS}${name}.png` });
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 1366, height: 768 });
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  writeFileSync(`${PAPERS}${name}.pdf`, bytes);
  return pdfPages(bytes);
}

async function openPaper(
  at: DeskScreen,
  desk: RunningDesk,
  paper: PaperCode,
  language: Language,
): Promise<PaperPage> {
  await goTo(at, `#/case/${desk.caseId}/${paper}`);
  await at.page.getByRole('article').waitFor();
  const name = at.words(`common:languageName.${language}`);
  await at.page.getByRole('radio', { name }).check({ force: true });
  await at.page.locator(`article[lang="${language}"]`).waitFor();
  return new PaperPage(at);
}

/** Parts that lie outside the paper, and rows or questions that are higher than a page. */
async function faultsOnPaper(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ ...PRINTED });
  const faults = await page.evaluate((height) => {
    const width = document.documentElement.clientWidth;
    const textOf = (each: Element) => (each.textContent ?? '').slice(0, 80);
    return [
      ...[...document.querySelectorAll('article *')]
        .filter((each) => {
          const { left, right } = each.getBoundingClientRect();
          return left < -1 || right > width + 1;
        })
        .map((each) => `outside: ${textOf(each)}`),
      ...[...document.querySelectorAll('article [data-entry], article tbody')]
        .filter((each) => getComputedStyle(each).breakInside !== 'avoid')
        .map((each) => `may be cut: ${textOf(each)}`),
      ...[...document.querySelectorAll('article [data-entry], article tbody')]
        .filter((each) => each.getBoundingClientRect().height > height)
        .map((each) => `higher than a page: ${textOf(each)}`),
    ];
  }, PRINTED.height);
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 1366, height: 768 });
  return faults;
}

describe.each(Language.options)('the support request, in %s', (language) => {
  deskTest('is printed blank from the list of cases, by keyboard', async ({ office }) => {
    const desk = await office.startDesk({ language, stage: 'founded' });
    const at = await office.openPage(desk, { language, by: 'keyboard' });
    await goTo(at, '#/cases');
    await at.hand.press(at.page.getByRole('link', { name: at.words('papers:request.print') }));
    await new PaperPage(at).title('N0').waitFor();
    const asked = [...SUPPORT_REQUEST.fieldByName.values()].filter(
      ({ type, visibleTo }) => type !== 'note' && visibleTo === null,
    );
    const text = (await at.page.getByRole('article').innerText()).replaceAll(/\s+/g, ' ');
    // Every question of the form and every choice of a list that is ticked or numbered.
    const missing = asked.filter(({ label }) => !text.includes(label[language]));
    expect(missing.map(({ schemaPath }) => schemaPath)).toEqual([]);
    expect(await at.page.locator('[data-blank-row]').count()).toBe(8 + 3 * 2);
    expect(await faultsOnPaper(at.page)).toEqual([]);
    expect(await accessibilityFaults(at.page)).toEqual([]);
    expect(await sidewaysFaults(at.page)).toEqual([]);
    await takePicture(at.page, `N0-blank.${language}`);
    const pages = await printed(at.page, `N0-blank.${language}`);
    for (const [index, page] of pages.entries()) {
      expect(page.replaceAll('\n', '')).toContain(`${index + 1}/${pages.length}`);
    }
    // A larger family asks for more rows.
    await at.page.getByRole('radio', { name: '16', exact: true }).check({ force: true });
    await expect.poll(() => at.page.locator('[data-blank-row]').count()).toBe(16 + 3 * 2);
  });

  deskTest('and all papers of a family of twelve stand right on A4', async ({ office }) => {
    const desk = await office.startDesk({ language, stage: 'submitted', applicant: 'largeFamily' });
    const at = await office.openPage(desk, { language });
    for (const paper of ['N0', 'N1', 'N3'] as const) {
      await openPaper(at, desk, paper, language);
      expect(await faultsOnPaper(at.page)).toEqual([]);
      const pages = await printed(at.page, `${paper}-twelve.${language}`);
      const whole = pages.join('\n');
      // The last child of the twelve is there, and its number as the policy wants it.
      if (paper !== 'N1') expect(whole).toContain('يوسف');
      expect(whole.includes('1012345672')).toBe(paper === 'N3');
      expect(whole.includes('******5672')).toBe(paper !== 'N3');
      if (paper === 'N0') expect(await accessibilityFaults(at.page)).toEqual([]);
    }
  });
});

deskTest(
  'shows what is recorded before the request is handed in, and numbers its copies',
  async ({ office }) => {
    const desk = await office.startDesk({ stage: 'interviewed' });
    const at = await office.openPage(desk);
    await goTo(at, `#/case/${desk.caseId}/interview`);
    await at.page.getByRole('link', { name: at.words('papers:request.ofCase') }).click();
    const paper = new PaperPage(at);
    await paper.title('N0').waitFor();
    await at.page.evaluate(() => {
      window.print = () => undefined;
    });
    await paper.print();
    await paper.copy(1).waitFor();
    await paper.print();
    await paper.copy(2).waitFor();
    // A ticked choice, and a question that does not apply to a citizen.
    await at.page.locator('[data-entry="residencyType"] [data-ticked]').waitFor();
    await at.page
      .locator('[data-entry="passportNo"]')
      .getByText(at.words('papers:request.doesNotApply'))
      .waitFor();
  },
);
