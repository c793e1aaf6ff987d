import { useMutation } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useTakeHqStatus } from '#renderer/access/hq/status.ts';

export const SignOutContext = createContext<() => void>(() => undefined);

/** Ends the session at the hub, then forgets the person's work in this browser. */
export function useSignOut() {
  const { queries } = useHq();
  const takeStatus = useTakeHqStatus();
  const leave = useContext(SignOutContext);
  return useMutation(
    queries.session.signOut.mutationOptions({
      onSuccess: (status) => {
        takeStatus(status);
        leave();
      },
    }),
  );
}
