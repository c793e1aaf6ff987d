import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useHq } from '#renderer/access/hq/hq.ts';

/** Says something of who is who, then has everything that hangs on it looked at again. */
export function useReviewAction<Input, Output>(act: (input: Input) => Promise<Output>) {
  const { queries } = useHq();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: act,
    // Not waited for: what is looked at again may take away the very form from which it was said.
    onSettled: () => {
      for (const queryKey of [
        queries.review.key(),
        queries.imports.key(),
        queries.overview.key(),
      ]) {
        void cache.invalidateQueries({ queryKey });
      }
    },
  });
}
