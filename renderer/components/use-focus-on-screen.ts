import { useEffect, useRef } from 'react';
import { MAIN_ID } from './AppShell.tsx';

/** Where the work of a case stands: past its head, its steps and its parts. */
export const WORK_ID = 'work';

const FOCUS_LOOK_EVERY_MS = 100;
const FOCUS_LOOKS = 50;

/**
 * A new screen takes the focus when what held it is gone, so that the next Tab begins there, in a case at
 * the work itself; a list to which somebody comes back gives it to the row that they left by. The screen
 * before goes only when the data of the next are there, which takes a slow laptop a while: hence some
 * seconds of looking.
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
      const work = document.getElementById(WORK_ID);
      const isTaken = !isLost && activeElement !== main && activeElement !== work;
      const row = isTaken ? undefined : linkTo(left, main);
      if (row !== undefined) row.focus();
      else if (isLost || (activeElement === main && work !== null)) {
        (work ?? main)?.focus({ preventScroll: true });
      }
      if (isTaken || row !== undefined || looks === FOCUS_LOOKS) clearInterval(timer);
    }, FOCUS_LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [path]);
}

/** A part of the work that takes the place of another under the hands takes the focus when it is lost. */
export function useFocusOnPart(): void {
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body) return;
    document.getElementById(WORK_ID)?.focus({ preventScroll: true });
  }, []);
}

/** The link of a table's row that leads to this path, or to another step of what it is about. */
function linkTo(path: string, main: HTMLElement | null): HTMLAnchorElement | undefined {
  const links = main?.querySelectorAll<HTMLAnchorElement>('tbody a[href]') ?? [];
  const subject = withoutStep(path);
  return [...links].find(
    ({ hash }) => withoutStep(hash.replace(/^#/, '').split('?')[0] ?? '') === subject,
  );
}

function withoutStep(path: string): string {
  return path.replace(/(\/[0-9a-f-]{36})\/[^/]+$/, '$1');
}
