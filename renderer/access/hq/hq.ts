import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import { createContext, useContext } from 'react';
import type { HqClient } from '#renderer/transport/hqClient.ts';

/** Headquarters as its screens see it: one typed client, and queries made from it. */
export interface HqAccess {
  readonly client: HqClient;
  readonly queries: RouterUtils<HqClient>;
}

export function hqOf(client: HqClient): HqAccess {
  return { client, queries: createTanstackQueryUtils(client) };
}

export const HqContext = createContext<HqAccess | null>(null);

export function useHq(): HqAccess {
  const hq = useContext(HqContext);
  if (hq === null) throw new Error('a screen stands outside HqContext');
  return hq;
}
