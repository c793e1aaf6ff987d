import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import * as z from 'zod';
import { pdfPages } from './pdfPages.ts';

/** The three ways in which every screen must be legible. */
export const LOOKS = {
  light: { colorScheme: 'light', contrast: 'no-preference' },
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  contrast: { colorScheme: 'light', contrast: 'more' },
} as const;
export type Look = keyof typeof LOOKS;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PICTURES = fileURLToPath(new URL('../../.output/screens', import.meta.url));

const Findings = z.array(
  z.object({ id: z.string(), help: z.string(), places: z.array(z.string()) }),
);

export async function wear(page: Page, look: Look): Promise<void> {
  await page.emulateMedia({ ...LOOKS[look], reducedMotion: 'reduce' });
  await settle(page);
}

/** Of axe's rules those that hang on colour: in another look nothing else is another. */
const OF_COLOUR = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'] as const;

/** What axe finds, in the usual look with all of its rules; each with the places where it found it. */
export async function accessibilityFaults(
  page: Page,
  look: Look = 'light',
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const options = {
    resultTypes: ['violations'],
    ...(look === 'light' ? {} : { runOnly: { type: 'rule', values: OF_COLOUR } }),
  };
  const found: unknown = await page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then(
    ({ violations }) => violations.map(({ id, help, nodes }) => ({
      id, help, places: nodes.map((node) => node.html.slice(0, 160) + ' :: ' + node.failureSummary) }))
  )`);
  return Findings.parse(found).map(
    ({ id, help, places }) => `${id} (${help}): ${places.join('\n  ')}`,
  );
}

/** What can be pushed sideways: the page itself, or a part of it that scrolls. */
export function sidewaysFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wide = [...document.querySelectorAll('*')].filter((element) => {
      const scrolls = ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
      return (
        (scrolls || element === document.documentElement) &&
        element.scrollWidth > element.clientWidth + 1
      );
    });
    return wide.map((element) => {
      const edge = element.getBoundingClientRect();
      const culprit = [...element.querySelectorAll('*')].find((inner) => {
        const box = inner.getBoundingClientRect();
        return box.width > 0 && (box.left < edge.left - 1 || box.right > edge.right + 1);
      });
      return `${element.tagName} ${element.className}: ${element.scrollWidth} in ${element.clientWidth}, by ${culprit?.outerHTML.slice(0, 160) ?? 'nothing seen'}`;
    });
  });
}

/** They are taken for people to look at, and cost a run half a minute: only where they are asked for. */
const ARE_WANTED = process.env['PICTURES'] !== undefined;

export async function takePicture(page: Page, name: string): Promise<void> {
  if (!ARE_WANTED) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}/${name}.png` });
}

/** The pages of what is open as the printer would have them, by their words; kept to be looked at by name. */
export async function printedPages(page: Page, name?: string): Promise<readonly string[]> {
  await page.evaluate(() => document.fonts.ready);
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  if (name !== undefined) {
    mkdirSync(PICTURES, { recursive: true });
    writeFileSync(join(PICTURES, `${name}.pdf`), bytes);
  }
  return pdfPages(bytes);
}

/** Twice as large on the same small laptop: half as many of the page's own pixels. */
export async function atDoubleSize(
  page: Page,
  picture: string,
  work: () => Promise<void>,
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: 683,
    height: 384,
    deviceScaleFactor: 2,
    mobile: false,
  });
  await settle(page);
  await work();
  if (ARE_WANTED) {
    // Playwright's own pictures would set the size back first.
    const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
    writeFileSync(join(PICTURES, `${picture}.png`), Buffer.from(data, 'base64'));
  }
  await session.send('Emulation.clearDeviceMetricsOverride');
  await session.detach();
  await page.setViewportSize({ width: 1366, height: 768 });
  await settle(page);
}

/** Until everything asked for is drawn, in its own fonts. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });
}
