import { hashKey, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { HqPerson, HqStatus } from '#shared/contracts/hq/session.ts';
import { type HqPermission, rolesMay } from '#shared/domain/hub/hqPermission.ts';
import { useHq } from './hq.ts';

/** Whether anybody works here yet, and who is signed in. */
export function useHqStatus(): HqStatus {
  const { queries } = useHq();
  return useSuspenseQuery(queries.session.status.queryOptions()).data;
}

/** Puts a status that a procedure answered with in the place of the one known. */
export function useTakeHqStatus(): (status: HqStatus) => void {
  const { queries } = useHq();
  const cache = useQueryClient();
  return (status) => cache.setQueryData(queries.session.status.queryKey(), status);
}

/** Nothing of anybody's work stays in memory after they have gone. */
export function useForgetWork(): () => void {
  const { queries } = useHq();
  const cache = useQueryClient();
  return () => {
    const kept = hashKey(queries.session.status.queryKey());
    cache.removeQueries({ predicate: ({ queryKey }) => hashKey(queryKey) !== kept });
  };
}

/** Who works at the screens inside; stays the same while the session is over and taken up again. */
export const HqPersonContext = createContext<HqPerson | null>(null);

export function useHqPerson(): HqPerson {
  const person = useContext(HqPersonContext);
  if (person === null) throw new Error('a screen stands where nobody is signed in');
  return person;
}

/** Whether the person at the screen may do this; what they may not do is not offered. */
export function useHqMay(permission: HqPermission): boolean {
  return rolesMay(useHqPerson().roles, permission);
}
