import { useEffect } from 'react';

const LOOK_EVERY_MS = 1_500;
/** A screen that is missing for another reason is not asked for without end. */
const RELOADS_APART_MS = 60_000;
const RELOADED_AT = 'rifada.hq.reloadedAt';

/**
 * A screen that did not come is not fetched again by the browser, however the hub is by then: the page is
 * loaded anew once the hub answers, at the same address. After a new version of the hub too, whose screens
 * have other names.
 */
export function useReloadOnceBack(isGone: boolean): void {
  useEffect(() => {
    if (!isGone || Date.now() - lastReload() < RELOADS_APART_MS) return;
    const timer = setInterval(() => {
      void fetch('/health', { cache: 'no-store' }).then(
        ({ ok }) => {
          if (!ok) return;
          clearInterval(timer);
          sessionStorage.setItem(RELOADED_AT, String(Date.now()));
          location.reload();
        },
        // Still away.
        () => undefined,
      );
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isGone]);
}

function lastReload(): number {
  return Number(sessionStorage.getItem(RELOADED_AT) ?? 0);
}
