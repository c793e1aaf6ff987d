import { useEffect, useRef } from 'react';
import { MAIN_ID } from './AppShell.tsx';

const FOCUS_LOOK_EVERY_MS = 100;
const FOCUS_LOOKS = 10;

/**
 * A new screen takes the focus when what held it is gone, so that the next Tab begins there. The screen
 * before goes only when the data of the next are there, hence a second of looking.
 */
export function useFocusOnScreen(path: string): void {
  const first = useRef(path);
  useEffect(() => {
    // The door hands over to the first screen as it is, from the top of the page.
    if (first.current === path) return;
    first.current = '';
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      const { activeElement } = document;
      const isLost = activeElement === null || activeElement === document.body;
      if (isLost) document.getElementById(MAIN_ID)?.focus({ preventScroll: true });
      if (isLost || looks === FOCUS_LOOKS) clearInterval(timer);
    }, FOCUS_LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [path]);
}
