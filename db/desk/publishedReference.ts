import {
  PUBLICATION_EVENT_PAYLOADS,
  type PublishedDocument,
  type PublishedKind,
} from '#shared/domain/publication/publishedDocument.ts';
import type { DeskReader, DeskWriter } from './connection.ts';

/** Who published a version, when and why. */
export interface PublishedVersion {
  readonly kind: PublishedKind;
  readonly id: string;
  readonly version: number;
  readonly reason: string;
  /** Of headquarters; null where nobody has said yet who that is. */
  readonly publishedBy: string | null;
  readonly publishedAt: string;
}

/**
 * Keeps what headquarters has published. A version that is here stays as it is: cases began with it.
 * @param payload of `referencePublished`, which this program can read to its end
 */
export function putPublishedReference(
  writer: DeskWriter,
  header: { readonly at: string; readonly actorId: string },
  payload: unknown,
): void {
  const { document, reason } = PUBLICATION_EVENT_PAYLOADS.referencePublished.parse(payload);
  writer
    .statement(
      `INSERT INTO published_reference (kind, id, version, source, reason, published_by, published_at)
       VALUES (?,?,?,?,?,?,?) ON CONFLICT (kind, id, version) DO NOTHING`,
    )
    .run(
      document.kind,
      document.id,
      document.version,
      JSON.stringify(document.source),
      reason,
      header.actorId,
      header.at,
    );
}

/** Every version that headquarters has published, the oldest first. */
export function listPublishedDocuments(db: DeskReader): readonly PublishedDocument[] {
  return db
    .statement<Pick<PublishedDocument, 'kind' | 'id' | 'version'> & { readonly source: string }>(
      'SELECT kind, id, version, source FROM published_reference ORDER BY published_at, version',
    )
    .all()
    .map(({ source, ...name }) => ({
      format: 1,
      ...name,
      source: JSON.parse(source) as PublishedDocument['source'],
    }));
}

export function listPublishedVersions(db: DeskReader): readonly PublishedVersion[] {
  return db
    .statement<PublishedVersion>(
      `SELECT kind, id, version, reason, published_at AS publishedAt,
         (SELECT display_name FROM known_person WHERE actor_id = published_by LIMIT 1) AS publishedBy
       FROM published_reference ORDER BY published_at DESC, version DESC`,
    )
    .all();
}

/** Versions that came and that only a later version of this program can read. */
export function countUnreadablePublications(db: DeskReader): number {
  return (
    db
      .statement<{ readonly count: number }>(
        `SELECT count(*) AS count FROM feed_event WHERE parked = 1 AND kind = 'referencePublished'`,
      )
      .get()?.count ?? 0
  );
}
