import { useEffect } from 'react';

/** Ctrl+P takes the same way as the button, also where the shell has no menu for it. */
export function usePrintKey(isReady: boolean): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyP') return;
      event.preventDefault();
      if (isReady) window.print();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [isReady]);
}
