import { type UseMutationOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import type { Act } from '#renderer/caseParts/service/act.ts';

/** A procedure of the hub as the parts that desk and headquarters share run it. */
export function useHqAct<Input, Output, Said>(
  procedure: UseMutationOptions<Output, Error, Input>,
  inputOf: (said: Said) => Input,
): Act<Said> {
  const { queries } = useHq();
  const cache = useQueryClient();
  const mutation = useMutation({
    ...procedure,
    // Also after a refusal: the case may be another than was looked at.
    onSettled: async () => {
      await cache.invalidateQueries({ queryKey: queries.delivery.key() });
      await Promise.all([
        cache.invalidateQueries({ queryKey: queries.registry.key() }),
        cache.invalidateQueries({ queryKey: queries.overview.key() }),
      ]);
    },
  });
  return {
    run: (said, done) => mutation.mutate(inputOf(said), { onSettled: () => done?.() }),
    isBusy: mutation.isPending,
    refusal: <HqErrorNote error={mutation.error} />,
  };
}
