import { useSyncExternalStore } from 'react';
import type { AppearanceWishes } from '#renderer/appearance/Appearance.tsx';
import { Preferences } from '#shared/contracts/session.ts';

const PLACE = 'rifada.hq.appearance';
const Wishes = Preferences.pick({ language: true, theme: true, contrast: true });
const FIRST: AppearanceWishes = { language: 'ar', theme: 'system', contrast: 'system' };

let wishes = readWishes();
const listeners = new Set<() => void>();

/** How the screens look in this browser: kept in it, for whoever signs in. */
export function useWishes(): AppearanceWishes {
  return useSyncExternalStore(subscribe, () => wishes);
}

export function wish(change: Partial<AppearanceWishes>): void {
  wishes = { ...wishes, ...change };
  try {
    localStorage.setItem(PLACE, JSON.stringify(wishes));
  } catch {
    // A browser that keeps nothing shows it as chosen until the page is left.
  }
  for (const listener of listeners) listener();
}

function readWishes(): AppearanceWishes {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PLACE) ?? 'null');
    const parsed = Wishes.safeParse(kept);
    return parsed.success ? parsed.data : FIRST;
  } catch {
    return FIRST;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
