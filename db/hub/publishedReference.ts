import type {
  PublishedDocument,
  PublishedKind,
} from '#shared/domain/publication/publishedDocument.ts';
import type { HubReader, HubWriter } from './connection.ts';

/** Of our own choice: two people who publish at once take turns. */
const PUBLICATION_LOCK = 7_274_666;

export interface PublishedRow {
  readonly kind: PublishedKind;
  readonly id: string;
  readonly version: number;
  readonly reason: string;
  readonly publishedBy: string;
  readonly publisherName: string;
  readonly publishedAt: Date;
}

export async function lockPublication(writer: HubWriter): Promise<void> {
  await writer.query('SELECT pg_advisory_xact_lock($1)', [PUBLICATION_LOCK]);
}

/** Everything that was published, the oldest first, with its content. */
export async function listPublishedDocuments(db: HubReader): Promise<readonly PublishedDocument[]> {
  const rows = await db.query<
    Pick<PublishedDocument, 'kind' | 'id' | 'version'> & { readonly source: string }
  >('SELECT kind, id, version, source FROM published_reference ORDER BY published_at, version');
  return rows.map((row) => ({
    format: 1,
    ...row,
    source: JSON.parse(row.source) as PublishedDocument['source'],
  }));
}

/** Who published what and why, the newest first. */
export async function listPublications(db: HubReader): Promise<readonly PublishedRow[]> {
  return db.query(
    `SELECT kind, id, version, reason, published_by AS "publishedBy",
       display_name AS "publisherName", published_at AS "publishedAt"
     FROM published_reference JOIN hq_person ON person_id = published_by
     ORDER BY published_at DESC, version DESC`,
  );
}

export async function insertPublished(
  writer: HubWriter,
  { kind, id, version, source }: PublishedDocument,
  {
    reason,
    personId,
    at,
  }: { readonly reason: string; readonly personId: string; readonly at: string },
): Promise<void> {
  await writer.query(
    `INSERT INTO published_reference (kind, id, version, source, reason, published_by, published_at)
     VALUES ($1,$2,$3,$4,$5,$6,$7)`,
    [kind, id, version, JSON.stringify(source), reason, personId, at],
  );
}

export interface DraftRow {
  readonly kind: PublishedKind;
  readonly source: unknown;
  /** Null where it was typed here. */
  readonly fileName: string | null;
  readonly savedAt: Date;
  readonly savedByName: string;
}

export async function listDrafts(db: HubReader): Promise<readonly DraftRow[]> {
  const rows = await db.query<DraftRow & { readonly source: string }>(
    `SELECT kind, source, file_name AS "fileName", saved_at AS "savedAt",
       display_name AS "savedByName"
     FROM reference_draft JOIN hq_person ON person_id = saved_by`,
  );
  return rows.map((row) => ({ ...row, source: JSON.parse(row.source) as unknown }));
}

export async function findDraft(db: HubReader, kind: PublishedKind): Promise<DraftRow | null> {
  return (await listDrafts(db)).find((draft) => draft.kind === kind) ?? null;
}

export async function putDraft(
  db: HubReader,
  { kind, source, fileName }: Pick<DraftRow, 'kind' | 'source' | 'fileName'>,
  { personId, at }: { readonly personId: string; readonly at: string },
): Promise<void> {
  await db.query(
    `INSERT INTO reference_draft (kind, source, file_name, saved_by, saved_at)
     VALUES ($1,$2,$3,$4,$5)
     ON CONFLICT (kind) DO UPDATE SET source = excluded.source, file_name = excluded.file_name,
       saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
    [kind, JSON.stringify(source), fileName, personId, at],
  );
}

export async function deleteDraft(db: HubReader, kind: PublishedKind): Promise<void> {
  await db.query('DELETE FROM reference_draft WHERE kind = $1', [kind]);
}
