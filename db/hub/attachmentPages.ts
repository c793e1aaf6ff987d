import { CASE_EVENT_PAYLOADS } from '#shared/domain/case/caseEvent.ts';
import { DESTROYS_PAGES, NAMES_PAGES } from '#shared/domain/case/pageEvents.ts';
import { bytesOfHex, hexOf } from '#shared/protocol/bytes.ts';
import type { ReceivedEvent } from '#shared/protocol/sync/batch.ts';
import { emptyAttachment } from './attachments.ts';
import type { HubReader, HubWriter } from './connection.ts';

/**
 * Notes which pages these events name, and destroys those that no standing scan names any more; in the
 * transaction that takes the events in, before they are appended. A payload that is withheld or of
 * another shape names nothing.
 */
export async function followScans(
  writer: HubWriter,
  events: readonly ReceivedEvent[],
  branchOfficeId: string,
): Promise<void> {
  for (const { header, payload } of events) {
    if (payload === null || header.caseId === null) continue;
    const names = NAMES_PAGES.find((kind) => kind === header.kind);
    const destroys = DESTROYS_PAGES.find((kind) => kind === header.kind);
    if (names !== undefined) {
      const parsed = CASE_EVENT_PAYLOADS[names].safeParse(JSON.parse(payload));
      if (!parsed.success) continue;
      for (const [page, { hash, bytes }] of parsed.data.pages.entries()) {
        await writer.query(
          `INSERT INTO attachment_page (scan_id, page, case_id, branch_office_id, hash, bytes)
           VALUES ($1,$2,$3,$4,$5,$6) ON CONFLICT (scan_id, page) DO NOTHING`,
          [
            parsed.data.scanId,
            page,
            header.caseId,
            branchOfficeId,
            Buffer.from(bytesOfHex(hash)),
            bytes,
          ],
        );
      }
    } else if (destroys !== undefined) {
      const parsed = CASE_EVENT_PAYLOADS[destroys].safeParse(JSON.parse(payload));
      if (parsed.success) await removeScan(writer, header.caseId, parsed.data.scanId);
    }
  }
}

async function removeScan(writer: HubWriter, caseId: string, scanId: string): Promise<void> {
  const pages = await writer.query<{ readonly hash: Buffer }>(
    `UPDATE attachment_page SET removed = true WHERE scan_id = $1 AND case_id = $2 RETURNING hash`,
    [scanId, caseId],
  );
  for (const { hash } of pages) {
    const [named] = await writer.query(
      'SELECT 1 FROM attachment_page WHERE hash = $1 AND NOT removed LIMIT 1',
      [hash],
    );
    if (named === undefined) await emptyAttachment(writer, hash);
  }
}

/** How many bytes a page of this hash has, by a standing scan of the branch; null where none names it. */
export async function bytesNamed(
  db: HubReader,
  hash: Uint8Array,
  branchOfficeId: string,
): Promise<number | null> {
  const [row] = await db.query<{ readonly bytes: number }>(
    `SELECT bytes FROM attachment_page
     WHERE hash = $1 AND branch_office_id = $2 AND NOT removed LIMIT 1`,
    [Buffer.from(hash), branchOfficeId],
  );
  return row?.bytes ?? null;
}

/** The same, locked: a removal waits until these bytes are stored, and then destroys them. */
export async function lockBytesNamed(
  writer: HubWriter,
  hash: Uint8Array,
  branchOfficeId: string,
): Promise<number | null> {
  const [row] = await writer.query<{ readonly bytes: number }>(
    `SELECT bytes FROM attachment_page
     WHERE hash = $1 AND branch_office_id = $2 AND NOT removed LIMIT 1 FOR SHARE`,
    [Buffer.from(hash), branchOfficeId],
  );
  return row?.bytes ?? null;
}

export interface PageListed {
  readonly scanId: string;
  readonly page: number;
  readonly bytes: number;
  /** Whole at headquarters; false while it is on its way. */
  readonly held: boolean;
}

/** The pages of a case's standing scans. */
export async function listCasePages(db: HubReader, caseId: string): Promise<readonly PageListed[]> {
  return db.query<PageListed>(
    `SELECT p.scan_id AS "scanId", p.page, p.bytes, (a.completed_at IS NOT NULL) AS held
     FROM attachment_page p LEFT JOIN attachment a USING (hash)
     WHERE p.case_id = $1 AND NOT p.removed ORDER BY p.scan_id, p.page`,
    [caseId],
  );
}

/** The hash of a page of a standing scan; null where there is none such. */
export async function findPageHash(
  db: HubReader,
  {
    caseId,
    scanId,
    page,
  }: { readonly caseId: string; readonly scanId: string; readonly page: number },
): Promise<string | null> {
  const [row] = await db.query<{ readonly hash: Buffer }>(
    `SELECT hash FROM attachment_page
     WHERE case_id = $1 AND scan_id = $2 AND page = $3 AND NOT removed`,
    [caseId, scanId, page],
  );
  return row ? hexOf(row.hash) : null;
}
