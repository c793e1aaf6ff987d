import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { Language, type PaperCode } from '#shared/domain/case/vocabulary.ts';
import type { DeskScreen } from './support/deskScreen.ts';
import { deskTest } from './support/deskTest.ts';
import { PaperPage } from './support/lastSteps.ts';
import { printedPages } from './support/looks.ts';
import type { RunningDesk } from './support/startDesk.ts';

const WHOLE_ID = '1012345672';
const MASKED_ID = '******5672';
const REFERENCE = /[A-Z0-9]{3,6}-[A-Z0-9]{2}-\d{4}-\d{6}-[A-Z0-9]/;
/** What the margins leave of an A4, at 96 dots an inch: 178 mm. */
const PRINTED_WIDTH = 673;

async function openPaper(at: DeskScreen, desk: RunningDesk, paper: PaperCode): Promise<PaperPage> {
  await at.page.evaluate((place) => {
    location.hash = place;
  }, `#/case/${desk.caseId}/${paper}`);
  const sheet = new PaperPage(at);
  await sheet.title(paper).waitFor();
  return sheet;
}

/** In place of the printer: keeps the words of the copy as they stood when it was called. */
async function watchPrinter(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    window.print = () => {
      const copy = document.querySelector('[data-copy]')?.textContent ?? '';
      document.documentElement.dataset['sent'] =
        `${document.documentElement.dataset['sent'] ?? ''}${copy}\n`;
    };
  });
  return () =>
    page.evaluate(() => (document.documentElement.dataset['sent'] ?? '').trim().split('\n'));
}

deskTest(
  'numbers a copy before it goes to the printer, by button and by Ctrl+P',
  async ({ office }) => {
    const desk = await office.startDesk({ stage: 'submitted' });
    const at = await office.openPage(desk);
    const receipt = await openPaper(at, desk, 'N1');
    const sent = await watchPrinter(at.page);
    await receipt.print();
    await receipt.copy(1).waitFor();
    await expect.poll(sent).toEqual([at.words('papers:copy.original')]);
    await at.page.keyboard.press('Control+p');
    await receipt.copy(2).waitFor();
    await expect
      .poll(sent)
      .toEqual([at.words('papers:copy.original'), at.words('papers:copy.again', { copy: 2 })]);
  },
);

deskTest(
  'masks the id on the receipt, and says it whole on the declaration',
  async ({ office }) => {
    const desk = await office.startDesk({ stage: 'submitted' });
    const at = await office.openPage(desk);
    await openPaper(at, desk, 'N1');
    const receipt = await printedPages(at.page);
    expect(receipt).toHaveLength(1);
    expect(receipt.join()).toContain(MASKED_ID);
    expect(receipt.join()).not.toContain(WHOLE_ID);
    const sheet = await openPaper(at, desk, 'N3');
    const code = await sheet.sheet.getByText(/^[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4}$/).innerText();
    const declaration = await printedPages(at.page);
    expect(declaration.join()).toContain(WHOLE_ID);
    expect(declaration.at(-1)).toContain(code);
  },
);

deskTest('carries reference and page on every sheet', async ({ office }) => {
  const desk = await office.startDesk({ stage: 'signed' });
  const at = await office.openPage(desk);
  await openPaper(at, desk, 'N3');
  const pages = await printedPages(at.page);
  expect(pages.length).toBeGreaterThan(2);
  for (const [index, page] of pages.entries()) {
    // The margin's counters and the stroke between them are runs of their own.
    expect(page.replaceAll('\n', '')).toContain(`${index + 1}/${pages.length}`);
    expect(page).toMatch(REFERENCE);
  }
});

for (const paper of ['N1', 'N3'] as const) {
  deskTest(`keeps all of ${paper} inside the page, in both languages`, async ({ office }) => {
    const desk = await office.startDesk({ stage: 'submitted' });
    const at = await office.openPage(desk);
    await openPaper(at, desk, paper);
    for (const language of Language.options) {
      const name = at.words(`common:languageName.${language}`);
      await at.page.getByRole('radio', { name }).check({ force: true });
      await at.page.locator(`article[lang="${language}"]`).waitFor();
      await at.page.emulateMedia({ media: 'print' });
      await at.page.setViewportSize({ width: PRINTED_WIDTH, height: 1000 });
      const outside = await at.page.evaluate(() => {
        const width = document.documentElement.clientWidth;
        return [...document.querySelectorAll('article *')]
          .filter((each) => {
            const { left, right } = each.getBoundingClientRect();
            return left < -1 || right > width + 1;
          })
          .map((each) => each.textContent);
      });
      expect(outside).toEqual([]);
      await at.page.emulateMedia({ media: null });
      await at.page.setViewportSize({ width: 1366, height: 768 });
      // Nine documents and the sentence in two languages: the receipt stays one sheet.
      if (paper === 'N1') expect(await printedPages(at.page)).toHaveLength(1);
    }
  });
}

deskTest('prints on white under a dark screen', async ({ office }) => {
  const desk = await office.startDesk({ stage: 'submitted' });
  const at = await office.openPage(desk, { colorScheme: 'dark' });
  await openPaper(at, desk, 'N1');
  await at.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const seen = await at.page.evaluate(() => ({
    canvas: getComputedStyle(document.documentElement).colorScheme,
    sheet: getComputedStyle(document.querySelector('article') ?? document.body).backgroundColor,
  }));
  expect(seen).toEqual({ canvas: 'light', sheet: 'rgb(255, 255, 255)' });
});

deskTest('says kindly that a paper is not there yet, and shows the way', async ({ office }) => {
  const desk = await office.startDesk({ stage: 'laid' });
  const at = await office.openPage(desk);
  for (const [paper, title, go] of [
    ['N1', 'papers:notSubmitted.title', 'papers:notSubmitted.go'],
    ['N3', 'papers:notSigned.title', 'papers:notSigned.go'],
  ] as const) {
    await at.page.evaluate((place) => {
      location.hash = place;
    }, `#/case/${desk.caseId}/${paper}`);
    await at.page.getByText(at.words(title)).waitFor();
    expect(await at.page.getByRole('link', { name: at.words(go) }).count()).toBe(1);
    expect(await at.page.getByRole('article').count()).toBe(0);
  }
});
