import { useCallback, useEffect, useRef, useState } from 'react';

/** Kept after so long a pause, in milliseconds. */
const PAUSE_MS = 700;

export interface KeptAtPauses<Draft> {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  /** What was changed last is not kept yet. */
  readonly isKeeping: boolean;
  /** Keeps what is not kept yet; false where that failed, or where more was typed meanwhile. */
  readonly keepNow: () => Promise<boolean>;
}

/**
 * What stands in the boxes of a draft of headquarters. What is changed is kept at each pause, one after
 * the other, and when the boxes go; what could not be kept is kept again with what is typed next.
 * @param keep stays the same from one drawing to the next; fails where it could not keep
 */
export function useKeptAtPauses<Draft extends object>(
  begun: Draft,
  keep: (draft: Draft) => Promise<unknown>,
): KeptAtPauses<Draft> {
  const [draft, setDraft] = useState(begun);
  const [isKeeping, setKeeping] = useState(false);
  const unkept = useRef<Draft | null>(null);
  const last = useRef(Promise.resolve(true));
  const keepNow = useCallback(() => {
    last.current = last.current.then(async () => {
      const now = unkept.current;
      if (now === null) return true;
      unkept.current = null;
      try {
        await keep(now);
      } catch {
        // The mutation says what was the matter; nothing typed since is overwritten.
        unkept.current ??= now;
        return false;
      }
      if (unkept.current !== null) return false;
      setKeeping(false);
      return true;
    });
    return last.current;
  }, [keep]);
  useEffect(() => {
    if (unkept.current === null) return;
    const timer = setTimeout(() => void keepNow(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, keepNow]);
  useEffect(() => () => void keepNow(), [keepNow]);
  return {
    draft,
    change: (part) => {
      const next = { ...draft, ...part };
      unkept.current = next;
      setKeeping(true);
      setDraft(next);
    },
    isKeeping,
    keepNow,
  };
}
