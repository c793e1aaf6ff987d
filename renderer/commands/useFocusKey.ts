import { type RefObject, useEffect } from 'react';

/** Ctrl+K leads to the box from anywhere. */
export function useFocusKey(box: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isAsked = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!isAsked || event.code !== 'KeyK' || box.current === null) return;
      event.preventDefault();
      box.current.focus();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [box]);
}
