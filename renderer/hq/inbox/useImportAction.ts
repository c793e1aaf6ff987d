import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useHq } from '#renderer/access/hq/hq.ts';

/** Does something about cases on their way in, then has everything looked at again that counts them. */
export function useImportAction<Input, Output>(act: (input: Input) => Promise<Output>) {
  const { queries } = useHq();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: act,
    // Also after a refusal: somebody else may have acted first.
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: queries.imports.overview.key() }),
        cache.invalidateQueries({ queryKey: queries.imports.cases.key() }),
        cache.invalidateQueries({ queryKey: queries.imports.caseFile.key() }),
        cache.invalidateQueries({ queryKey: queries.intake.key() }),
        cache.invalidateQueries({ queryKey: queries.overview.key() }),
      ]),
  });
}
