import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { z } from 'zod';
import { useDesk } from '#renderer/access/desk.ts';
import type { FormScope } from '#shared/contracts/formDrafts.ts';
import type { SaveState } from './pageDraft.ts';
import { useFlushWhenBack } from './useFlushWhenBack.ts';
import { useKeeper } from './useKeeper.ts';

export interface KeptDraft<Form> {
  readonly form: Form;
  readonly setForm: (form: Form) => void;
  readonly save: SaveState;
  /** Settles when all that stands in the form is kept; before it is recorded. */
  readonly flush: () => Promise<void>;
  /** It is recorded: the desk has dropped it. A form that stays on the screen goes on with what is given. */
  readonly forget: (next?: Form) => void;
  /** It is given up: the desk drops it. */
  readonly drop: () => void;
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
  const { client, queries } = useDesk();
  const cache = useQueryClient();
  const query = queries.formDrafts.read.queryOptions({ input: { scope } });
  const { queryKey } = query;
  const { data } = useSuspenseQuery({ ...query, staleTime: Number.POSITIVE_INFINITY });
  const [form, setForm] = useState<Form>(() => readBody(schema, data.body) ?? empty);
  const send = useCallback(
    (body: string) => client.formDrafts.save({ scope, body }),
    [client, scope],
  );
  const { save, keep, flush, forget } = useKeeper(send);

  useFlushWhenBack(flush);

  return {
    form,
    save,
    setForm: (next) => {
      const body = JSON.stringify(next);
      setForm(next);
      cache.setQueryData(queryKey, { body });
      keep(body);
    },
    flush,
    forget: (next) => {
      forget();
      cache.setQueryData(queryKey, { body: null });
      if (next !== undefined) setForm(next);
    },
    drop: () => {
      forget();
      cache.removeQueries({ queryKey, exact: true });
      // Locked meanwhile, it stays: whoever comes in again goes on with it.
      void send('null').catch(() => undefined);
    },
  };
}

/** Null for nothing, and for what another version of the form has left. */
function readBody<Form>(schema: z.ZodType<Form>, body: string | null): Form | null {
  if (body === null) return null;
  const read = schema.safeParse(JSON.parse(body));
  return read.success ? read.data : null;
}
