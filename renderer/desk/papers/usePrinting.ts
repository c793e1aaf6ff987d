import { useEffect, useRef, useState } from 'react';
import { useCaseAction } from '#renderer/access/caseFile.ts';
import { useDesk } from '#renderer/access/desk.ts';
import type { Language, PaperCode } from '#shared/domain/case/vocabulary.ts';
import type { CaseId } from '#shared/domain/identity.ts';

export interface PrintingOptions {
  readonly caseId: CaseId;
  readonly paper: PaperCode;
  /** The referral of a slip. */
  readonly subject?: string;
  readonly language: Language;
  readonly isReady: boolean;
}

export interface Printing {
  /** The number under which this sheet stands in the journal; null while it is only looked at. */
  readonly copy: number | null;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly print: () => void;
}

/**
 * The one way to paper: the copy is recorded first, its number is drawn, and only then the sheet goes to
 * the printer. A copy that could not be recorded is not printed. Ctrl+P takes the same way.
 */
export function usePrinting({
  caseId,
  paper,
  subject,
  language,
  isReady,
}: PrintingOptions): Printing {
  const { queries } = useDesk();
  const record = useCaseAction(queries.papers.print.mutationOptions());
  const [printed, setPrinted] = useState<{ copy: number; sheet: string } | null>(null);
  const sheet = `${caseId} ${paper} ${subject ?? ''} ${language}`;
  // Two presses in one breath are one copy.
  const isUnderWay = useRef(false);
  const recordAndPrint = async () => {
    const { copy } = await record.mutateAsync({
      caseId,
      paper,
      language,
      ...(subject === undefined ? {} : { subject }),
    });
    setPrinted({ copy, sheet });
    await document.fonts.ready;
    await nextFrame();
    await nextFrame();
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
    isBusy: record.isPending,
    error: record.error,
    print,
  };
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
