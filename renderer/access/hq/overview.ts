import { useQuery } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { dayOf } from '#renderer/language/days.ts';
import { useHq } from './hq.ts';

const LOOK_EVERY_MS = 15_000;
/** A session ends by itself when nobody is there: looking on its own must not keep it open. */
const AT_WORK_MS = 5 * 60_000;
const HANDS = ['pointerdown', 'keydown', 'wheel'] as const;

/** What the frame says, looked at again while a hand is at work. */
export function useOverview() {
  const { queries } = useHq();
  return useQuery({ ...queries.overview.get.queryOptions(), refetchInterval: useLookEvery() });
}

/** How often a screen looks again by itself, in milliseconds; not at all while nobody is there. */
export function useLookEvery(everyMs: number = LOOK_EVERY_MS): () => number | false {
  // Drawn again when somebody comes back, the query takes up its interval.
  useSyncExternalStore(watchHands, () => returns);
  return () => (Date.now() - lastHandAt < AT_WORK_MS ? everyMs : false);
}

/** The day at headquarters, `YYYY-MM-DD` in Riyadh. */
export function useHqToday(): string {
  const { data } = useOverview();
  const [opened] = useState(() => new Date().toISOString());
  return dayOf(data?.hubTime ?? opened);
}

let lastHandAt = Date.now();
let returns = 0;
const watchers = new Set<() => void>();

function noteHand(): void {
  const wasAway = Date.now() - lastHandAt >= AT_WORK_MS;
  lastHandAt = Date.now();
  if (!wasAway) return;
  returns += 1;
  for (const watcher of watchers) watcher();
}

function watchHands(watcher: () => void): () => void {
  if (watchers.size === 0) {
    for (const hand of HANDS) window.addEventListener(hand, noteHand, { passive: true });
  }
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    for (const hand of HANDS) window.removeEventListener(hand, noteHand);
  };
}
