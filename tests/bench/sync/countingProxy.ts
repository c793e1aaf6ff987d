import { once } from 'node:events';
import { connect, createServer } from 'node:net';

export interface CountingProxy {
  readonly port: number;
  /** All bytes that went through, both ways. */
  readonly bytes: () => number;
  close(): void;
}

/** Carries bytes to a port of this machine and counts them: what a network would have carried. */
export async function countingProxy(targetPort: number): Promise<CountingProxy> {
  let bytes = 0;
  const server = createServer((client) => {
    const target = connect(targetPort, '127.0.0.1');
    for (const [from, to] of [
      [client, target],
      [target, client],
    ] as const) {
      from.on('data', (piece: Buffer) => {
        bytes += piece.length;
      });
      from.on('error', () => to.destroy());
      from.pipe(to);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    bytes: () => bytes,
    close: () => server.close(),
  };
}
