import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { DeskStatus } from '#shared/contracts/session.ts';
import { useDesk } from './desk.ts';

export type OpenStatus = Extract<DeskStatus, { phase: 'open' }>;

/** What phase the desk is in, whose day it is and who sits at it. */
export function useStatus(): DeskStatus {
  const { queries } = useDesk();
  return useSuspenseQuery(queries.session.status.queryOptions()).data;
}

/** The status inside screens that stand only on an open desk. */
export function useOpenStatus(): OpenStatus {
  const status = useStatus();
  if (status.phase !== 'open') throw new Error('the desk is not open');
  return status;
}

/** Puts a status that a procedure answered with in the place of the one known. */
export function useTakeStatus(): (status: DeskStatus) => void {
  const { queries } = useDesk();
  const cache = useQueryClient();
  return (status) => {
    cache.setQueryData(queries.session.status.queryKey(), status);
    if (status.phase !== 'open') {
      // Nothing of a case stays in memory behind the lock.
      cache.removeQueries({
        predicate: ({ queryKey }) =>
          JSON.stringify(queryKey) !== JSON.stringify(queries.session.status.queryKey()),
      });
    }
  };
}
