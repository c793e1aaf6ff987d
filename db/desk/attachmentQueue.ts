import type { CaseEvent } from '#shared/domain/case/caseEvent.ts';
import { DESTROYS_PAGES, NAMES_PAGES } from '#shared/domain/case/pageEvents.ts';
import { CaseId, type Instant, Sha256Hex } from '#shared/domain/identity.ts';
import { PageProblem, ScanId } from '#shared/domain/scans/scan.ts';
import type { AttachmentPlace } from './attachments.ts';
import type { DeskReader, DeskWriter } from './connection.ts';

/** A page that headquarters does not hold yet. */
export interface WaitingPage {
  readonly place: AttachmentPlace;
  readonly bytes: number;
  /** Of the event that names it. */
  readonly position: number;
}

/** Keeps the queue to the scans that stand: in the transaction that appends the event. */
export function followScans(writer: DeskWriter, event: CaseEvent, position: number): void {
  if (event.kind === 'scanRemoved' || event.kind === 'signedPaperScanRemoved') {
    writer.statement('DELETE FROM attachment_queue WHERE scan_id = ?').run(event.payload.scanId);
  }
  if (event.kind !== 'scanAttached' && event.kind !== 'signedPaperScanned') return;
  const { scanId, pages } = event.payload;
  for (const [page, { hash, bytes }] of pages.entries()) {
    writer
      .statement(
        `INSERT INTO attachment_queue (scan_id, page, case_id, hash, bytes, position)
         VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .run(scanId, page, event.caseId, hash, bytes, position);
  }
}

/** So many events are read between two steps. */
const SCANS_PER_STEP = 100;

/**
 * What the journal names and the queue lacks; what headquarters is known to hold stays known.
 * @param positions of the events that attach or remove a scan
 */
export function* refillAttachmentQueue(
  writer: DeskWriter,
  positions: readonly number[],
): Generator<undefined, void> {
  const removed: string[] = [];
  const steps = Array.from({ length: Math.ceil(positions.length / SCANS_PER_STEP) }, (_, step) =>
    JSON.stringify(positions.slice(step * SCANS_PER_STEP, (step + 1) * SCANS_PER_STEP)),
  );
  for (const step of steps) {
    const rows = writer
      .statement<{ readonly scanId: string }>(
        `SELECT j.payload ->> 'scanId' AS scanId
         FROM json_each(?) at CROSS JOIN journal j ON j.position = at.value
         WHERE j.kind IN (${listOf(DESTROYS_PAGES)}) AND j.payload IS NOT NULL`,
      )
      .all(step);
    removed.push(...rows.map(({ scanId }) => scanId));
    yield;
  }
  for (const step of steps) {
    writer
      .statement(
        `INSERT INTO attachment_queue (scan_id, page, case_id, hash, bytes, position)
         SELECT j.payload ->> 'scanId', p.key, j.case_id, p.value ->> 'hash', p.value ->> 'bytes',
           j.position
         FROM json_each(?) at CROSS JOIN journal j ON j.position = at.value,
           json_each(j.payload, '$.pages') p
         WHERE j.kind IN (${listOf(NAMES_PAGES)}) AND j.payload IS NOT NULL
           AND j.payload ->> 'scanId' NOT IN (SELECT value FROM json_each(?))
         ON CONFLICT (scan_id, page) DO NOTHING`,
      )
      .run(step, JSON.stringify(removed));
    yield;
  }
}

/** As it stands between the brackets of an SQL `IN`. */
function listOf(kinds: readonly string[]): string {
  return kinds.map((kind) => `'${kind}'`).join(', ');
}

/** The cases with a standing scan, taken at this laptop, that has a page of these very bytes. */
export function casesWithPage(db: DeskReader, hash: Sha256Hex): readonly CaseId[] {
  return db
    .statement<{ readonly caseId: string }>(
      'SELECT DISTINCT case_id AS caseId FROM attachment_queue WHERE hash = ?',
    )
    .all(hash)
    .map(({ caseId }) => CaseId.parse(caseId));
}

const BEFORE_FIRST = { position: 0, page: -1 };

interface PageRow {
  readonly scanId: string;
  readonly page: number;
  readonly caseId: string;
  readonly hash: string;
  readonly bytes: number;
  readonly position: number;
}

/**
 * The next pages to send, the oldest first: of events that headquarters has receipted, since it takes
 * only what an event names.
 */
export function waitingPages(
  db: DeskReader,
  throughPosition: number,
  limit: number,
  after: { readonly position: number; readonly page: number } = BEFORE_FIRST,
): readonly WaitingPage[] {
  return db
    .statement<PageRow>(
      `SELECT scan_id AS scanId, page, case_id AS caseId, hash, bytes, position
       FROM attachment_queue
       WHERE held_at IS NULL AND problem IS NULL AND position <= ? AND (position, page) > (?, ?)
       ORDER BY position, page LIMIT ?`,
    )
    .all(throughPosition, after.position, after.page, limit)
    .map(({ scanId, page, caseId, hash, bytes, position }) => ({
      place: {
        caseId: CaseId.parse(caseId),
        scanId: ScanId.parse(scanId),
        page,
        hash: Sha256Hex.parse(hash),
      },
      bytes,
      position,
    }));
}

/**
 * Headquarters says that it holds these bytes, under whatever names.
 * @returns how many pages were not known to be there
 */
export function markHeld(writer: DeskWriter, hash: Sha256Hex, at: Instant): number {
  return writer
    .statement(
      'UPDATE attachment_queue SET held_at = ?, problem = NULL WHERE hash = ? AND held_at IS NULL',
    )
    .run(at, hash).changes;
}

export function notePageProblem(
  writer: DeskWriter,
  { scanId, page }: AttachmentPlace,
  problem: PageProblem,
): void {
  writer
    .statement(
      `UPDATE attachment_queue SET problem = ? WHERE scan_id = ? AND page = ? AND held_at IS NULL`,
    )
    .run(problem, scanId, page);
}

/** A person asks again: what could not go is tried anew. */
export function forgetPageProblems(writer: DeskWriter): void {
  writer.statement('UPDATE attachment_queue SET problem = NULL WHERE problem IS NOT NULL').run();
}

export interface PagesWaiting {
  readonly files: number;
  readonly bytes: number;
}

/** What could go: without the pages that something is wrong with. */
export function countWaitingPages(db: DeskReader): PagesWaiting {
  return (
    db
      .statement<PagesWaiting>(
        `SELECT count(*) AS files, coalesce(sum(bytes), 0) AS bytes FROM attachment_queue
         WHERE held_at IS NULL AND problem IS NULL`,
      )
      .get() ?? { files: 0, bytes: 0 }
  );
}

export interface ListedPageProblem {
  readonly caseId: CaseId;
  readonly scanId: ScanId;
  readonly page: number;
  readonly problem: PageProblem;
  readonly reference: string | null;
  readonly applicantName: string | null;
}

/** Pages that something is wrong with, with the case that each belongs to. */
export function listPageProblems(db: DeskReader, limit: number): readonly ListedPageProblem[] {
  return db
    .statement<Omit<ListedPageProblem, 'problem'> & { readonly problem: string }>(
      `SELECT q.case_id AS caseId, q.scan_id AS scanId, q.page, q.problem, c.reference,
         c.applicant_name AS applicantName
       FROM attachment_queue q LEFT JOIN case_summary c ON c.case_id = q.case_id
       WHERE q.held_at IS NULL AND q.problem IS NOT NULL ORDER BY q.position, q.page LIMIT ?`,
    )
    .all(limit)
    .map((row) => ({ ...row, problem: PageProblem.parse(row.problem) }));
}
