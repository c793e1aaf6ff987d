import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  request as requestOf,
  type ServerResponse,
} from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Where a network fails, from the laptop's side of a request to its answer. */
export const CUTS = [
  /** The connection goes before headquarters hears anything. */
  'beforeRequest',
  /** Half of what is sent arrives. */
  'midRequest',
  /** Headquarters did its work, and its answer never comes. */
  'beforeResponse',
  /** Half of the answer comes. */
  'midResponse',
  /** Somebody else answers that all is well. */
  'portal',
  /** What stands before headquarters says that it is away, after headquarters did its work. */
  'gateway',
  /** All of it arrives, in many small pieces. */
  'slow',
] as const;
export type Cut = (typeof CUTS)[number];

export interface CuttingProxy {
  readonly origin: string;
  /** The requests so far, `METHOD /path`, cut ones too. */
  readonly requests: readonly string[];
  /** Cuts the next request that this holds for; once. Several wait for their turn. */
  cutNext(cut: Cut, holdsFor?: (method: string, path: string) => boolean): void;
  /** Cuts that were asked for and have not come about yet are forgotten; how many there were. */
  forgetCuts(): number;
  /** While it is, every connection goes before headquarters hears anything. */
  setDown(down: boolean | Plan['holdsFor']): void;
  close(): Promise<void>;
}

interface Plan {
  readonly cut: Cut;
  readonly holdsFor: (method: string, path: string) => boolean;
}

const SMALL_PIECE = 1_000;

/** Stands between laptop and headquarters and fails where it is told to. */
export async function createCuttingProxy(target: string): Promise<CuttingProxy> {
  const requests: string[] = [];
  const plans: Plan[] = [];
  let isDown: Plan['holdsFor'] = () => false;
  const server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    if (isDown(method, url)) return void request.socket.destroy();
    requests.push(`${method} ${url}`);
    const cut = plans[0]?.holdsFor(method, url) === true ? (plans.shift()?.cut ?? null) : null;
    // Whatever breaks here is what a network does: the laptop sees a connection that ended.
    carry(new URL(target), cut, request, response).catch(() => request.socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    requests,
    cutNext: (cut, holdsFor = () => true) => void plans.push({ cut, holdsFor }),
    forgetCuts: () => plans.splice(0).length,
    setDown: (down) => {
      isDown = typeof down === 'function' ? down : () => down;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function carry(
  target: URL,
  cut: Cut | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (cut === 'beforeRequest') return void request.socket.destroy();
  const sent = await bodyOf(request);
  if (cut === 'portal') {
    response.writeHead(200, { 'content-type': 'text/html' });
    return void response.end('<html><body>Welcome! Log in</body></html>');
  }
  const { status, headers, body } = await ask(target, cut, request, sent);
  if (cut === 'beforeResponse') return void request.socket.destroy();
  if (cut === 'gateway') {
    response.writeHead(502, { 'content-type': 'text/html' });
    return void response.end('<html><body>Bad gateway</body></html>');
  }
  response.writeHead(status, { ...headers, 'content-length': body.length });
  if (cut === 'midResponse') {
    response.write(body.subarray(0, body.length >> 1));
    await nextTurn();
    return void request.socket.destroy();
  }
  if (cut === 'slow') await inPieces(body, (piece) => response.write(piece));
  else response.write(body);
  response.end();
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

async function ask(
  target: URL,
  cut: Cut | null,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
): Promise<Answer> {
  const outgoing = requestOf(new URL(url ?? '/', target), {
    method,
    headers: { ...headers, host: target.host },
    agent: false,
  });
  if (cut === 'midRequest') {
    outgoing.on('error', () => undefined);
    outgoing.write(body.subarray(0, body.length >> 1));
    await nextTurn();
    outgoing.destroy();
    throw new Error('cut');
  }
  if (cut === 'slow') await inPieces(body, (piece) => outgoing.write(piece));
  else outgoing.write(body);
  outgoing.end();
  const answered: unknown[] = await once(outgoing, 'response');
  const [answer] = answered as [IncomingMessage];
  const { 'transfer-encoding': _chunked, connection: _hop, ...kept } = answer.headers;
  return { status: answer.statusCode ?? 500, headers: kept, body: await bodyOf(answer) };
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

async function inPieces(body: Buffer, write: (piece: Buffer) => unknown): Promise<void> {
  for (let at = 0; at < body.length; at += SMALL_PIECE) {
    write(body.subarray(at, at + SMALL_PIECE));
    await nextTurn();
  }
}
