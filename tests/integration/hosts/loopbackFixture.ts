import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { loadHostTexts } from '#electron/host/hostTexts.ts';
import { listRendererFiles } from '#electron/host/rendererFiles.ts';
import { type LoopbackServer, startLoopbackServer } from '#electron/loopback/loopbackServer.ts';
import { createStubDesk, type StubDesk } from './stubDesk.ts';

export const RESOURCES_FOLDER = fileURLToPath(new URL('../../../resources', import.meta.url));
export const STATUS = {
  phase: 'firstRun',
  today: '2026-03-01',
  preferences: { language: 'ar', theme: 'system', contrast: 'system', coverAfterMinutes: 10 },
} as const;

/** A built renderer in small: a page, a hashed script, a hashed style, and what must not be served. */
export function makeRendererFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'rifada-renderer-'));
  const folder = join(parent, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(parent, 'secret.json'), '"outside"');
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html><head></head><body></body></html>',
  );
  writeFileSync(join(folder, 'assets', 'index-B3xK9_aQ.js'), 'export {};');
  writeFileSync(join(folder, 'assets', 'index-C4yL0-bR.css'), 'body{}');
  writeFileSync(join(folder, 'notes.md'), 'not served');
  symlinkSync(join(parent, 'secret.json'), join(folder, 'link.json'));
  return folder;
}

export interface Loopback {
  readonly server: LoopbackServer;
  readonly desk: StubDesk;
}

export async function startLoopback(
  desk: StubDesk = createStubDesk({ 'session.status': () => STATUS }),
  heartbeatMs?: number,
): Promise<Loopback> {
  const server = await startLoopbackServer({
    desk,
    files: listRendererFiles(makeRendererFolder()),
    port: 0,
    say: loadHostTexts(RESOURCES_FOLDER),
    ...(heartbeatMs === undefined ? {} : { heartbeatMs }),
  });
  return { server, desk };
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One request exactly as given: `path` is not normalised, as a client library would. */
export function rawRequest(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const headers: Record<string, string> = {};
          for (const [name, value] of Object.entries(answer.headers)) headers[name] = String(value);
          resolve({
            status: answer.statusCode ?? 0,
            headers,
            body: Buffer.concat(parts).toString('utf8'),
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

/** Opens the link as a browser would; the value for the `cookie` header from then on. */
export async function openLink(server: LoopbackServer, link = server.newLink()): Promise<string> {
  const { pathname, search } = new URL(link);
  const answer = await rawRequest(server.port, `${pathname}${search}`);
  return (answer.headers['set-cookie'] ?? '').split(';')[0] ?? '';
}

/** The socket when it opened, else the status with which it was refused. */
export function openSocket(
  port: number,
  headers: Readonly<Record<string, string>>,
  path = '/rpc',
): Promise<WebSocket | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
    socket.on('open', () => resolve(socket));
    socket.on('unexpected-response', (_request, answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    socket.on('error', reject);
  });
}
