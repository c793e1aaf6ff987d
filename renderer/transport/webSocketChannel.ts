import { ConnectionLost, createChannelState, type DeskChannel } from './channel.ts';

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 10_000;

/**
 * A channel over a WebSocket that connects again by itself, ever more slowly up to ten seconds.
 * Nothing is sent twice: calls that were under way fail, and the screen decides what to do.
 */
export function openWebSocketChannel(url: string): DeskChannel {
  const { state, become, receive, observed } = createChannelState();
  let outbox: string[] = [];
  let attempt = 0;
  let socket = connect();

  function connect(): WebSocket {
    const next = new WebSocket(url);
    next.addEventListener('open', () => {
      attempt = 0;
      for (const text of outbox) next.send(text);
      outbox = [];
      become('connected');
    });
    next.addEventListener('message', (event: MessageEvent<unknown>) => receive(event.data));
    // A failed attempt ends with `close` too, so `error` needs no listener.
    next.addEventListener('close', () => {
      outbox = [];
      become('lost');
      setTimeout(() => {
        socket = connect();
      }, retryDelay(attempt));
      attempt += 1;
    });
    return next;
  }

  return {
    ...observed,
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
      else if (state() === 'connecting') outbox.push(text);
      else throw new ConnectionLost();
    },
  };
}

/** Milliseconds before the next attempt; the half of it by chance, so that windows do not march in step. */
export function retryDelay(attempt: number, chance = Math.random()): number {
  const longest = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempt, 10));
  return longest / 2 + (longest / 2) * chance;
}
