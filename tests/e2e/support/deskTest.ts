import type { Browser } from 'playwright-core';
import { afterEach, beforeEach } from 'vitest';
import { browserTest } from '#tests/browser/browserTest.ts';
import { openWatchedPage, type PageOptions, type WatchedPage } from '#tests/browser/watchedPage.ts';
import { type DeskScreen, deskScreen } from './deskScreen.ts';
import { type DeskStart, type RunningDesk, removeProfile, startDesk } from './startDesk.ts';

export type OpenedPage = DeskScreen & { readonly watched: WatchedPage };

export interface Office {
  startDesk(start?: DeskStart): Promise<RunningDesk>;
  /** Opens the desk in a browser of its own, worked by mouse or by keyboard alone. */
  openPage(
    desk: RunningDesk,
    options?: PageOptions & { readonly by?: 'mouse' | 'keyboard' },
  ): Promise<OpenedPage>;
  /** Closes the pages, then stops the desks. Throws when anything went wrong on either. */
  close(): Promise<void>;
}

/** What a page says when its desk is gone; every other error counts. */
export const DESK_GONE = [/ERR_CONNECTION_REFUSED/, /WebSocket connection to .* failed/] as const;

const PATIENCE_MS = 10_000;
/** The first page of a browser that has only just begun, on a machine that does other things too. */
const FIRST_PAGE_MS = 45_000;

/** Desks and the pages that look at them. */
function openOffice(browser: Browser): Office {
  const pages: WatchedPage[] = [];
  const desks: RunningDesk[] = [];
  const profiles = new Set<string>();
  return {
    startDesk: async (start) => {
      const desk = await startDesk(start);
      desks.push(desk);
      profiles.add(desk.profile);
      return desk;
    },
    openPage: async (desk, options = {}) => {
      const watched = await openWatchedPage(browser, options);
      pages.push(watched);
      watched.page.setDefaultTimeout(PATIENCE_MS);
      watched.page.setDefaultNavigationTimeout(FIRST_PAGE_MS);
      await watched.page.goto(await desk.newLink());
      return { ...deskScreen(watched.page, options.language ?? 'ar', options.by), watched };
    },
    close: async () => {
      const results = [
        ...(await Promise.allSettled(pages.splice(0).map((page) => page.close()))),
        ...(await Promise.allSettled(desks.splice(0).map((desk) => desk.stop()))),
      ];
      for (const profile of profiles) removeProfile(profile);
      for (const result of results) if (result.status === 'rejected') throw result.reason;
    },
  };
}

/**
 * A test with an office. `office` is the test's own and is closed after it, which fails the test when
 * anything went wrong; `day` is one office for all tests of a file, which are the hours of one day: the
 * last of them closes it.
 */
export const deskTest = browserTest
  .extend<{ readonly day: Office }>({
    day: [
      async ({ browser }, provide) => {
        const office = openOffice(browser);
        await provide(office);
        await office.close();
      },
      { scope: 'file' },
    ],
  })
  .extend<{ readonly office: Office }>({
    office: async ({ browser }, provide) => {
      const office = openOffice(browser);
      await provide(office);
      await office.close();
    },
  });

/** The tests of this suite follow one upon another: after one that fails, the rest is not tried. */
export function hoursOfOneDay(): void {
  let hasFailed = false;
  beforeEach(({ skip }) => skip(hasFailed, 'an hour before this one failed'));
  afterEach(({ task }) => {
    hasFailed ||= task.result?.state === 'fail';
  });
}
