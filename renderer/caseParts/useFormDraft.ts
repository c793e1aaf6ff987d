import { useCallback, useEffect, useRef, useState } from 'react';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useDesk } from '#renderer/access/desk.ts';
import type { DraftScope } from '#shared/contracts/cases.ts';
import type { SaveState } from './pageDraft.ts';
import { useKeepDraft } from './useKeepDraft.ts';

/** What stands in the fields of a form, by the names of its fields. */
export type FormValues = Readonly<Record<string, string>>;

export interface FormDraft {
  /** The text of a field; empty when nothing was written. */
  readonly text: (name: string) => string;
  readonly set: (name: string, text: string) => void;
  readonly save: SaveState;
  readonly retry: () => void;
  /** Settles when the desk keeps what stands in the form, or has failed to. */
  readonly flush: () => Promise<void>;
}

/** What the desk has not confirmed yet, by case and form: whoever leaves and is back at once finds it. */
const unconfirmed = new Map<string, FormValues>();

/** A pause this long after the last key keeps the form. */
const PAUSE_MS = 350;

/**
 * A form of the desk's own, kept at every pause while it is written, so that whoever is called away or
 * loses power finds it as it was. The action that it leads to drops it.
 */
export function useFormDraft(open: OpenCase, scope: DraftScope, initial: FormValues): FormDraft {
  const { client } = useDesk();
  const { caseId } = open.state;
  const onKept = useKeepDraft(caseId);
  const key = `${caseId} ${scope}`;
  const kept = open.drafts.find((draft) => draft.scope === scope);
  const [values, setValues] = useState<FormValues>(() => ({
    ...initial,
    ...(kept?.body.kind === 'form' ? kept.body.values : {}),
    ...unconfirmed.get(key),
  }));
  const [save, setSave] = useState<SaveState>(
    kept === undefined ? { kind: 'untouched' } : { kind: 'saved', at: kept.savedAt },
  );
  const waiting = useRef<FormValues | null>(null);
  const last = useRef(values);
  const underWay = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const saveWaiting = useCallback(async () => {
    while (waiting.current !== null) {
      const body = { kind: 'form' as const, values: { ...waiting.current } };
      waiting.current = null;
      setSave({ kind: 'saving' });
      try {
        const { savedAt } = await client.interview.saveDraft({ caseId, scope, body });
        onKept({ scope, body, savedAt });
        if (waiting.current === null) unconfirmed.delete(key);
        setSave({ kind: 'saved', at: savedAt });
      } catch (error) {
        setSave({ kind: 'failed', error });
      }
    }
  }, [client, caseId, scope, key, onKept]);
  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    underWay.current ??= saveWaiting().finally(() => {
      underWay.current = null;
    });
    await underWay.current;
  }, [saveWaiting]);
  const set = useCallback(
    (name: string, text: string) => {
      const changed = { ...last.current, [name]: text };
      last.current = changed;
      waiting.current = changed;
      unconfirmed.set(key, changed);
      setValues(changed);
      setSave({ kind: 'waiting' });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), PAUSE_MS);
    },
    [flush, key],
  );
  // Whoever leaves in the middle of a word loses none of it.
  useEffect(() => () => void flush(), [flush]);
  return {
    text: (name) => values[name] ?? '',
    set,
    save,
    retry: () => {
      waiting.current = last.current;
      void flush();
    },
    flush,
  };
}
