import { createContext, useContext } from 'react';

const RestoreWay = createContext<() => void>(() => undefined);

/** Whoever draws the doors says how one goes to the restore. */
export const RestoreWayProvider = RestoreWay.Provider;

/** Leads to the restore from a copy: from the first screen, from a door that does not open, from an old copy. */
export function useRestoreWay(): () => void {
  return useContext(RestoreWay);
}
