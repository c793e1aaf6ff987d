import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useHq } from '#renderer/access/hq/hq.ts';
import { type SettingsDraft, sourceOf } from './settingsDraft.ts';
import { useKeptAtPauses } from './useKeptAtPauses.ts';

/**
 * The settings in the boxes. What is changed is kept at headquarters at each pause, and when the screen
 * is left; until it is published nobody but whoever looks here hears of it.
 */
export function useSettingsDraft(begun: SettingsDraft) {
  const { queries } = useHq();
  const cache = useQueryClient();
  const { mutateAsync, error } = useMutation(
    queries.reference.saveSettings.mutationOptions({
      onSuccess: async (state) => {
        cache.setQueryData(queries.reference.settingsDraft.queryKey(), (known) =>
          known === undefined ? known : { ...known, state },
        );
        await cache.invalidateQueries({ queryKey: queries.reference.overview.key() });
      },
    }),
  );
  const keep = useCallback(
    (draft: SettingsDraft) => mutateAsync({ settings: sourceOf(draft) }),
    [mutateAsync],
  );
  return { ...useKeptAtPauses(begun, keep), error };
}
