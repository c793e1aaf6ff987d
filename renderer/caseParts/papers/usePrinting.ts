import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

export interface PrintingOptions {
  /** Which sheet it is, language and all: another one is looked at first, without a number. */
  readonly sheet: string;
  /** Puts the copy on record. @returns its number; null for a sheet whose copies nobody counts, such as an empty form */
  readonly record: (() => Promise<{ readonly copy: number }>) | null;
  readonly isReady: boolean;
}

export interface Printing {
  /** The number under which this sheet is on record; null while it is only looked at. */
  readonly copy: number | null;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly print: () => void;
}

/**
 * The one way to paper, at a desk and at headquarters: the copy is recorded first, its number is drawn, and
 * only then the sheet goes to the printer. A copy that could not be recorded is not printed. Ctrl+P takes the
 * same way as the button, also where the shell has no menu for it.
 */
export function usePrinting({ sheet, record, isReady }: PrintingOptions): Printing {
  const recording = useMutation({ mutationFn: async () => (await record?.()) ?? null });
  const [printed, setPrinted] = useState<{ copy: number; sheet: string } | null>(null);
  // Two presses in one breath are one copy.
  const isUnderWay = useRef(false);
  const recordAndPrint = async () => {
    const counted = await recording.mutateAsync();
    if (counted !== null) {
      setPrinted({ copy: counted.copy, sheet });
      await document.fonts.ready;
      await nextFrame();
      await nextFrame();
    }
    window.print();
  };
  const print = () => {
    if (!isReady || isUnderWay.current) return;
    isUnderWay.current = true;
    const ended = () => {
      isUnderWay.current = false;
    };
    // What refused it stands in `error`.
    void recordAndPrint().then(ended, ended);
  };
  const latest = useRef(print);
  useEffect(() => {
    latest.current = print;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyP') return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return {
    copy: printed?.sheet === sheet ? printed.copy : null,
    isBusy: recording.isPending,
    error: recording.error,
    print,
  };
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
