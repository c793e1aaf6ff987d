import { useCallback, useRef, useState } from 'react';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useDesk } from '#renderer/access/desk.ts';
import type { DraftScope } from '#shared/contracts/cases.ts';
import type { SaveState } from './pageDraft.ts';
import { isBegun, type WrittenForm } from './study/formText.ts';
import { useFlushWhenBack } from './useFlushWhenBack.ts';
import { useKeepDraft } from './useKeepDraft.ts';
import { useKeeper } from './useKeeper.ts';

/** What stands in the fields of a form, by the names of its fields. */
export type FormValues = Readonly<Record<string, string>>;

export interface FormDraft extends WrittenForm {
  readonly save: SaveState;
  /** Something was written in it, and waits to be gone on with. */
  readonly isBegun: boolean;
}

/** What the desk has not confirmed yet, by case and form: whoever leaves and is back at once finds it. */
const unconfirmed = new Map<string, FormValues>();

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
  const last = useRef(values);
  const send = useCallback(
    async (written: FormValues) => {
      const body = { kind: 'form' as const, values: { ...written } };
      const { savedAt } = await client.interview.saveDraft({ caseId, scope, body });
      onKept({ scope, body, savedAt });
      if (unconfirmed.get(key) === written) unconfirmed.delete(key);
      return { savedAt };
    },
    [client, caseId, scope, key, onKept],
  );
  const keeper = useKeeper(send);
  useFlushWhenBack(keeper.flush);
  const before: SaveState = kept === undefined ? keeper.save : { kind: 'saved', at: kept.savedAt };
  return {
    text: (name) => values[name] ?? '',
    set: (name, text) => {
      last.current = { ...last.current, [name]: text };
      unconfirmed.set(key, last.current);
      setValues(last.current);
      keeper.keep(last.current);
    },
    save: keeper.save.kind === 'untouched' ? before : keeper.save,
    flush: keeper.flush,
    forget: () => {
      keeper.forget();
      last.current = initial;
      unconfirmed.delete(key);
      setValues(initial);
    },
    isBegun: isBegun(values, initial),
  };
}
