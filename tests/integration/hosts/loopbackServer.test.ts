import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { MAX_MESSAGE_LENGTH } from '#electron/dispatcher/messageGate.ts';
import type { LoopbackServer } from '#electron/loopback/loopbackServer.ts';
import {
  type Loopback,
  openLink,
  openSocket,
  type RawAnswer,
  rawRequest,
  STATUS,
  startLoopback,
} from './loopbackFixture.ts';

let loopback: Loopback;
let server: LoopbackServer;
let cookie: string;

beforeAll(async () => {
  loopback = await startLoopback();
  server = loopback.server;
  cookie = await openLink(server);
});

afterAll(async () => {
  await server.close();
});

function get(
  path: string,
  headers: Readonly<Record<string, string>> = { cookie },
): Promise<RawAnswer> {
  return rawRequest(server.port, path, headers);
}

function expectRefusalPage(answer: RawAnswer): void {
  expect(answer.status).toBe(403);
  expect(answer.body).toContain('lang="ar" dir="rtl"');
  expect(answer.body).toContain('npm start');
  expect(answer.body).toContain('Take the new link');
  expect(answer.headers['set-cookie']).toBeUndefined();
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
}

describe('the one-time link', () => {
  it('opens a session once, in a cookie that scripts and other sites cannot use', async () => {
    const { pathname, search } = new URL(server.newLink());
    const first = await get(`${pathname}${search}`, {});
    expect(first.status).toBe(303);
    expect(first.headers['location']).toBe('/');
    expect(first.headers['set-cookie']).toMatch(
      new RegExp(`^rifada-${server.port}=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
    );
    expectRefusalPage(await get(`${pathname}${search}`, {}));
  });

  it('keeps the page through reloads by the cookie', async () => {
    expect((await get('/')).status).toBe(200);
    expect((await get('/')).status).toBe(200);
  });

  it.each(['/', '/index.html', '/assets/index-B3xK9_aQ.js', '/elsewhere'])(
    'is asked for at %s without a session',
    async (path) => {
      expectRefusalPage(await get(path, {}));
    },
  );

  it.each(['/?token=', '/?token=wrong', `/?token=${'A'.repeat(43)}`, '/?token=%00'])(
    'refuses %s',
    async (path) => {
      server.newLink();
      expectRefusalPage(await get(path, {}));
    },
  );

  it('is void as soon as a newer one was asked for', async () => {
    const older = new URL(server.newLink());
    const newer = server.newLink();
    expectRefusalPage(await get(`/${older.search}`, {}));
    expect(await openLink(server, newer)).not.toBe('');
  });

  it('is not used up by a browser that only looks ahead', async () => {
    const link = server.newLink();
    const { search } = new URL(link);
    expect((await get(`/${search}`, { 'sec-purpose': 'prefetch;prerender' })).status).toBe(403);
    expect((await rawRequest(server.port, `/${search}`, {}, 'HEAD')).status).toBe(403);
    expect(await openLink(server, link)).not.toBe('');
  });

  it('refuses a cookie of another port, a made-up one and two at once', async () => {
    const secret = cookie.slice(cookie.indexOf('=') + 1);
    expectRefusalPage(await get('/', { cookie: `rifada-1=${secret}` }));
    expectRefusalPage(await get('/', { cookie: `rifada-${server.port}=${'A'.repeat(43)}` }));
    expectRefusalPage(await get('/', { cookie: `${cookie}; rifada-${server.port}=x` }));
  });
});

describe('pages and files', () => {
  it('sends the page with the strict policy and never keeps it', async () => {
    const { headers, body } = await get('/');
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['permissions-policy']).toContain('camera=(self), microphone=()');
    const policy = new Map(
      (headers['content-security-policy'] ?? '').split('; ').map((directive) => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources];
      }),
    );
    const nonce = /<meta name="csp-nonce" content="([^"]{20,})">/.exec(body)?.[1];
    expect(Object.fromEntries(policy)).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", `'nonce-${nonce}'`],
      'font-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'connect-src': ["'self'", `ws://127.0.0.1:${server.port}`],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
      'frame-src': ["'none'"],
      'object-src': ["'none'"],
    });
    expect((await get('/')).body).not.toBe(body);
  });

  it('sends hashed files with their type, to be kept for good', async () => {
    const script = await get('/assets/index-B3xK9_aQ.js');
    expect(script).toMatchObject({ status: 200, body: 'export {};' });
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.headers['cache-control']).toContain('immutable');
    const style = await get('/assets/index-C4yL0-bR.css');
    expect(style.headers['content-type']).toBe('text/css; charset=utf-8');
  });

  it.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/..%5c..%5csecret.json',
    '/link.json',
    '/notes.md',
    '/assets',
    '/assets/',
    '/index.html%00.js',
    '/assets//index-B3xK9_aQ.js',
  ])('does not hand out %s', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.body).toBe('');
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('refuses %s', async (method) => {
    expect((await rawRequest(server.port, '/', { cookie }, method)).status).toBe(405);
  });

  it.each(['localhost', 'rebound.example', '127.0.0.1', '127.0.0.1:1', '[::1]:80'])(
    'refuses a request that names the host %s',
    async (host) => {
      const answer = await get('/', { cookie, host });
      expect({ status: answer.status, body: answer.body }).toEqual({ status: 421, body: '' });
    },
  );

  it('refuses a link under another name without using it up', async () => {
    const link = server.newLink();
    const { search } = new URL(link);
    expect((await get(`/${search}`, { host: `localhost:${server.port}` })).status).toBe(421);
    expect(await openLink(server, link)).not.toBe('');
  });

  it('listens on this machine alone', async () => {
    const elsewhere = await new Promise<string>((resolve) => {
      const socket = connect({ host: '127.0.0.2', port: server.port });
      socket.on('connect', () => resolve('connected'));
      socket.on('error', () => resolve('refused'));
    });
    expect(elsewhere).toBe('refused');
  });
});

