import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { createContext, useContext } from 'react';
import type { DeskConnection } from '#renderer/transport/deskClient.ts';

/** The desk as screens see it: one typed client, and queries made from it. */
export function deskOf(connection: DeskConnection) {
  return {
    connection,
    client: connection.client,
    queries: createTanstackQueryUtils(connection.client),
  };
}
export type DeskAccess = ReturnType<typeof deskOf>;

export const DeskContext = createContext<DeskAccess | null>(null);

export function useDesk(): DeskAccess {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('a screen stands outside DeskContext');
  return desk;
}
