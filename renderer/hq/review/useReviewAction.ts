import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useHq } from '#renderer/access/hq/hq.ts';

/** Says something of who is who, then has everything that hangs on it looked at again. */
export function useReviewAction<Input, Output>(act: (input: Input) => Promise<Output>) {
  const { queries } = useHq();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () =>
      Promise.all(
        [queries.review.key(), queries.imports.key(), queries.overview.key()].map((queryKey) =>
          cache.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
