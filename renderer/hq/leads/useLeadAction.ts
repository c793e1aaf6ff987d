import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useHq } from '#renderer/access/hq/hq.ts';

/** Does something about what reached headquarters, then has the lists looked at again. */
export function useLeadAction<Input, Output>(act: (input: Input) => Promise<Output>) {
  const { queries } = useHq();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: queries.leads.key() }),
        cache.invalidateQueries({ queryKey: queries.overview.key() }),
      ]),
  });
}
