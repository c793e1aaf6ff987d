/** `connecting` only until the first connection stands; afterwards it is there or it is lost. */
export type ConnectionState = 'connecting' | 'connected' | 'lost';

/** What carries this window's calls to the desk. */
export interface DeskChannel {
  /** Sends, or keeps the text until the first connection stands. Throws `ConnectionLost`. */
  send(text: string): void;
  onMessage(listener: (text: string) => void): void;
  /** Called at every loss of the connection: calls under way will get no answer any more. */
  onLoss(listener: () => void): void;
  /** For `useSyncExternalStore`; answers with the function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => ConnectionState;
}

/** The desk was not reached, or the connection broke before it answered. What was saved is saved. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/** State and listeners that both kinds of channel have in common. */
export function createChannelState() {
  let state: ConnectionState = 'connecting';
  const watchers = new Set<() => void>();
  const messageListeners: ((text: string) => void)[] = [];
  const lossListeners: (() => void)[] = [];
  return {
    state: () => state,
    become: (next: ConnectionState) => {
      if (next === state) return;
      state = next;
      if (next === 'lost') for (const listener of lossListeners) listener();
      for (const watcher of watchers) watcher();
    },
    receive: (message: unknown) => {
      if (typeof message !== 'string') return;
      for (const listener of messageListeners) listener(message);
    },
    observed: {
      onMessage: (listener: (text: string) => void) => void messageListeners.push(listener),
      onLoss: (listener: () => void) => void lossListeners.push(listener),
      subscribe: (listener: () => void) => {
        watchers.add(listener);
        return () => void watchers.delete(listener);
      },
      getSnapshot: () => state,
    },
  };
}
