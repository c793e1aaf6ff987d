import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useHq } from '#renderer/access/hq/hq.ts';

/** Does something in a session or about a decision, then has everything of the committee looked at again. */
export function useCommitteeAction<Input, Output>(act: (input: Input) => Promise<Output>) {
  const { queries } = useHq();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: queries.committee.key() }),
        cache.invalidateQueries({ queryKey: queries.decisions.key() }),
        cache.invalidateQueries({ queryKey: queries.overview.key() }),
      ]),
  });
}
