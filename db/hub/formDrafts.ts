import type { HubReader } from './connection.ts';

/** What stands in one form of one person. */
export interface HubFormDraft {
  readonly scope: string;
  /** As JSON. */
  readonly body: string;
  readonly savedAt: Date;
}

/** The forms that somebody has begun, the latest first. */
export function listFormDrafts(db: HubReader, personId: string): Promise<readonly HubFormDraft[]> {
  return db.query<HubFormDraft>(
    `SELECT scope, body, saved_at AS "savedAt" FROM form_draft WHERE person_id = $1
     ORDER BY saved_at DESC`,
    [personId],
  );
}

/** Replaces what stood in the form before; of a person's forms only the `most` latest are kept. */
export async function saveFormDraft(
  db: HubReader,
  personId: string,
  { scope, body, savedAt }: HubFormDraft,
  most: number,
): Promise<void> {
  await db.query(
    `INSERT INTO form_draft (person_id, scope, body, saved_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (person_id, scope) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at`,
    [personId, scope, body, savedAt],
  );
  await db.query(
    `DELETE FROM form_draft WHERE person_id = $1 AND scope IN (
       SELECT scope FROM form_draft WHERE person_id = $1 ORDER BY saved_at DESC, scope OFFSET $2)`,
    [personId, most],
  );
}

export async function deleteFormDraft(
  db: HubReader,
  personId: string,
  scope: string,
): Promise<void> {
  await db.query('DELETE FROM form_draft WHERE person_id = $1 AND scope = $2', [personId, scope]);
}
