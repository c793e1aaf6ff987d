import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useHq } from '#renderer/access/hq/hq.ts';
import type { StudyFile } from '#shared/contracts/hq/study.ts';

/**
 * A step of the study or of a referral: its answer takes the place of the case that stands on the screen,
 * and the lists are counted anew. After a refusal the case is read again, since it may have changed.
 */
export function useStudyAction<Input>(act: (input: Input) => Promise<StudyFile>) {
  const { queries } = useHq();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (file) => {
      const input = { caseId: file.case.caseId };
      cache.setQueryData(queries.study.open.queryKey({ input }), file);
    },
    onError: () => cache.invalidateQueries({ queryKey: queries.study.open.key() }),
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: queries.study.list.key() }),
        cache.invalidateQueries({ queryKey: queries.referrals.key() }),
        cache.invalidateQueries({ queryKey: queries.overview.key() }),
      ]),
  });
}
