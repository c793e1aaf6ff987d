import { useOverview } from '#renderer/access/hq/overview.ts';

/** How many laptops ask to be taken in, by the hub's last count. */
export function useWaitingRequests(): number {
  return useOverview().data?.waiting.enrolments ?? 0;
}
