import type { ActorId, Instant } from '#shared/domain/identity.ts';
import type { DeskReader, DeskWriter } from './connection.ts';
import { type DeskStore, type WriteResult, writeDesk } from './store.ts';

/** One form of one person, by its name: at most 80 characters. */
export interface FormDraftKey {
  readonly actorId: ActorId;
  readonly scope: string;
}

/** Keeps what stands in a form; on the disk when it returns. Replaces what stood there before. */
export function saveFormDraft(
  store: DeskStore,
  { actorId, scope, body }: FormDraftKey & { readonly body: unknown },
): WriteResult<{ readonly savedAt: Instant }> {
  const savedAt = new Date(store.clock.now()).toISOString();
  return writeDesk(store, (writer) => {
    writer
      .statement(
        `INSERT INTO form_draft (actor_id, scope, body, saved_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (actor_id, scope) DO UPDATE
         SET body = excluded.body, saved_at = excluded.saved_at`,
      )
      .run(actorId, scope, JSON.stringify(body), savedAt);
    return { savedAt };
  });
}

/** Drops a form by itself: one that is given up. */
export function dropFormDraft(store: DeskStore, form: FormDraftKey): WriteResult<void> {
  return writeDesk(store, (writer) => deleteFormDraft(writer, form));
}

/** What stands in the form: any JSON value, which the form parses; null for nothing. */
export function readFormDraft(db: DeskReader, { actorId, scope }: FormDraftKey): unknown {
  const row = db
    .statement<{ readonly body: string }>(
      'SELECT body FROM form_draft WHERE actor_id = ? AND scope = ?',
    )
    .get(actorId, scope);
  return row === undefined ? null : JSON.parse(row.body);
}

/** In the transaction that records what the form became. */
export function deleteFormDraft(writer: DeskWriter, { actorId, scope }: FormDraftKey): void {
  writer.statement('DELETE FROM form_draft WHERE actor_id = ? AND scope = ?').run(actorId, scope);
}
