import { useEffect } from 'react';
import { useDesk } from '#renderer/access/desk.ts';

/** What a break kept from being saved is saved when the desk is back, without a hand. */
export function useFlushWhenBack(flush: () => Promise<void>): void {
  const { connection } = useDesk();
  useEffect(
    () =>
      connection.subscribe(() => {
        if (connection.getSnapshot() === 'connected') void flush();
      }),
    [connection, flush],
  );
}
