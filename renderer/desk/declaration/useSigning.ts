import { useCallback, useRef, useState } from 'react';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useDesk } from '#renderer/access/desk.ts';
import type { SaveState } from '#renderer/caseParts/pageDraft.ts';
import { useKeepDraft } from '#renderer/caseParts/useKeepDraft.ts';
import type { Stroke } from '#renderer/components/signature-strokes.ts';
import type { SigningDraft } from '#shared/contracts/cases.ts';
import { EMPTY_SIGNING, type MarkOwner, toTuples } from './signingForm.ts';

/** Where the signing is kept until it is sealed. */
const SCOPE = 'declaration';
/** The contract's limits: beyond them nothing more is drawn, and nothing drawn is lost. */
const MOST_STROKES = 400;
const MOST_POINTS = 5000;

export interface SigningUnderWay {
  readonly form: SigningDraft;
  readonly save: SaveState;
  readonly change: (part: Partial<SigningDraft>) => void;
  /** Takes all strokes after each one; the desk keeps them at once. `[]` clears. */
  readonly draw: (owner: MarkOwner, strokes: readonly Stroke[]) => void;
  readonly retry: () => void;
  /** Settles when the desk keeps what is drawn and typed, or has failed to. */
  readonly flush: () => Promise<void>;
}

/** The signing as it comes about, kept by the desk after every stroke and word: a power cut loses none. */
export function useSigning(open: OpenCase): SigningUnderWay {
  const { client } = useDesk();
  const { caseId } = open.state;
  const onKept = useKeepDraft(caseId);
  const kept = open.drafts.find(({ scope }) => scope === SCOPE);
  const [form, setForm] = useState<SigningDraft>(
    kept?.body.kind === 'signing' ? kept.body.signing : EMPTY_SIGNING,
  );
  const [save, setSave] = useState<SaveState>(
    kept === undefined ? { kind: 'untouched' } : { kind: 'saved', at: kept.savedAt },
  );
  const waiting = useRef<SigningDraft | null>(null);
  const last = useRef(form);
  const underWay = useRef<Promise<void> | null>(null);

  const saveWaiting = useCallback(async () => {
    // One save at a time, and always of the whole: whatever is answered first, the last one stands.
    while (waiting.current !== null) {
      const body = { kind: 'signing' as const, signing: waiting.current };
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
  const change = useCallback(
    (part: Partial<SigningDraft>) => {
      const next = { ...last.current, ...part };
      last.current = next;
      waiting.current = next;
      setForm(next);
      void flush();
    },
    [flush],
  );
  const draw = useCallback(
    (owner: MarkOwner, drawn: readonly Stroke[]) => {
      const strokes = drawn.slice(0, MOST_STROKES).map((stroke) => stroke.slice(0, MOST_POINTS));
      change({ marks: { ...last.current.marks, [owner]: toTuples(strokes) } });
    },
    [change],
  );
  const retry = useCallback(() => change({}), [change]);
  return { form, save, change, draw, retry, flush };
}
