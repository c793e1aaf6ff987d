import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { PagesRead } from '#shared/domain/library/library.ts';
import { newsOf } from '#shared/domain/library/library.ts';
import { useDesk } from './desk.ts';
import { useLibrary } from './reference.ts';

export interface LibraryReads {
  readonly pages: PagesRead;
  /** Keeps that the person has this page before them. */
  readonly markRead: (page: string) => void;
}

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
  return { pages: data?.pages ?? {}, markRead };
}

/** How many pages changed since the person read them; those never opened are no news. */
export function useLibraryNews(): number {
  const library = useLibrary();
  const { pages } = useLibraryReads();
  return library.pages.filter((page) => newsOf(page, pages) === 'changed').length;
}
