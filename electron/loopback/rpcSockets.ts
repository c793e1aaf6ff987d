import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Desk } from '#electron/dispatcher/desk.ts';
import { MAX_MESSAGE_LENGTH } from '#electron/dispatcher/messageGate.ts';
import { type Channel, createChannelServer } from '#electron/dispatcher/serveChannel.ts';
import { isOwnHost, isOwnOrigin, sessionOf } from './requestChecks.ts';

const HEARTBEAT_MS = 30_000;
/** Windows of one person on one machine; more than these is a fault or an attack. */
const MAX_SOCKETS = 16;
/** How long a window may take to say goodbye when the desk closes. */
const GOODBYE_MS = 500;
const CLOSE_POLICY = 1008;
const CLOSE_GOING_AWAY = 1001;

export interface RpcSocketsOptions {
  readonly desk: Desk;
  readonly port: number;
  readonly isSession: (secret: string) => boolean;
  readonly heartbeatMs?: number;
}

export interface RpcSockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

/** The WebSocket at `/rpc`: only for pages of this very origin that hold a session. */
export function createRpcSockets(options: RpcSocketsOptions): RpcSockets {
  const { desk, port } = options;
  const serve = createChannelServer(desk);
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    maxPayload: MAX_MESSAGE_LENGTH,
    perMessageDeflate: false,
  });
  const answered = new WeakSet<WebSocket>();

  // A window whose computer slept does not say goodbye: who leaves one ping unanswered is let go.
  const heartbeat = setInterval(() => {
    for (const socket of sockets.clients) {
      if (answered.delete(socket)) socket.ping();
      else socket.terminate();
    }
  }, options.heartbeatMs ?? HEARTBEAT_MS);
  heartbeat.unref();

  function refusal(request: IncomingMessage): number | null {
    if (!isOwnHost(request, port)) return 421;
    if (request.url !== '/rpc') return 404;
    if (!isOwnOrigin(request, port)) return 403;
    const session = sessionOf(request, port);
    if (session === null || !options.isSession(session)) return 403;
    return sockets.clients.size >= MAX_SOCKETS ? 503 : null;
  }

  return {
    upgrade: (request, socket, head) => {
      // Without a listener, a connection that is reset here would end the process.
      socket.on('error', () => socket.destroy());
      const status = refusal(request);
      if (status !== null) {
        socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
        return;
      }
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        answered.add(webSocket);
        webSocket.on('pong', () => answered.add(webSocket));
        // Too long or malformed frames: ws closes the socket itself with the fitting code.
        webSocket.on('error', () => desk.context.log.note('socket closed: frame refused'));
        serve(channelOf(webSocket));
      });
    },
    close: () => {
      clearInterval(heartbeat);
      for (const socket of sockets.clients) {
        socket.close(CLOSE_GOING_AWAY);
        setTimeout(() => socket.terminate(), GOODBYE_MS).unref();
      }
      sockets.close();
    },
  };
}

function channelOf(webSocket: WebSocket): Channel {
  return {
    onMessage: (listener) => {
      webSocket.on('message', (data, isBinary) => {
        listener(!isBinary && Buffer.isBuffer(data) ? data.toString('utf8') : null);
      });
    },
    onClose: (listener) => {
      webSocket.on('close', listener);
    },
    send: (text) => webSocket.send(text),
    close: () => webSocket.close(CLOSE_POLICY),
  };
}
