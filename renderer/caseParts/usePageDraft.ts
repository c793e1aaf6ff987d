import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useDesk } from '#renderer/access/desk.ts';
import type { DraftScope } from '#shared/contracts/cases.ts';
import {
  type Answer,
  type AnswerPath,
  type AnswerSet,
  RowId,
} from '#shared/domain/answers/answer.ts';
import { applyPatches } from '#shared/domain/answers/applyPatches.ts';
import { standingDeclaration } from '#shared/domain/case/caseState.ts';
import { PageDraft, type SaveState } from './pageDraft.ts';
import { findUnkeptPage, leaveInHand } from './unkeptPages.ts';
import { useKeepDraft } from './useKeepDraft.ts';

export interface PageAnswers {
  /** The answers as they stand on the page: what is recorded, and over it what is being written. */
  readonly answers: AnswerSet;
  readonly save: SaveState;
  readonly isTouched: boolean;
  readonly setAnswer: (path: AnswerPath, answer: Answer | null) => void;
  readonly addRow: (repeat: string) => string;
  readonly removeRow: (repeat: string, rowId: string) => void;
  /** Settles when everything on the page is kept at the desk; rejects when it could not be. */
  readonly keep: () => Promise<void>;
  readonly retry: () => Promise<void>;
  /** True when what is written has been allowed to void the standing signature. */
  readonly voidSignature: boolean;
  /**
   * A signature stands and a change was tried: the change waits for this answer. `confirm` makes it,
   * `cancel` leaves everything as it is. Null when nothing is asked.
   */
  readonly askedToVoid: { readonly confirm: () => void; readonly cancel: () => void } | null;
}

/**
 * The page of one scope of a case, saved at every pause. `base` is what is recorded for it. The page
 * belongs to the component: one for another scope is another component (give it a `key`).
 */
export function usePageDraft(open: OpenCase, scope: DraftScope, base: AnswerSet): PageAnswers {
  const { client, connection } = useDesk();
  const { caseId } = open.state;
  const keepDraft = useKeepDraft(caseId);
  const cache = useQueryClient();
  const [page] = useState(() => {
    const unkept = findUnkeptPage(cache, { caseId, scope });
    if (unkept !== null) return unkept;
    const draft = open.drafts.find((each) => each.scope === scope);
    return new PageDraft(client.interview, {
      caseId,
      scope,
      patches: draft?.body.kind === 'answers' ? draft.body.patches : [],
      savedAt: draft?.savedAt ?? null,
      onKept: keepDraft,
    });
  });
  const { patches, save } = useSyncExternalStore(page.subscribe, page.getSnapshot);
  const answers = useMemo(() => applyPatches(base, patches), [base, patches]);
  const [asked, setAsked] = useState<(() => void) | null>(null);
  const isSealed = standingDeclaration(open.state) !== null && open.state.submission === null;
  const guard = useCallback(
    (change: () => void) => {
      if (!isSealed || page.voidsSignature) {
        change();
        return;
      }
      // One press may change several answers: one word allows them all.
      setAsked((earlier) => () => {
        earlier?.();
        change();
      });
    },
    [isSealed, page],
  );
  const sources = open.state.answerSources;
  useEffect(() => {
    const save = () => void page.flush();
    window.addEventListener('pagehide', save);
    // Whoever leaves a field pauses: a press on "lock" comes after what was typed before it.
    window.addEventListener('focusout', save);
    return () => {
      window.removeEventListener('pagehide', save);
      window.removeEventListener('focusout', save);
      void leaveInHand(cache, { caseId, scope }, page);
    };
  }, [page, cache, caseId, scope]);
  // What a break kept from being saved is saved when the desk is back, without a hand.
  useEffect(
    () =>
      connection.subscribe(() => {
        const { save: last } = page.getSnapshot();
        if (connection.getSnapshot() === 'connected' && last.kind === 'failed') void page.retry();
      }),
    [connection, page],
  );
  return {
    answers,
    save,
    isTouched: patches.length > 0,
    setAnswer: (path, answer) =>
      guard(() => page.change({ op: 'set', path, answer, base: sources[path]?.eventId ?? null })),
    addRow: (repeat) => {
      const rowId = nextRowId(answers.rows[repeat] ?? []);
      guard(() => page.change({ op: 'addRow', repeat, rowId }));
      return rowId;
    },
    removeRow: (repeat, rowId) => guard(() => page.change({ op: 'removeRow', repeat, rowId })),
    keep: () => page.keep(),
    retry: () => page.retry(),
    voidSignature: page.voidsSignature,
    askedToVoid:
      asked === null
        ? null
        : {
            confirm: () => {
              page.allowVoiding();
              asked();
              setAsked(null);
            },
            cancel: () => setAsked(null),
          },
  };
}

/** Rows made apart on two laptops must not share an id, so each carries chance. */
function nextRowId(existing: readonly string[]): string {
  const rowId = RowId.parse(`r${crypto.randomUUID().slice(0, 8)}`);
  return existing.includes(rowId) ? nextRowId(existing) : rowId;
}
