import {
  hashKey,
  type QueryClient,
  type QueryKey,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DeskStatus } from '#shared/contracts/session.ts';
import { useDesk } from './desk.ts';

export type OpenStatus = Extract<DeskStatus, { phase: 'open' }>;

/** What phase the desk is in, whose day it is and who sits at it. */
export function useStatus(): DeskStatus {
  const { queries } = useDesk();
  return useSuspenseQuery(queries.session.status.queryOptions()).data;
}

/**
 * The status inside screens that stand only on an open desk. A screen may hear of the lock before it is
 * taken away: until then it stands as it began.
 */
export function useOpenStatus(): OpenStatus {
  const status = useStatus();
  const [begun] = useState(() => (status.phase === 'open' ? status : null));
  if (status.phase === 'open') return status;
  if (begun === null) throw new Error('the desk is not open');
  return begun;
}

/** Puts a status that a procedure answered with in the place of the one known. */
export function useTakeStatus(): (status: DeskStatus) => void {
  const { queries } = useDesk();
  const cache = useQueryClient();
  return (status) => {
    const statusKey = queries.session.status.queryKey();
    cache.setQueryData(statusKey, status);
    if (status.phase !== 'open') forgetBehindLock(cache, statusKey);
  };
}

/** The desk was made anew from a copy: nothing that was read of the data before it still holds. */
export function useTakeRestored(): (status: DeskStatus) => void {
  const { queries } = useDesk();
  const cache = useQueryClient();
  const takeStatus = useTakeStatus();
  return (status) => {
    forgetBehindLock(cache, queries.session.status.queryKey());
    takeStatus(status);
  };
}

/**
 * Forgets all of a case whenever the desk is not open, also when another window has locked it or the
 * system has. For the one component that stands at every door.
 */
export function useForgetBehindLock(status: DeskStatus): void {
  const { queries } = useDesk();
  const cache = useQueryClient();
  const { phase } = status;
  const isTurned = status.phase === 'open' && status.kiosk !== null;
  useEffect(() => {
    if (phase !== 'open') forgetBehindLock(cache, queries.session.status.queryKey());
  }, [phase, cache, queries]);
  useEffect(() => {
    if (!isTurned) return;
    // The screen is the beneficiary's: nothing of anybody's case stays behind it.
    const kept = [queries.session.status.queryKey(), queries.opinion.surveys.queryKey()].map(
      hashKey,
    );
    cache.removeQueries({ predicate: ({ queryKey }) => !kept.includes(hashKey(queryKey)) });
  }, [isTurned, cache, queries]);
}

/** Nothing of a case stays in memory behind the lock. */
export function forgetBehindLock(cache: QueryClient, statusKey: QueryKey): void {
  const kept = hashKey(statusKey);
  cache.removeQueries({ predicate: ({ queryKey }) => hashKey(queryKey) !== kept });
}
