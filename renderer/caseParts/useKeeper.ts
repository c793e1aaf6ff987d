import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { KeepPause } from './keepPause.ts';
import type { SaveState } from './pageDraft.ts';

export interface Keeper<Body> {
  readonly save: SaveState;
  /** To be kept at the next pause, in the place of what waited before. */
  readonly keep: (body: Body) => void;
  /** Settles when all that was to be kept is kept, or has failed. */
  readonly flush: () => Promise<void>;
  /** Nothing is to be kept any more. */
  readonly forget: () => void;
}

/**
 * Keeps what stands in a form at every pause, when a field is left, when the page goes and when the form
 * is taken from the screen. What could not be kept waits for another try, or for the next key.
 */
export function useKeeper<Body extends object | string>(
  send: (body: Body) => Promise<{ readonly savedAt: string }>,
): Keeper<Body> {
  const [save, setSave] = useState<SaveState>({ kind: 'untouched' });
  const waiting = useRef<Body | null>(null);
  const pause = useRef<KeepPause | null>(null);
  const underWay = useRef<ReadonlySet<Promise<void>>>(new Set());

  const attempt = useCallback(
    async (body: Body) => {
      setSave({ kind: 'saving' });
      try {
        const { savedAt } = await send(body);
        if (waiting.current === null) setSave({ kind: 'saved', at: savedAt });
      } catch (error) {
        waiting.current ??= body;
        setSave({ kind: 'failed', error });
      }
    },
    [send],
  );
  const flush = useCallback(async () => {
    pause.current?.stop();
    const body = waiting.current;
    if (body !== null) {
      // Sent at once, behind one that may be under way: they are taken in their order, and a lock that is
      // pressed now comes after both.
      waiting.current = null;
      const sending = attempt(body).finally(() => {
        underWay.current = new Set([...underWay.current].filter((each) => each !== sending));
      });
      underWay.current = new Set([...underWay.current, sending]);
    }
    await Promise.all(underWay.current);
  }, [attempt]);
  // The same for as long as the form stands: begun anew at each drawing, it would send at each drawing, and
  // what is refused would be sent again without a pause.
  const flushNow = useEffectEvent(() => void flush());
  useEffect(() => {
    const save = () => flushNow();
    pause.current = new KeepPause(save);
    window.addEventListener('pagehide', save);
    // Whoever leaves a field pauses: a press on "lock" comes after what was typed before it.
    window.addEventListener('focusout', save);
    return () => {
      window.removeEventListener('pagehide', save);
      window.removeEventListener('focusout', save);
      flushNow();
    };
  }, []);

  return {
    save,
    keep: (body) => {
      waiting.current = body;
      setSave({ kind: 'waiting' });
      pause.current?.typed();
    },
    flush,
    forget: () => {
      pause.current?.stop();
      waiting.current = null;
      setSave({ kind: 'untouched' });
    },
  };
}
