import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type LibraryPage, newPages, type Reading } from '#shared/domain/library/library.ts';
import { useDesk } from './desk.ts';
import { useLibrary } from './reference.ts';

export interface LibraryReads {
  readonly reading: Reading;
  /** Keeps that the person has this page before them. */
  readonly markRead: (page: string) => void;
}

const NOTHING_READ: Reading = { pages: {}, added: [] };

/** What the person at the desk has read of the library. */
export function useLibraryReads(): LibraryReads {
  const { queries } = useDesk();
  const cache = useQueryClient();
  const { data } = useQuery(queries.library.read.queryOptions());
  const { mutate } = useMutation(
    queries.library.markRead.mutationOptions({
      onSuccess: (read) => cache.setQueryData(queries.library.read.queryKey(), read),
    }),
  );
  const markRead = useCallback((page: string) => mutate({ page }), [mutate]);
  return { reading: data ?? NOTHING_READ, markRead };
}

/** Pages that were added, or changed since the person read them; those never opened are no news. */
export function useLibraryNews(): readonly LibraryPage[] {
  const library = useLibrary();
  const { reading } = useLibraryReads();
  return newPages(library, reading);
}
