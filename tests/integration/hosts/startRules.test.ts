import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findElectronBinary } from '#electron/host/electronBinary.ts';
import { createFileLog } from '#electron/host/fileLog.ts';
import { defaultProfileFolder, pepperFile } from '#electron/host/folders.ts';
import { parseStartOptions } from '#electron/host/startOptions.ts';
import { browserCommand } from '#electron/loopback/openInBrowser.ts';

const home = '/home/noura';
const linux = (environment: Record<string, string> = {}) => ({
  platform: 'linux' as const,
  environment,
  home,
});

describe('folders', () => {
  it('follow each system', () => {
    expect(defaultProfileFolder(linux())).toBe('/home/noura/.local/share/rifada/profile');
    expect(defaultProfileFolder(linux({ XDG_DATA_HOME: '/data' }))).toBe('/data/rifada/profile');
    expect(defaultProfileFolder(linux({ XDG_DATA_HOME: 'relative' }))).toBe(
      '/home/noura/.local/share/rifada/profile',
    );
    expect(defaultProfileFolder({ platform: 'darwin', environment: {}, home })).toBe(
      '/home/noura/Library/Application Support/Rifada/profile',
    );
    const windows = { platform: 'win32' as const, environment: { LOCALAPPDATA: '/local' }, home };
    expect(defaultProfileFolder(windows)).toBe(join('/local', 'Rifada', 'profile'));
  });

  it('give each profile a pepper of its own, never inside it', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const surroundings = { platform, environment: {}, home };
      const profile = defaultProfileFolder(surroundings);
      const first = pepperFile(profile, surroundings);
      expect(first.startsWith(profile)).toBe(false);
      expect(first).toBe(pepperFile(`${profile}/`, surroundings));
      expect(first).not.toBe(pepperFile('/mnt/training', surroundings));
    }
  });
});

describe('options', () => {
  it('default to the window and the default profile', () => {
    expect(parseStartOptions([])).toEqual({
      ok: true,
      options: { profileFolder: null, port: 0, loopback: false, openBrowser: true },
    });
  });

  it('are read with their value behind a space or an equals sign', () => {
    const words = ['--profile', 'here', '--port=8123', '--no-open'];
    expect(parseStartOptions(words)).toEqual({
      ok: true,
      options: { profileFolder: resolve('here'), port: 8123, loopback: true, openBrowser: false },
    });
    expect(parseStartOptions(['--loopback'])).toMatchObject({
      ok: true,
      options: { loopback: true },
    });
  });

  it.each([
    [['--profil', 'x'], '--profil'],
    [['--profile'], '--profile'],
    [['--profile', '--loopback'], '--profile'],
    [['--port', '70000'], '--port'],
    [['--port', 'x'], '--port'],
    [['--port=-1'], '--port'],
    [['loopback'], 'loopback'],
  ])('%j is refused by name', (words, option) => {
    expect(parseStartOptions(words)).toEqual({ ok: false, option });
  });
});

describe('opening a browser', () => {
  const link = 'http://127.0.0.1:1/?token=a&b';

  it('is tried where somebody would see it', () => {
    expect(browserCommand(link, linux({ DISPLAY: ':0' }))?.command).toBe('xdg-open');
    expect(browserCommand(link, linux({ WAYLAND_DISPLAY: 'w' }))?.words).toEqual([link]);
    expect(browserCommand(link, { platform: 'darwin', environment: {}, home })?.command).toBe(
      'open',
    );
    expect(browserCommand(link, { platform: 'win32', environment: {}, home })?.words).toContain(
      link,
    );
  });

  it('is left alone without a screen and in automation', () => {
    expect(browserCommand(link, linux())).toBeNull();
    expect(browserCommand(link, linux({ DISPLAY: ':0', CI: 'true' }))).toBeNull();
    expect(browserCommand(link, { platform: 'aix', environment: {}, home })).toBeNull();
  });
});

describe('the Electron runtime', () => {
  function checkout(withBinary: boolean): string {
    const root = mkdtempSync(join(tmpdir(), 'rifada-checkout-'));
    mkdirSync(join(root, 'node_modules', 'electron', 'dist'), { recursive: true });
    writeFileSync(join(root, 'node_modules', 'electron', 'path.txt'), 'electron');
    if (withBinary) writeFileSync(join(root, 'node_modules', 'electron', 'dist', 'electron'), '');
    return root;
  }

  it('is found only where it really is and a window can be seen', () => {
    const root = checkout(true);
    const binary = join(root, 'node_modules', 'electron', 'dist', 'electron');
    expect(findElectronBinary(root, linux({ DISPLAY: ':0' }))).toBe(binary);
    expect(findElectronBinary(root, linux())).toBeNull();
    expect(findElectronBinary(checkout(false), linux({ DISPLAY: ':0' }))).toBeNull();
  });
});

describe('the log', () => {
  const clock = { now: () => Date.UTC(2026, 2, 1) };

  it('writes lines for the user alone and turns its pages', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'rifada-log-')), 'logs');
    const log = createFileLog(folder, clock);
    const logId = log.failure({ place: 'cases.get', kinds: ['TypeError'], frames: ['at x'] });
    const file = join(folder, 'desk.log');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      at: '2026-03-01T00:00:00.000Z',
      logId,
      place: 'cases.get',
      kinds: ['TypeError'],
      frames: ['at x'],
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    writeFileSync(file, 'x'.repeat(1024 * 1024 + 1));
    log.note('opened');
    expect(readFileSync(file, 'utf8')).toContain('opened');
    expect(statSync(file).size).toBeLessThan(200);
    expect(statSync(join(folder, 'desk.previous.log')).size).toBeGreaterThan(1024 * 1024);
  });

  it('does not throw where it cannot write', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'rifada-log-')), 'file');
    writeFileSync(file, '');
    const log = createFileLog(join(file, 'logs'), clock);
    expect(log.failure({ place: 'x', kinds: [], frames: [] })).toMatch(/^[0-9a-f-]{36}$/);
  });
});
