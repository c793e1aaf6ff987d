import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useHq } from '#renderer/access/hq/hq.ts';
import { type SettingsDraft, sourceOf } from './settingsDraft.ts';

/** Kept after so long a pause, in milliseconds. */
const PAUSE_MS = 700;

/**
 * The settings in the boxes. What is changed is kept at headquarters at each pause, and when the screen
 * is left; until it is published nobody but whoever looks here hears of it.
 */
export function useSettingsDraft(begun: SettingsDraft) {
  const { queries } = useHq();
  const cache = useQueryClient();
  const [draft, setDraft] = useState(begun);
  const unkept = useRef<SettingsDraft | null>(null);
  const save = useMutation(
    queries.reference.saveSettings.mutationOptions({
      scope: { id: 'settings' },
      onSuccess: async (state) => {
        cache.setQueryData(queries.reference.settingsDraft.queryKey(), (known) =>
          known === undefined ? known : { ...known, state },
        );
        await cache.invalidateQueries({ queryKey: queries.reference.overview.key() });
      },
    }),
  );
  const { mutate } = save;
  const [isWaiting, setWaiting] = useState(false);
  useEffect(() => {
    if (unkept.current === null) return;
    const timer = setTimeout(() => {
      unkept.current = null;
      setWaiting(false);
      mutate({ settings: sourceOf(draft) });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, mutate]);
  useEffect(
    () => () => {
      if (unkept.current !== null) mutate({ settings: sourceOf(unkept.current) });
    },
    [mutate],
  );
  return {
    draft,
    change: (part: Partial<SettingsDraft>) => {
      const next = { ...draft, ...part };
      unkept.current = next;
      setWaiting(true);
      setDraft(next);
    },
    isKeeping: isWaiting || save.isPending,
    error: save.error,
  };
}
