import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { describeFailure } from '#electron/dispatcher/describeFailure.ts';
import type { Desk } from '#electron/dispatcher/desk.ts';
import { answerWithFile } from '#electron/host/answerWithFile.ts';
import type { SayHost } from '#electron/host/hostTexts.ts';
import { findRendererFile, type RendererFiles } from '#electron/host/rendererFiles.ts';
import { BARE_PAGE_POLICY, SECURITY_HEADERS } from '#electron/host/securityHeaders.ts';
import { createLinks } from './links.ts';
import { refusalPage } from './refusalPage.ts';
import { isOwnHost, sessionCookieName, sessionOf } from './requestChecks.ts';
import { createRpcSockets } from './rpcSockets.ts';

/** Only this machine: never a name that could resolve elsewhere, never all interfaces. */
const ADDRESS = '127.0.0.1';
const MAX_HEADER_BYTES = 16 * 1024;
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 20_000;

export interface LoopbackServerOptions {
  readonly desk: Desk;
  readonly files: RendererFiles;
  /** 0 lets the system choose a free one. */
  readonly port: number;
  readonly say: SayHost;
  readonly heartbeatMs?: number;
}

export interface LoopbackServer {
  readonly port: number;
  readonly origin: string;
  /** A link that opens the desk in one browser, once; the link before it is void from now on. */
  newLink(): string;
  close(): Promise<void>;
}

/**
 * Serves the renderer and the desk's WebSocket to this machine's browsers. Rejects with Node's
 * `EADDRINUSE` when the port is taken.
 */
export async function startLoopbackServer(options: LoopbackServerOptions): Promise<LoopbackServer> {
  const { desk, files, say } = options;
  const links = createLinks();
  const server = createServer({
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
  });
  const port = await listen(server, options.port);
  const origin = `http://${ADDRESS}:${port}`;
  const sockets = createRpcSockets({
    desk,
    port,
    isSession: links.isSession,
    ...(options.heartbeatMs === undefined ? {} : { heartbeatMs: options.heartbeatMs }),
  });
  server.on('upgrade', sockets.upgrade);
  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      desk.context.log.failure(describeFailure('loopback', error));
      if (!response.headersSent) refuse(response, 500);
      else response.destroy();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    request.resume();
    if (!isOwnHost(request, port)) return refuse(response, 421);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
    const url = parseUrl(request.url, origin);
    if (url === null) return refuse(response, 400);
    const token = url.searchParams.get('token');
    if (url.pathname === '/' && token !== null) return spendLink(request, response, token);
    const session = sessionOf(request, port);
    if (session === null || !links.isSession(session)) return sendRefusalPage(response);
    const file = findRendererFile(files, url.pathname);
    if (file === null) return refuse(response, 404);
    const { headers, body } = await answerWithFile(file, [`ws://${ADDRESS}:${port}`]);
    response.writeHead(200, { ...headers, 'content-length': body.byteLength });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  function spendLink(request: IncomingMessage, response: ServerResponse, token: string): void {
    // A browser that only looks ahead must not use the link up.
    const looksAhead = request.method === 'HEAD' || request.headers['sec-purpose'] !== undefined;
    const session = looksAhead ? null : links.spend(token);
    if (session === null) return sendRefusalPage(response);
    response.writeHead(303, {
      ...SECURITY_HEADERS,
      location: '/',
      'cache-control': 'no-store',
      // Cookies know no ports, so the name carries it: two desks on one machine stay apart.
      'set-cookie': `${sessionCookieName(port)}=${session}; Path=/; HttpOnly; SameSite=Strict`,
    });
    response.end();
  }

  function sendRefusalPage(response: ServerResponse): void {
    response.writeHead(403, {
      ...SECURITY_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': BARE_PAGE_POLICY,
      'cache-control': 'no-store',
    });
    response.end(refusalPage(say));
  }

  return {
    port,
    origin,
    newLink: () => `${origin}/?token=${links.newToken()}`,
    close: async () => {
      sockets.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function refuse(response: ServerResponse, status: 400 | 404 | 405 | 421 | 500): void {
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'content-security-policy': BARE_PAGE_POLICY,
    'cache-control': 'no-store',
    'content-length': 0,
    ...(status === 405 ? { allow: 'GET, HEAD' } : {}),
  });
  response.end();
}

function parseUrl(target: string | undefined, origin: string): URL | null {
  if (target === undefined || !target.startsWith('/') || target.startsWith('//')) return null;
  return URL.parse(target, origin);
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: ADDRESS, port, exclusive: true }, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return address.port;
}
