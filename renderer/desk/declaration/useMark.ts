import { useCallback, useRef, useState } from 'react';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useDesk } from '#renderer/access/desk.ts';
import type { SaveState } from '#renderer/caseParts/pageDraft.ts';
import { useKeepDraft } from '#renderer/caseParts/useKeepDraft.ts';
import { PAD_ASPECT, type Stroke } from '#renderer/components/signature-strokes.ts';
import type { DrawnMark } from '#shared/domain/case/seal.ts';

/** Where the mark is kept while it is being drawn. */
const SCOPE = 'declaration';
/** The contract's limits: beyond them nothing more is drawn, and nothing drawn is lost. */
const MOST_STROKES = 400;
const MOST_POINTS = 5000;
const DECIMALS = 10_000;

export interface MarkBeingDrawn {
  readonly strokes: readonly Stroke[];
  readonly save: SaveState;
  /** Takes all strokes after each one; the desk keeps them at once. `[]` clears. */
  readonly draw: (strokes: readonly Stroke[]) => void;
  readonly retry: () => void;
  /** Settles when the desk keeps what is drawn, or has failed to. */
  readonly flush: () => Promise<void>;
}

/** The mark on the pad, kept by the desk after every stroke, so that a power cut loses none. */
export function useMark(open: OpenCase): MarkBeingDrawn {
  const { client } = useDesk();
  const { caseId } = open.state;
  const onKept = useKeepDraft(caseId);
  const kept = open.drafts.find(({ scope }) => scope === SCOPE);
  const [strokes, setStrokes] = useState<readonly Stroke[]>(() =>
    kept?.body.kind === 'mark' ? kept.body.strokes.map(fromTuples) : [],
  );
  const [save, setSave] = useState<SaveState>(
    kept === undefined ? { kind: 'untouched' } : { kind: 'saved', at: kept.savedAt },
  );
  const waiting = useRef<readonly Stroke[] | null>(null);
  const last = useRef(strokes);
  const underWay = useRef<Promise<void> | null>(null);

  const saveWaiting = useCallback(async () => {
    // One save at a time, and always of all strokes: whatever is answered first, the last one stands.
    while (waiting.current !== null) {
      const body = { kind: 'mark' as const, ...drawnMark(waiting.current) };
      waiting.current = null;
      setSave({ kind: 'saving' });
      try {
        const { savedAt } = await client.interview.saveDraft({ caseId, scope: SCOPE, body });
        onKept({ scope: SCOPE, body, savedAt });
        setSave({ kind: 'saved', at: savedAt });
      } catch (error) {
        setSave({ kind: 'failed', error });
      }
    }
  }, [client, caseId, onKept]);
  const flush = useCallback(async () => {
    if (underWay.current === null) {
      underWay.current = saveWaiting().finally(() => {
        underWay.current = null;
      });
    }
    await underWay.current;
  }, [saveWaiting]);
  const draw = useCallback(
    (drawn: readonly Stroke[]) => {
      const taken = drawn.slice(0, MOST_STROKES).map((stroke) => stroke.slice(0, MOST_POINTS));
      last.current = taken;
      waiting.current = taken;
      setStrokes(taken);
      void flush();
    },
    [flush],
  );
  const retry = useCallback(() => draw(last.current), [draw]);
  return { strokes, save, draw, retry, flush };
}

/** As the case keeps it: places of four decimals, without time or pressure (policy, section 6). */
export function drawnMark(strokes: readonly Stroke[]): DrawnMark {
  return {
    strokes: strokes.map((stroke) => stroke.map(({ x, y }) => [rounded(x), rounded(y)])),
    aspect: PAD_ASPECT,
  };
}

export function fromTuples(stroke: readonly (readonly [number, number])[]): Stroke {
  return stroke.map(([x, y]) => ({ x, y }));
}

function rounded(place: number): number {
  return Math.round(place * DECIMALS) / DECIMALS;
}
