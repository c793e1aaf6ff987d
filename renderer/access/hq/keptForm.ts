import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { SaveState } from '#renderer/caseParts/pageDraft.ts';
import type { FormText } from '#renderer/caseParts/study/formText.ts';
import { useKeeper } from '#renderer/caseParts/useKeeper.ts';
import { hqErrorOf } from '#renderer/transport/hqClient.ts';
import type { HqFormDraft, HqFormFields } from '#shared/contracts/hq/formDrafts.ts';
import { useHq } from './hq.ts';

/** A form of headquarters whose words stay until they are recorded. */
export interface KeptForm extends FormText {
  readonly save: SaveState;
  readonly flush: () => Promise<void>;
  /** It is recorded: headquarters drops it, and it begins anew. */
  readonly forget: () => void;
}

/**
 * What is typed here is kept at headquarters at every pause, for this person alone: another screen, a
 * closed window or the end of the session take nothing of it.
 * @param scope the name of the form and what it is about, as in `HqFormScope`
 * @param start the fields of a form in which nothing was typed yet
 */
export function useKeptForm(scope: string, start: HqFormFields = {}): KeptForm {
  const { client, queries } = useHq();
  const cache = useQueryClient();
  const query = queries.formDrafts.own.queryOptions();
  const { queryKey } = query;
  const { data } = useQuery({ ...query, staleTime: Number.POSITIVE_INFINITY });
  const kept = data?.drafts.find((draft) => draft.scope === scope);
  const [typed, setTyped] = useState<HqFormFields | null>(null);
  const values = typed ?? { ...start, ...kept?.fields };
  const remember = useCallback(
    (draft: HqFormDraft | null) =>
      cache.setQueryData(queryKey, (known) => ({
        drafts: [
          ...(known?.drafts ?? []).filter((each) => each.scope !== scope),
          ...(draft === null ? [] : [draft]),
        ],
      })),
    [cache, queryKey, scope],
  );
  const send = useCallback(
    async (fields: HqFormFields) => {
      try {
        const { savedAt } = await client.formDrafts.save({ scope, fields });
        remember({ scope, fields, savedAt });
        return { savedAt };
      } catch (error) {
        // The session may be over: the page asks where it stands, and the door lies over the form.
        if (hqErrorOf(error).code === 'notSignedIn') {
          void cache.invalidateQueries({ queryKey: queries.session.status.key() });
        }
        throw error;
      }
    },
    [client, scope, remember, cache, queries],
  );
  const keeper = useKeeper(send);
  const drop = async () => {
    // After one that is under way, which would bring it back.
    await keeper.flush();
    remember(null);
    // What stays for want of a network is offered again, and can be given up then.
    await client.formDrafts.drop({ scope }).catch(() => undefined);
  };
  const before: SaveState = kept === undefined ? keeper.save : { kind: 'saved', at: kept.savedAt };
  return {
    text: (name) => values[name] ?? '',
    set: (name, text) => {
      const next = { ...values, [name]: text };
      setTyped(next);
      keeper.keep(next);
    },
    save: keeper.save.kind === 'untouched' ? before : keeper.save,
    flush: keeper.flush,
    forget: () => {
      keeper.forget();
      setTyped(null);
      void drop();
    },
  };
}
