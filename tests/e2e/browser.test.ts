import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserTest } from '#tests/browser/browserTest.ts';
import { openWatchedPage } from '#tests/browser/watchedPage.ts';
import { ensureBuiltScreens } from './support/builtScreens.ts';

const pages: Readonly<Record<string, string>> = {
  '/good': '<title>good</title><p>سليم</p>',
  '/noisy': '<script>console.error("spilt")</script>',
  '/broken': '<script>throw new Error("torn")</script>',
  '/leaky': '<script>fetch("http://192.0.2.1/").catch(() => {})</script>',
};

let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const body = pages[request.url ?? ''];
    response.writeHead(body === undefined ? 204 : 200, {
      'content-type': 'text/html; charset=utf-8',
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  origin = `http://127.0.0.1:${address.port}`;
});

afterAll(() => {
  server.close();
});

test('the screens are those that are delivered, not made for development', async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  await ensureBuiltScreens(root);
  const scripts = join(root, 'dist', 'renderer', 'assets');
  const forDevelopment = readdirSync(scripts).filter((name) =>
    readFileSync(join(scripts, name), 'utf8').includes('jsxDEV'),
  );
  expect(forDevelopment).toEqual([]);
});

browserTest('opens a page in Arabic at the size of an office laptop', async ({ newPage }) => {
  const page = await newPage({ language: 'ar' });
  await page.goto(`${origin}/good`);
  expect(await page.textContent('p')).toBe('سليم');
  const seen = await page.evaluate(() => [navigator.language, innerWidth, innerHeight]);
  expect(seen).toEqual(['ar-SA', 1366, 768]);
});

browserTest('keeps web security: one origin cannot read another', async ({ browser }) => {
  const watched = await openWatchedPage(browser, { expectedErrors: [/CORS|Failed to load/] });
  await watched.page.goto(`${origin}/good`);
  const other = `${origin.replace('127.0.0.1', 'localhost')}/good`;
  const read = await watched.page.evaluate(
    (address) =>
      fetch(address).then(
        () => 'read',
        () => 'refused',
      ),
    other,
  );
  expect(read).toBe('refused');
  await watched.close();
});

for (const [path, problem] of [
  ['/noisy', 'console error: spilt'],
  ['/broken', 'torn'],
  ['/leaky', 'request off this machine'],
] as const) {
  browserTest(`sees what goes wrong on ${path}`, async ({ browser }) => {
    const watched = await openWatchedPage(browser);
    await watched.page.goto(`${origin}${path}`, { waitUntil: 'networkidle' });
    expect(watched.problems().join('\n')).toContain(problem);
    await expect(watched.close()).rejects.toThrow(problem);
  });
}
