import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useHq } from '#renderer/access/hq/hq.ts';

/** Does one thing to the library that is being written, and reads again how it stands then. */
export function useLibraryChange() {
  const { queries } = useHq();
  const cache = useQueryClient();
  return useMutation(
    queries.reference.changeLibrary.mutationOptions({
      scope: { id: 'library' },
      onSuccess: async () => {
        await Promise.all([
          cache.invalidateQueries({ queryKey: queries.reference.libraryDraft.key() }),
          cache.invalidateQueries({ queryKey: queries.reference.overview.key() }),
        ]);
      },
    }),
  );
}
