import { existsSync, mkdirSync, mkdtempSync, renameSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { createDesk } from '#electron/createDesk.ts';
import { startDesk } from '#electron/host/startDesk.ts';
import { deskConnectionOver, deskErrorOf } from '#renderer/transport/deskClient.ts';
import { openWebSocketChannel } from '#renderer/transport/webSocketChannel.ts';
import { makeRendererFolder, RESOURCES_FOLDER, rawRequest } from './loopbackFixture.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The program's folder as delivered, with the renderer in small. */
function makeRootFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'rifada-root-'));
  mkdirSync(join(root, 'dist'));
  renameSync(makeRendererFolder(), join(root, 'dist', 'renderer'));
  symlinkSync(RESOURCES_FOLDER, join(root, 'resources'));
  return root;
}

function startHere(words: readonly string[]) {
  const stop = Promise.withResolvers<void>();
  const link = Promise.withResolvers<URL>();
  const said: string[] = [];
  const exitCode = startDesk({
    createDesk,
    rootFolder: makeRootFolder(),
    words,
    surroundings: {
      platform: 'linux',
      environment: { CI: 'true' },
      home: mkdtempSync(join(tmpdir(), 'rifada-home-')),
    },
    terminal: {
      say: ({ en }) => void said.push(en),
      show: (line) => link.resolve(new URL(line)),
      onEnter: () => false,
    },
    askedToStop: stop.promise,
  });
  return { stop: stop.resolve, link: link.promise, said, exitCode };
}

describe('npm start', () => {
  it('without Electron opens the real desk in the browser, says so, and ends when asked', async () => {
    const profile = join(mkdtempSync(join(tmpdir(), 'rifada-profile-')), 'profile');
    const { stop, link, said, exitCode } = startHere(['--profile', profile]);
    const { port, search } = await link;
    expect(said.join('\n')).toContain('Electron');

    const opened = await rawRequest(Number(port), `/${search}`);
    const cookie = (opened.headers['set-cookie'] ?? '').split(';')[0] ?? '';
    expect((await rawRequest(Number(port), '/', { cookie })).status).toBe(200);

    const headers = { cookie, origin: `http://127.0.0.1:${port}` };
    class BrowserSocket extends WebSocket {
      constructor(url: string) {
        super(url, { headers });
        this.on('error', () => undefined);
      }
    }
    vi.stubGlobal('WebSocket', BrowserSocket);
    const channel = openWebSocketChannel(`ws://127.0.0.1:${port}/rpc`);
    const { client, getSnapshot } = deskConnectionOver(channel);
    expect(await client.session.status()).toMatchObject({ phase: 'firstRun' });
    const refusal = await client.today.get().catch(deskErrorOf);
    expect(refusal).toEqual({ code: 'notUnlocked', data: undefined });

    stop();
    expect(await exitCode).toBe(0);
    await vi.waitFor(() => expect(getSnapshot()).toBe('lost'));
    await expect(rawRequest(Number(port), '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('refuses an option that it does not know, and touches nothing', async () => {
    const profile = join(mkdtempSync(join(tmpdir(), 'rifada-profile-')), 'profile');
    const { said, exitCode } = startHere(['--profile', profile, '--prot', '1']);
    expect(await exitCode).toBe(1);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('--prot');
    expect(existsSync(profile)).toBe(false);
  });
});
