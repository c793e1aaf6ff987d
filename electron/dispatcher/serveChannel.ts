import { RPCHandler } from '@orpc/server/message-port';
import { describeFailure } from './describeFailure.ts';
import type { Desk } from './desk.ts';
import { deskHandlerOptions } from './handlerOptions.ts';
import { isWireMessage } from './messageGate.ts';

/** One window's line to the desk, whatever carries it: a WebSocket or a MessagePort. */
export interface Channel {
  /** Calls the listener with every message as it came, text or not. */
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
  send(text: string): void;
  close(): void;
}

/**
 * Answers calls on every channel that it is given. A message that is not one of ours closes its
 * channel: windows of ours send no such thing.
 */
export function createChannelServer(desk: Desk): (channel: Channel) => void {
  const handler = new RPCHandler(desk.router, deskHandlerOptions);
  const { log } = desk.context;
  return (channel) => {
    let open = true;
    channel.onClose(() => {
      open = false;
    });
    handler.upgrade(
      {
        onMessage: {
          addListener: (listener) => {
            channel.onMessage((message) => {
              if (!open) return;
              if (isWireMessage(message)) {
                listener(message);
                return;
              }
              open = false;
              log.note('channel closed: message refused');
              channel.close();
            });
          },
        },
        onDisconnect: { addListener: (listener) => channel.onClose(listener) },
        postMessage: (text: string) => {
          if (!open) return;
          // An answer that cannot be sent has nobody left to be told.
          try {
            channel.send(text);
          } catch (error) {
            log.failure(describeFailure('channel', error));
          }
        },
      },
      { context: desk.context },
    );
  };
}
