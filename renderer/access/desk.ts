import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import { createContext, useContext } from 'react';
import type { DeskClient, DeskConnection } from '#renderer/transport/deskClient.ts';

/** The desk as screens see it: one typed client, and queries made from it. */
export interface DeskAccess {
  readonly connection: DeskConnection;
  readonly client: DeskClient;
  readonly queries: RouterUtils<DeskClient>;
}

export function deskOf(connection: DeskConnection): DeskAccess {
  return {
    connection,
    client: connection.client,
    queries: createTanstackQueryUtils(connection.client),
  };
}

export const DeskContext = createContext<DeskAccess | null>(null);

export function useDesk(): DeskAccess {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('a screen stands outside DeskContext');
  return desk;
}
