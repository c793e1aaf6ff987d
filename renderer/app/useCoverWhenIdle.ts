import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useDesk } from '#renderer/access/desk.ts';
import { useTakeStatus } from '#renderer/access/status.ts';

const LOOK_EVERY_MS = 5_000;
const MINUTE_MS = 60_000;
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Covers the screen when no hand has moved for so long. Nothing is closed and no time is counted
 * before anybody's eyes (P30).
 * @param minutes null while the screen belongs to the beneficiary, who may read as long as they wish
 */
export function useCoverWhenIdle(minutes: number | null): void {
  const { queries } = useDesk();
  const { mutate } = useMutation(
    queries.session.cover.mutationOptions({ onSuccess: useTakeStatus() }),
  );
  useEffect(() => {
    if (minutes === null) return;
    let last = Date.now();
    const note = () => {
      last = Date.now();
    };
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, note, { passive: true });
    const timer = setInterval(() => {
      if (Date.now() - last < minutes * MINUTE_MS) return;
      note();
      mutate({});
    }, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, note);
    };
  }, [minutes, mutate]);
}
