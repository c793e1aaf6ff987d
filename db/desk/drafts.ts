import { ActorId, type CaseId, type Instant } from '#shared/domain/identity.ts';
import type { DeskReader, DeskWriter } from './connection.ts';
import { type DeskStore, type WriteResult, writeDesk } from './store.ts';

/** One open page of one case: its section, or whatever name the page has. At most 80 characters. */
export interface DraftKey {
  readonly caseId: CaseId;
  readonly scope: string;
}

export interface Draft extends DraftKey {
  /** Any JSON value; its meaning is the page's own, which parses it. */
  readonly body: unknown;
  readonly savedAt: Instant;
  readonly actorId: ActorId;
}

/** Keeps the answers of an open page; on the disk when it returns. Replaces what the page had before. */
export function saveDraft(
  store: DeskStore,
  draft: DraftKey & { readonly body: unknown; readonly actorId: ActorId },
): WriteResult<{ readonly savedAt: Instant }> {
  const savedAt = new Date(store.clock.now()).toISOString();
  return writeDesk(store, (writer) => {
    writer
      .statement(
        `INSERT INTO draft (case_id, scope, body, saved_at, actor_id) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (case_id, scope) DO UPDATE
         SET body = excluded.body, saved_at = excluded.saved_at, actor_id = excluded.actor_id`,
      )
      .run(draft.caseId, draft.scope, JSON.stringify(draft.body), savedAt, draft.actorId);
    return { savedAt };
  });
}

/** All drafts of a case, by scope. */
export function readDrafts(db: DeskReader, caseId: CaseId): readonly Draft[] {
  return db
    .statement<{
      readonly scope: string;
      readonly body: string;
      readonly savedAt: string;
      readonly actorId: string;
    }>(
      `SELECT scope, body, saved_at AS savedAt, actor_id AS actorId
       FROM draft WHERE case_id = ? ORDER BY scope`,
    )
    .all(caseId)
    .map((row) => {
      const body: unknown = JSON.parse(row.body);
      return {
        caseId,
        scope: row.scope,
        body,
        savedAt: row.savedAt,
        actorId: ActorId.parse(row.actorId),
      };
    });
}

/** Inside a transaction; with `appendEvents` the draft goes with the event that takes its place. */
export function deleteDraft(writer: DeskWriter, draft: DraftKey): void {
  writer
    .statement('DELETE FROM draft WHERE case_id = ? AND scope = ?')
    .run(draft.caseId, draft.scope);
}

/** Drops a draft by itself: a page that is left without a change. */
export function discardDraft(store: DeskStore, draft: DraftKey): WriteResult<void> {
  return writeDesk(store, (writer) => deleteDraft(writer, draft));
}
