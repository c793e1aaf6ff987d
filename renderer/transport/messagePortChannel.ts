import { ConnectionLost, createChannelState, type DeskChannel } from './channel.ts';

/** What the preload script puts on the window; nothing else of Electron reaches the page. */
export interface PortHandshake {
  /** Asks the main process for a port, which then comes as a message with `PORT_MESSAGE`. */
  requestPort(): void;
}

/** The `data` of the window message that brings the port. The preload script sends the same word. */
export const PORT_MESSAGE = 'rifada:port';

export function isPortHandshake(value: unknown): value is PortHandshake {
  return (
    typeof value === 'object' &&
    value !== null &&
    'requestPort' in value &&
    typeof value.requestPort === 'function'
  );
}

/**
 * A channel over the port that the main process gives. It lives as long as the window: its end is
 * the end of the desk's process, so there is nothing to connect to again.
 */
export async function openMessagePortChannel(handshake: PortHandshake): Promise<DeskChannel> {
  const port = await receivePort(handshake);
  const { state, become, receive, observed } = createChannelState();
  port.addEventListener('message', (event: MessageEvent<unknown>) => receive(event.data));
  port.addEventListener('close', () => become('lost'));
  port.start();
  become('connected');
  return {
    ...observed,
    send: (text) => {
      if (state() !== 'connected') throw new ConnectionLost();
      port.postMessage(text);
    },
  };
}

function receivePort(handshake: PortHandshake): Promise<MessagePort> {
  return new Promise((resolve) => {
    function take(event: MessageEvent<unknown>): void {
      const port = event.ports[0];
      if (event.source !== window || event.data !== PORT_MESSAGE || port === undefined) return;
      window.removeEventListener('message', take);
      resolve(port);
    }
    window.addEventListener('message', take);
    handshake.requestPort();
  });
}
