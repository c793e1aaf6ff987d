import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findElectronBinary } from '#electron/host/electronBinary.ts';
import { currentSurroundings } from '#electron/host/folders.ts';
import { bundleShell } from '#electron/shell/bundleShell.ts';

const ROOT_FOLDER = fileURLToPath(new URL('../..', import.meta.url));
const binary = findElectronBinary(ROOT_FOLDER, currentSurroundings());

if (binary === null) {
  process.stdout.write(
    'SKIPPED: the desk in its own window was not tried. The Electron runtime, or a screen for it, is not on this machine.\n',
  );
}

/** Needs `dist/renderer`, as built by `npm run build`. */
describe.skipIf(binary === null)('the desk in its own window', () => {
  let app: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    const { main } = await bundleShell(ROOT_FOLDER);
    const profile = join(mkdtempSync(join(tmpdir(), 'rifada-electron-')), 'profile');
    app = await _electron.launch({
      executablePath: binary ?? '',
      args: [main, '--profile', profile],
    });
    page = await app.firstWindow();
  });

  afterAll(async () => {
    await app.close();
  });

  it('shows the first screen, answered by the desk over its port', async () => {
    await page.waitForFunction(() => (document.querySelector('#root')?.childElementCount ?? 0) > 0);
    expect(page.url()).toMatch(/^app:\/\/desk\//);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await page.getByRole('button').first().waitFor();
  });

  it('gives the page the handshake and nothing else of Electron or Node', async () => {
    const seen = await page.evaluate(() => {
      const bridge = window.rifada;
      const names = ['require', 'process', 'module', 'Buffer', 'electron'];
      return {
        handshake: typeof bridge === 'object' && bridge !== null ? Object.keys(bridge) : [],
        foreign: names.filter((name) => name in window),
      };
    });
    expect(seen).toEqual({ handshake: ['requestPort'], foreign: [] });
  });

  it('refuses windows, other places, other servers and scripts in the page', async () => {
    expect(await page.evaluate(() => window.open('https://example.org/'))).toBeNull();
    const before = page.url();
    await page.evaluate(() => {
      window.location.href = 'https://example.org/';
    });
    const reached = await page.evaluate(() =>
      fetch('https://example.org/').then(
        () => true,
        () => false,
      ),
    );
    expect(reached).toBe(false);
    expect(page.url()).toBe(before);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "ran"';
      document.head.append(script);
      return document.title === 'ran';
    });
    expect(ran).toBe(false);
  });
});
