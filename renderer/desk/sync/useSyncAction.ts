import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDesk } from '#renderer/access/desk.ts';
import type { SyncStatus } from '#shared/contracts/sync.ts';

/** Something that is done about sync and answers with how it stands: the screen shows that at once. */
export function useSyncAction<Input = void>(act: (input: Input) => Promise<SyncStatus>) {
  const cache = useQueryClient();
  const { queries } = useDesk();
  return useMutation({
    mutationFn: act,
    onSuccess: (status) => cache.setQueryData(queries.sync.status.queryKey(), status),
  });
}
