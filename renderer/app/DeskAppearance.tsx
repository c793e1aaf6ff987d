import { useMutation } from '@tanstack/react-query';
import { useDesk } from '#renderer/access/desk.ts';
import { useStatus, useTakeStatus } from '#renderer/access/status.ts';
import { AppearanceMenu } from '#renderer/appearance/AppearanceMenu.tsx';

/** What is chosen is kept for this laptop. */
export function DeskAppearance() {
  const { queries } = useDesk();
  const { preferences } = useStatus();
  const keep = useMutation(
    queries.session.setPreferences.mutationOptions({ onSuccess: useTakeStatus() }),
  );
  return <AppearanceMenu wishes={preferences} onChange={(change) => keep.mutate(change)} />;
}
