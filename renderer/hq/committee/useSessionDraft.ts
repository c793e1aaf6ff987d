import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useHq } from '#renderer/access/hq/hq.ts';
import { hqErrorOf } from '#renderer/transport/hqClient.ts';
import type { CaseInSession, Draft } from '#shared/contracts/hq/committee.ts';
import type { ItemDraft } from '#shared/domain/committee/draft.ts';
import { draftOf } from './itemDraft.ts';

const PAUSE_MS = 600;

export interface SessionDraft {
  readonly items: readonly ItemDraft[];
  readonly change: (itemId: string, part: Partial<ItemDraft>) => void;
  /** What somebody else saved meanwhile, while what is written here differs; nothing is saved until a choice. */
  readonly theirs: Draft | null;
  readonly takeTheirs: () => void;
  readonly keepMine: () => void;
  readonly state: 'kept' | 'keeping' | 'unkept';
  readonly keptAt: string | null;
  readonly error: unknown;
}

/** The form of a case's decision, kept at headquarters at every pause. */
export function useSessionDraft(found: CaseInSession, isEditable: boolean): SessionDraft {
  const { client } = useHq();
  const [kept, setKept] = useState(found.draft);
  const [items, setItems] = useState(() => itemsOf(found, found.draft));
  const [isDirty, setDirty] = useState(false);
  const changes = useRef(0);
  const save = useMutation({
    mutationFn: (input: Parameters<typeof client.committee.saveDraft>[0]) =>
      client.committee.saveDraft(input),
  });
  const { sessionId } = found.session;
  const { caseId } = found.case;
  const latest =
    found.draft !== null && found.draft.version > (kept?.version ?? 0) ? found.draft : null;
  // Nobody writes here: what was saved elsewhere is simply shown.
  if (latest !== null && !isDirty) {
    setKept(latest);
    setItems(itemsOf(found, latest));
  }
  const theirs = latest !== null && isDirty ? latest : null;
  const base = kept?.version ?? 0;
  const { mutate, isPending } = save;
  const isRefused = save.error !== null && hqErrorOf(save.error).code === 'formChanged';
  useEffect(() => {
    if (!isDirty || !isEditable || theirs !== null || isRefused || isPending) return;
    const number = changes.current;
    const timer = setTimeout(
      () =>
        mutate(
          { sessionId, caseId, items: [...items], base },
          {
            onSuccess: (draft) => {
              setKept(draft);
              if (changes.current === number) setDirty(false);
            },
          },
        ),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [items, isDirty, isEditable, theirs, isRefused, isPending, base, sessionId, caseId, mutate]);
  return {
    items,
    change: (itemId, part) => {
      changes.current += 1;
      setDirty(true);
      setItems((all) => all.map((each) => (each.itemId === itemId ? { ...each, ...part } : each)));
    },
    theirs,
    takeTheirs: () => {
      if (theirs === null) return;
      save.reset();
      setKept(theirs);
      setItems(itemsOf(found, theirs));
      setDirty(false);
    },
    keepMine: () => {
      save.reset();
      setKept(theirs);
    },
    state: isPending ? 'keeping' : isDirty ? 'unkept' : 'kept',
    keptAt: kept?.savedAt ?? null,
    error: isRefused && theirs !== null ? null : save.error,
  };
}

/** One draft an item, in the order of the items: as it was saved, recommended or asked for. */
function itemsOf(found: CaseInSession, draft: Draft | null): readonly ItemDraft[] {
  return found.items.map((item) => {
    const saved = draft?.items.find(({ itemId }) => itemId === item.itemId);
    const recommended = found.report?.items.find(({ itemId }) => itemId === item.itemId);
    return saved ?? draftOf(item, recommended);
  });
}