describe('the WebSocket', () => {
  const own = () => ({ cookie, origin: server.origin });

  async function opened(): Promise<WebSocket> {
    const socket = await openSocket(server.port, own());
    if (!(socket instanceof WebSocket)) throw new Error(`refused with ${socket}`);
    return socket;
  }

  function answerTo(socket: WebSocket, message: string): Promise<unknown> {
    return new Promise((resolve) => {
      socket.once('message', (data: Buffer) => resolve(JSON.parse(data.toString('utf8'))));
      socket.send(message);
    });
  }

  function closeCodeAfter(socket: WebSocket, message: string | Buffer): Promise<number> {
    return new Promise((resolve) => {
      socket.once('close', (code) => resolve(code));
      socket.send(message);
    });
  }

  it('answers a call of our page', async () => {
    const socket = await opened();
    const answer = await answerTo(socket, '{"i":"1","p":{"u":"/session/status","b":{}}}');
    expect(answer).toEqual({ i: '1', p: { b: { json: STATUS } } });
    socket.close();
  });

  it.each([
    ['without a cookie', { cookie: '' }, 403],
    ['with a cookie that is not ours', { cookie: 'rifada=1' }, 403],
    ['from another site', { origin: 'https://example.org' }, 403],
    ['from another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['from a file or a sandboxed frame', { origin: 'null' }, 403],
    ['under another name', { host: 'rebound.example' }, 421],
  ])('is refused %s', async (_case, changed, status) => {
    expect(await openSocket(server.port, { ...own(), ...changed })).toBe(status);
  });

  it('is refused without an origin', async () => {
    expect(await openSocket(server.port, { cookie })).toBe(403);
  });

  it.each(['/', '/rpc/', '/rpc?x=1', '//rpc'])('is not at %s', async (path) => {
    expect(await openSocket(server.port, own(), path)).toBe(404);
  });

  it.each([
    ['no JSON', 'هيا القحطاني'],
    ['no call', '[]'],
    ['a call of another address', '{"i":"1","p":{"u":"http://example.org/","b":{}}}'],
    ['a method of its own', '{"i":"1","p":{"u":"/session/status","m":"GET","b":{}}}'],
    ['headers', '{"i":"1","p":{"u":"/session/status","h":{"content-type":"x"},"b":{}}}'],
    ['a stream', '{"i":"1","t":3,"p":{"e":"message"}}'],
    [
      'too deep',
      `{"i":"1","p":{"u":"/session/status","b":{"json":${'['.repeat(60)}${']'.repeat(60)}}}}`,
    ],
  ])('closes at a message with %s, and writes none of it down', async (_case, message) => {
    const before = loopback.desk.called.length;
    expect(await closeCodeAfter(await opened(), message)).toBe(1008);
    expect(loopback.desk.called.length).toBe(before);
    expect(JSON.stringify([loopback.desk.log.notes, loopback.desk.log.failures])).not.toContain(
      'هيا',
    );
  });

  it('closes at a binary message', async () => {
    const call = Buffer.from('{"i":"1","p":{"u":"/session/status","b":{}}}');
    expect(await closeCodeAfter(await opened(), call)).toBe(1008);
  });

  it('closes at a message that is too long', async () => {
    expect(await closeCodeAfter(await opened(), 'x'.repeat(MAX_MESSAGE_LENGTH + 1))).toBe(1009);
  });

  it('refuses a procedure that is not there', async () => {
    const socket = await opened();
    for (const path of ['/cases/burn', '/constructor', '/cases/toString', '/cases']) {
      const message = JSON.stringify({ i: '7', p: { u: path, b: {} } });
      expect(await answerTo(socket, message)).toMatchObject({
        p: { b: { json: { code: 'inputInvalid', defined: true } } },
      });
    }
    socket.close();
  });

  it('refuses a body that oRPC cannot decode', async () => {
    const socket = await opened();
    const body = { json: null, meta: [[0, 'a']] };
    const answer = await answerTo(
      socket,
      JSON.stringify({ i: '9', p: { u: '/session/status', b: body } }),
    );
    expect(answer).toMatchObject({ p: { b: { json: { code: 'unexpected', defined: true } } } });
    expect(loopback.desk.log.failures.at(-1)).toMatchObject({ place: 'handler' });
    socket.close();
  });
});

describe('the heartbeat', () => {
  it('lets go of a window that does not answer and keeps one that does', async () => {
    const quick = await startLoopback(undefined, 40);
    const headers = { cookie: await openLink(quick.server), origin: quick.server.origin };
    const alive = await openSocket(quick.server.port, headers);
    const silent = await openSocket(quick.server.port, headers);
    if (!(alive instanceof WebSocket) || !(silent instanceof WebSocket)) throw new Error('refused');
    silent.pong = () => undefined;
    await new Promise((resolve) => silent.once('close', resolve));
    expect(alive.readyState).toBe(WebSocket.OPEN);
    const gone = new Promise((resolve) => alive.once('close', resolve));
    await quick.server.close();
    expect(await gone).toBe(1001);
  });
});

describe('starting', () => {
  it('says so when the port is taken', async () => {
    const { startLoopbackServer } = await import('#electron/loopback/loopbackServer.ts');
    const taken = startLoopbackServer({
      desk: loopback.desk,
      files: new Map(),
      port: server.port,
      say: () => ({ ar: '', en: '' }),
    });
    await expect(taken).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
