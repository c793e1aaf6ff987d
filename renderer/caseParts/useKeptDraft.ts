import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { useDesk } from '#renderer/access/desk.ts';
import type { FormScope } from '#shared/contracts/formDrafts.ts';
import type { SaveState } from './pageDraft.ts';

/** A pause this long after the last key keeps the form. */
const PAUSE_MS = 350;

export interface KeptDraft<Form> {
  readonly form: Form;
  readonly setForm: (form: Form) => void;
  readonly save: SaveState;
  /** Settles when all that stands in the form is kept; before it is recorded. */
  readonly flush: () => Promise<void>;
  /** It is recorded: the desk has dropped it, and it stands here no more. */
  readonly forget: () => void;
}

/**
 * A form that belongs to no case and is not recorded yet: kept at the desk at every pause, so that a
 * crash, a lock or a look elsewhere takes nothing of it. Suspends until the desk has said what it kept.
 */
export function useKeptDraft<Form>(
  scope: FormScope,
  schema: z.ZodType<Form>,
  empty: Form,
): KeptDraft<Form> {
  const { client, connection, queries } = useDesk();
  const cache = useQueryClient();
  const query = queries.formDrafts.read.queryOptions({ input: { scope } });
  const { queryKey } = query;
  const { data } = useSuspenseQuery({ ...query, staleTime: Number.POSITIVE_INFINITY });
  const [form, setForm] = useState<Form>(() => readBody(schema, data.body) ?? empty);
  const [save, setSave] = useState<SaveState>({ kind: 'untouched' });
  const waiting = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const underWay = useRef<ReadonlySet<Promise<void>>>(new Set());

  const send = useCallback(
    async (body: string) => {
      setSave({ kind: 'saving' });
      try {
        const { savedAt } = await client.formDrafts.save({ scope, body });
        if (waiting.current === null) setSave({ kind: 'saved', at: savedAt });
      } catch (error) {
        // Kept on another try, or with the next key, whichever is newer.
        waiting.current ??= body;
        setSave({ kind: 'failed', error });
      }
    },
    [client, scope],
  );
  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const body = waiting.current;
    if (body !== null) {
      // Sent at once, behind one that may be under way: the desk takes them in their order, and a lock
      // that is pressed now comes after both.
      waiting.current = null;
      const sending = send(body).finally(() => {
        underWay.current = new Set([...underWay.current].filter((each) => each !== sending));
      });
      underWay.current = new Set([...underWay.current, sending]);
    }
    await Promise.all(underWay.current);
  }, [send]);
  useEffect(() => {
    const save = () => void flush();
    window.addEventListener('pagehide', save);
    // Whoever leaves a field pauses: a press on "lock" comes after what was typed before it.
    window.addEventListener('focusout', save);
    return () => {
      window.removeEventListener('pagehide', save);
      window.removeEventListener('focusout', save);
      void flush();
    };
  }, [flush]);

  // What a break kept from being saved is saved when the desk is back, without a hand.
  useEffect(
    () =>
      connection.subscribe(() => {
        if (connection.getSnapshot() === 'connected') void flush();
      }),
    [connection, flush],
  );

  return {
    form,
    save,
    setForm: (next) => {
      const body = JSON.stringify(next);
      setForm(next);
      cache.setQueryData(queryKey, { body });
      waiting.current = body;
      setSave({ kind: 'waiting' });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), PAUSE_MS);
    },
    flush,
    forget: () => {
      clearTimeout(timer.current);
      waiting.current = null;
      cache.setQueryData(queryKey, { body: null });
    },
  };
}

/** Null for nothing, and for what another version of the form has left. */
function readBody<Form>(schema: z.ZodType<Form>, body: string | null): Form | null {
  if (body === null) return null;
  const read = schema.safeParse(JSON.parse(body));
  return read.success ? read.data : null;
}
