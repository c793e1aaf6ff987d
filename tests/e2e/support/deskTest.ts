import { browserTest } from '#tests/browser/browserTest.ts';
import { openWatchedPage, type PageOptions, type WatchedPage } from '#tests/browser/watchedPage.ts';
import { type DeskScreen, deskScreen } from './deskScreen.ts';
import { type DeskStart, type RunningDesk, startDesk } from './startDesk.ts';

export interface OpenedPage extends DeskScreen {
  readonly watched: WatchedPage;
}

export interface Office {
  startDesk(start?: DeskStart): Promise<RunningDesk>;
  /** Opens the desk in a browser of its own, worked by mouse or by keyboard alone. */
  openPage(
    desk: RunningDesk,
    options?: PageOptions & { readonly by?: 'mouse' | 'keyboard' },
  ): Promise<OpenedPage>;
}

/** What a page says when its desk is killed under it; every other error counts. */
export const DESK_GONE = [/ERR_CONNECTION_REFUSED/, /WebSocket connection to .* failed/] as const;

const PATIENCE_MS = 10_000;

/**
 * A test with an office: desks and the pages that look at them. Afterwards the pages are closed and the
 * desks stopped, in this order, and whatever went wrong on either fails the test.
 */
export const deskTest = browserTest.extend<{ readonly office: Office }>({
  office: async ({ browser }, provide) => {
    const pages: WatchedPage[] = [];
    const desks: RunningDesk[] = [];
    await provide({
      startDesk: async (start) => {
        const desk = await startDesk(start);
        desks.push(desk);
        return desk;
      },
      openPage: async (desk, options = {}) => {
        const watched = await openWatchedPage(browser, options);
        pages.push(watched);
        watched.page.setDefaultTimeout(PATIENCE_MS);
        await watched.page.goto(await desk.newLink());
        return { ...deskScreen(watched.page, options.language ?? 'ar', options.by), watched };
      },
    });
    const results = [
      ...(await Promise.allSettled(pages.map((page) => page.close()))),
      ...(await Promise.allSettled(desks.map((desk) => desk.stop()))),
    ];
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  },
});
