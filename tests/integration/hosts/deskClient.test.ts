import { MessageChannel } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import { createChannelServer } from '#electron/dispatcher/serveChannel.ts';
import { ConnectionLost } from '#renderer/transport/channel.ts';
import { deskConnectionOver, deskErrorOf } from '#renderer/transport/deskClient.ts';
import { isPortHandshake } from '#renderer/transport/messagePortChannel.ts';
import { openWebSocketChannel, retryDelay } from '#renderer/transport/webSocketChannel.ts';
import { CaseId } from '#shared/domain/identity.ts';
import { type Loopback, openLink, STATUS, startLoopback } from './loopbackFixture.ts';
import { createStubDesk, REPRESENTATIVE } from './stubDesk.ts';

const CASE_ID = '01998d2e-7a00-7000-8000-000000000002';

async function failureOf(attempt: Promise<unknown>) {
  return deskErrorOf(
    await attempt.then(
      () => 'was answered',
      (error: unknown) => error,
    ),
  );
}

describe('over the WebSocket of the loopback host', () => {
  let loopback: Loopback;
  let headers: Readonly<Record<string, string>> = {};
  let answerSlowly = Promise.withResolvers<void>();
  const sockets: WebSocket[] = [];

  beforeEach(async () => {
    answerSlowly = Promise.withResolvers();
    const desk = createStubDesk({
      'session.status': () => STATUS,
      'session.lock': () => answerSlowly.promise,
      'cases.get': () => {
        throw new DeskError('caseNotFound');
      },
      'today.get': () => {
        throw new Error('a fault');
      },
    });
    loopback = await startLoopback(desk);
    headers = { cookie: await openLink(loopback.server), origin: loopback.server.origin };
    // What a browser adds by itself.
    class BrowserSocket extends WebSocket {
      constructor(url: string) {
        super(url, { headers });
        // A browser reports a refusal by `close` alone.
        this.on('error', () => undefined);
        sockets.push(this);
      }
    }
    vi.stubGlobal('WebSocket', BrowserSocket);
  });

  afterEach(async () => {
    headers = {};
    for (const socket of sockets) {
      socket.removeAllListeners();
      socket.on('error', () => undefined);
      socket.terminate();
    }
    sockets.length = 0;
    await loopback.server.close();
    vi.unstubAllGlobals();
  });

  function connect() {
    const url = `ws://127.0.0.1:${loopback.server.port}/rpc`;
    return deskConnectionOver(openWebSocketChannel(url));
  }

  it('answers calls that were made before the connection stood, in their order', async () => {
    const { client, getSnapshot } = connect();
    expect(getSnapshot()).toBe('connecting');
    const [first, second] = await Promise.all([client.session.status(), client.session.status()]);
    expect(first).toEqual(STATUS);
    expect(second).toEqual(STATUS);
    expect(getSnapshot()).toBe('connected');
  });

  it('gives typed errors with their code and data', async () => {
    const { client } = connect();
    expect(await failureOf(client.today.get())).toEqual({
      code: 'unexpected',
      data: { logId: 'log-1' },
    });
    const attempt = client.people.search({ name: 'x'.repeat(401) });
    expect(await failureOf(attempt)).toEqual({ code: 'inputInvalid', data: undefined });
  });

  it('fails calls under way when the connection breaks, tells its watchers, and comes back', async () => {
    const { client, subscribe, getSnapshot } = connect();
    await client.session.status();
    const seen: string[] = [];
    const unsubscribe = subscribe(() => seen.push(getSnapshot()));
    const underWay = failureOf(client.session.lock());
    await vi.waitFor(() => expect(loopback.desk.called).toContain('session.lock'));
    for (const socket of sockets) socket.terminate();
    expect(await underWay).toEqual({ code: 'connectionLost', data: undefined });
    expect(seen).toEqual(['lost']);
    expect(await failureOf(client.session.status())).toEqual({
      code: 'connectionLost',
      data: undefined,
    });
    await vi.waitFor(() => expect(getSnapshot()).toBe('connected'), 3000);
    expect(await client.session.status()).toEqual(STATUS);
    expect(seen).toEqual(['lost', 'connected']);
    expect(loopback.desk.called.filter((path) => path === 'session.lock')).toHaveLength(1);
    unsubscribe();
    sockets.at(-1)?.terminate();
    await vi.waitFor(() => expect(getSnapshot()).toBe('lost'));
    expect(seen).toEqual(['lost', 'connected']);
  });

  it('fails waiting calls when the first connection is refused', async () => {
    headers = {};
    const { client, getSnapshot } = connect();
    expect((await failureOf(client.session.status())).code).toBe('connectionLost');
    expect(getSnapshot()).toBe('lost');
  });

  it("leaves a caller's own cancellation as it is", async () => {
    const { client } = connect();
    await client.session.status();
    const cancel = new AbortController();
    const underWay = client.session.lock(undefined, { signal: cancel.signal });
    const ended = underWay.catch((error: unknown) => error);
    cancel.abort();
    expect(await ended).toMatchObject({ name: 'AbortError' });
    expect(await ended).not.toBeInstanceOf(ConnectionLost);
  });
});

describe('over a port', () => {
  it('speaks the same language as over the WebSocket', async () => {
    const desk = createStubDesk(
      {
        'session.status': () => STATUS,
        'cases.get': () => {
          throw new DeskError('caseNotFound');
        },
      },
      () => REPRESENTATIVE,
    );
    const { port1, port2 } = new MessageChannel();
    createChannelServer(desk)({
      onMessage: (listener) => port1.on('message', listener),
      onClose: (listener) => port1.on('close', listener),
      send: (text) => port1.postMessage(text),
      close: () => port1.close(),
    });
    const { client } = deskConnectionOver({
      send: (text) => port2.postMessage(text),
      onMessage: (listener) => port2.on('message', listener),
      onLoss: (listener) => port2.on('close', listener),
      subscribe: () => () => undefined,
      getSnapshot: () => 'connected',
    });
    expect(await client.session.status()).toEqual(STATUS);
    expect(await failureOf(client.cases.get({ caseId: CaseId.parse(CASE_ID) }))).toEqual({
      code: 'caseNotFound',
      data: undefined,
    });
    port1.close();
    expect((await failureOf(client.session.status())).code).toBe('connectionLost');
  });

  it('is only tried where the preload script offers it', () => {
    expect(isPortHandshake({ requestPort: () => undefined })).toBe(true);
    for (const other of [undefined, null, {}, { requestPort: 1 }, 'requestPort']) {
      expect(isPortHandshake(other)).toBe(false);
    }
  });
});

describe('waiting before the next attempt', () => {
  it('grows from a quarter of a second to ten, never beyond, never below the half', () => {
    expect(retryDelay(0, 1)).toBe(250);
    expect(retryDelay(3, 1)).toBe(2000);
    expect(retryDelay(50, 1)).toBe(10_000);
    expect(retryDelay(50, 0)).toBe(5_000);
  });
});
