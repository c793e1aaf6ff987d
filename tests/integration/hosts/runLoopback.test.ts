import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { DeskOptions } from '#electron/dispatcher/desk.ts';
import { pepperFile, type Surroundings } from '#electron/host/folders.ts';
import { type BothLanguages, loadHostTexts } from '#electron/host/hostTexts.ts';
import { type LoopbackRun, runLoopback } from '#electron/loopback/runLoopback.ts';
import { makeRendererFolder, RESOURCES_FOLDER, rawRequest, STATUS } from './loopbackFixture.ts';
import { createStubDesk } from './stubDesk.ts';

const LogLine = z.object({ logId: z.uuid(), kinds: z.array(z.string()) });
const say = loadHostTexts(RESOURCES_FOLDER);
let home: string;
let said: BothLanguages[];
let shown: string[];
let given: DeskOptions[];
let closed: number;
let pressEnter: () => void;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rifada-home-'));
  said = [];
  shown = [];
  given = [];
  closed = 0;
  pressEnter = () => {
    throw new Error('nobody listens');
  };
});

function surroundings(): Surroundings {
  return { platform: 'linux', environment: {}, home };
}

function run(changed: Partial<LoopbackRun> = {}) {
  return runLoopback({
    createDesk: async (options) => {
      given.push(options);
      return {
        ...createStubDesk({ 'session.status': () => STATUS }),
        close: async () => {
          closed += 1;
        },
      };
    },
    profileFolder: join(home, 'profile'),
    port: 0,
    openBrowser: false,
    folders: { resources: RESOURCES_FOLDER, renderer: makeRendererFolder() },
    surroundings: surroundings(),
    terminal: {
      say: (sentence) => void said.push(sentence),
      show: (line) => void shown.push(line),
      onEnter: (listener) => {
        pressEnter = listener;
        return true;
      },
    },
    say,
    ...changed,
  });
}

async function statusOf(link: string | undefined): Promise<number> {
  const url = new URL(link ?? '');
  return (await rawRequest(Number(url.port), `${url.pathname}${url.search}`)).status;
}

describe('running the desk in a browser', () => {
  it('says where it is in both languages and gives a link that works once', async () => {
    const running = await run();
    expect(said).toContainEqual(say('serving'));
    expect(said).toContainEqual(say('newLinkHint'));
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[A-Za-z0-9_-]{43}$/);
    expect(await statusOf(shown[0])).toBe(303);
    expect(await statusOf(shown[0])).toBe(403);
    await running?.stop();
  });

  it('gives a new link at Enter', async () => {
    const running = await run();
    pressEnter();
    expect(shown).toHaveLength(2);
    expect(await statusOf(shown[0])).toBe(403);
    expect(await statusOf(shown[1])).toBe(303);
    await running?.stop();
  });

  it('stops: the port first, then the desk', async () => {
    const running = await run();
    await running?.stop();
    expect(closed).toBe(1);
    await expect(statusOf(shown[0])).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('keeps the pepper for the user alone, outside the profile folder', async () => {
    const running = await run();
    const pepper = given[0]?.host.pepper;
    expect(pepper?.read()).toBeNull();
    pepper?.write(new Uint8Array(32).fill(7));
    const file = pepperFile(join(home, 'profile'), surroundings());
    expect(file.startsWith(join(home, 'profile'))).toBe(false);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(file)).mode & 0o077).toBe(0);
    expect(pepper?.read()).toEqual(new Uint8Array(32).fill(7));
    await running?.stop();
  });

  it('says so when the port is taken, and closes the desk again', async () => {
    const first = await run();
    const port = Number(new URL(first?.origin ?? '').port);
    expect(await run({ port })).toBeNull();
    expect(said.at(-1)).toEqual(say('portTaken', { port: String(port) }));
    expect(said.at(-1)?.en).toContain(String(port));
    expect(closed).toBe(1);
    await first?.stop();
  });

  it('says so when the screens were not built, before it touches the profile', async () => {
    const folders = { resources: RESOURCES_FOLDER, renderer: join(home, 'nowhere') };
    expect(await run({ folders })).toBeNull();
    expect(said).toEqual([say('rendererMissing')]);
    expect(given).toEqual([]);
    expect(existsSync(join(home, 'profile'))).toBe(false);
  });

  it('says under which number a failure stands in the log, and not what it was', async () => {
    const failing = run({
      createDesk: () => Promise.reject(new RangeError('هيا القحطاني')),
    });
    expect(await failing).toBeNull();
    const log = readFileSync(join(home, 'profile', 'logs', 'desk.log'), 'utf8');
    const { logId, kinds } = LogLine.parse(JSON.parse(log));
    expect(kinds).toEqual(['RangeError']);
    expect(log).not.toContain('هيا');
    expect(said.at(-1)?.ar).toContain(logId);
    expect(said.at(-1)?.en).toContain(logId);
  });
});
