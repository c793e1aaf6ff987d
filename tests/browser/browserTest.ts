import type { Browser } from 'playwright-core';
import { test } from 'vitest';
import { launchBrowser } from './launchBrowser.ts';
import { openWatchedPage, type PageOptions, type WatchedPage } from './watchedPage.ts';

type BrowserFixtures = {
  readonly browser: Browser;
  readonly newPage: (options?: PageOptions) => Promise<WatchedPage['page']>;
};

const workerTest = test.extend<{ readonly browserOfWorker: Browser }>({
  browserOfWorker: [
    // Vitest reads the pattern to find what a fixture depends on: an empty one says "nothing".
    async ({}, provide) => {
      const browser = await launchBrowser();
      await provide(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
});

/**
 * A test with a browser: one for all files of a worker, unless a file wants one of its own, and as many
 * pages as the test opens, each of which has a context to itself. When the test is over, its pages are
 * closed, and whatever went wrong on one of them fails the test.
 *
 *     browserTest('says hello', async ({ newPage }) => {
 *       const page = await newPage({ language: 'ar' });
 *     });
 */
export const browserTest = workerTest.extend<BrowserFixtures>({
  browser: [({ browserOfWorker }, provide) => provide(browserOfWorker), { scope: 'file' }],
  newPage: async ({ browser }, provide) => {
    const opened: WatchedPage[] = [];
    await provide(async (options) => {
      const watched = await openWatchedPage(browser, options);
      opened.push(watched);
      return watched.page;
    });
    const results = await Promise.allSettled(opened.map((watched) => watched.close()));
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  },
});
