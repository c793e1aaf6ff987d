import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { DeskContract } from '#shared/contracts/deskContract.ts';
import { ConnectionLost, type ConnectionState, type DeskChannel } from './channel.ts';
import { isPortHandshake, openMessagePortChannel } from './messagePortChannel.ts';
import { openWebSocketChannel } from './webSocketChannel.ts';

export type { ConnectionState } from './channel.ts';
export { deskErrorOf } from './deskError.ts';

export type DeskClient = ContractRouterClient<DeskContract>;

/** The desk, and whether it can be reached just now. */
export interface DeskConnection {
  readonly client: DeskClient;
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => ConnectionState;
}

declare global {
  interface Window {
    /** Put there by Electron's preload script; absent in a browser. */
    readonly rifada?: unknown;
  }
}

/** Connects this window to its desk: by Electron's port where there is one, else to our own origin. */
export async function connectDesk(): Promise<DeskConnection> {
  if (isPortHandshake(window.rifada)) {
    return deskConnectionOver(await openMessagePortChannel(window.rifada));
  }
  const url = new URL('/rpc', window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return deskConnectionOver(openWebSocketChannel(url.href));
}

/**
 * Calls over this channel. A call fails with the contract's typed error, or with `ConnectionLost`
 * when no answer can come any more; `deskErrorOf` reads both.
 */
export function deskConnectionOver(channel: DeskChannel): DeskConnection {
  const link = new RPCLink({
    port: {
      onMessage: { addListener: channel.onMessage },
      onDisconnect: { addListener: channel.onLoss },
      postMessage: (text: string) => channel.send(text),
    },
    interceptors: [
      async ({ next, signal }) => {
        try {
          return await next();
        } catch (error) {
          if (error instanceof ORPCError || signal?.aborted) throw error;
          // oRPC ends the calls of a closed port with AbortError, or fails on its own closed queue.
          const lost = error instanceof Error && error.name === 'AbortError';
          throw lost || channel.getSnapshot() === 'lost' ? new ConnectionLost() : error;
        }
      },
    ],
  });
  return {
    client: createORPCClient(link),
    subscribe: channel.subscribe,
    getSnapshot: channel.getSnapshot,
  };
}
