import { useEffect, useRef } from 'react';
import { MAIN_ID } from './AppShell.tsx';

const FOCUS_LOOK_EVERY_MS = 100;
const FOCUS_LOOKS = 10;

/**
 * A new screen takes the focus when what held it is gone, so that the next Tab begins there; a list to
 * which somebody comes back gives it to the row that they left by. The screen before goes only when the
 * data of the next are there, hence a second of looking.
 */
export function useFocusOnScreen(path: string): void {
  const last = useRef(path);
  useEffect(() => {
    const left = last.current;
    // The door hands over to the first screen as it is, from the top of the page.
    if (left === path) return;
    last.current = path;
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      const main = document.getElementById(MAIN_ID);
      const { activeElement } = document;
      const isLost = activeElement === null || activeElement === document.body;
      const isTaken = !isLost && activeElement !== main;
      const row = isTaken ? undefined : linkTo(left, main);
      if (row !== undefined) row.focus();
      else if (isLost) main?.focus({ preventScroll: true });
      if (isTaken || row !== undefined || looks === FOCUS_LOOKS) clearInterval(timer);
    }, FOCUS_LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [path]);
}

/** The link of a table's row that leads to this path. */
function linkTo(path: string, main: HTMLElement | null): HTMLAnchorElement | undefined {
  const links = main?.querySelectorAll<HTMLAnchorElement>('tbody a[href]') ?? [];
  return [...links].find(({ hash }) => hash.replace(/^#/, '').split('?')[0] === path);
}
