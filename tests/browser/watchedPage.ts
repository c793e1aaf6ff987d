import type { Browser, BrowserContext, Page } from 'playwright-core';

export type PageOptions = {
  readonly language?: 'ar' | 'en';
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** Console errors that the test provokes on purpose. */
  readonly expectedErrors?: readonly RegExp[];
};

export type WatchedPage = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong so far, in words. */
  readonly problems: () => readonly string[];
  /** Closes the page and its context. Throws when anything went wrong on the page. */
  readonly close: () => Promise<void>;
};

const locales = { ar: 'ar-SA', en: 'en-GB' } as const;
const usualViewport = { width: 1366, height: 768 } as const;

/**
 * A page in a context of its own, on which nothing may go wrong unseen: errors in the console,
 * uncaught errors, crashes, and requests that leave this machine all count.
 */
export async function openWatchedPage(
  browser: Browser,
  options: PageOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    locale: locales[options.language ?? 'ar'],
    timezoneId: 'Asia/Riyadh',
    viewport: { ...(options.viewport ?? usualViewport) },
    colorScheme: options.colorScheme ?? 'light',
    acceptDownloads: true,
  });
  const found: string[] = [];
  const expected = options.expectedErrors ?? [];
  const note = (problem: string) => {
    if (!expected.some((pattern) => pattern.test(problem))) found.push(problem);
  };
  context.on('request', (request) => {
    if (leavesThisMachine(request.url())) note(`request off this machine: ${request.url()}`);
  });
  context.on('page', (page) => watch(page, note));
  const page = await context.newPage();
  return {
    page,
    context,
    problems: () => [...found],
    close: async () => {
      await context.close();
      if (found.length > 0) throw new Error(`The page had problems:\n${found.join('\n')}`);
    },
  };
}

function watch(page: Page, note: (problem: string) => void): void {
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    note(`console error: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => note(`uncaught error: ${error.stack ?? error.message}`));
  page.on('crash', () => note('the page crashed'));
  page.on('websocket', (socket) => {
    if (leavesThisMachine(socket.url())) note(`socket off this machine: ${socket.url()}`);
  });
}

function leavesThisMachine(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return (
    ['http:', 'https:', 'ws:', 'wss:'].includes(protocol) &&
    !['127.0.0.1', 'localhost'].includes(hostname)
  );
}
