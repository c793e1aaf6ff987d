import type { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import type { CaseId, Instant } from '#shared/domain/identity.ts';
import { type CaseSummary, findCases } from './cases.ts';
import type { DeskReader } from './connection.ts';

/** A stretch of a list by its place in it, and how long the whole is. */
export interface CaseStretch {
  readonly cases: readonly CaseSummary[];
  readonly total: number;
}

export interface Stretch {
  readonly offset: number;
  /** 1 to 200. */
  readonly limit: number;
}

/** Cases in these statuses (all when left out), the last changed first. */
export function listCasesByPlace(
  db: DeskReader,
  statuses: readonly CaseStatus[] | null,
  stretch: Stretch,
): CaseStretch {
  const where = statuses === null ? 'true' : `status IN (SELECT value FROM json_each(?))`;
  const values = statuses === null ? [] : [JSON.stringify(statuses)];
  return stretchOf(
    db,
    // The index alone is walked through, as long as it takes; of the table only what is shown is read.
    `FROM case_summary INDEXED BY case_summary_last_position WHERE ${where}`,
    'last_position DESC',
    values,
    stretch,
  );
}

/** Cases that were submitted and of which HQ has not receipted every event, the last changed first. */
export function listCasesWaiting(db: DeskReader, stretch: Stretch): CaseStretch {
  return stretchOf(
    db,
    `FROM case_summary WHERE submitted_at IS NOT NULL
       AND last_position > coalesce((SELECT position FROM receipt_head), 0)
       AND own_position > coalesce((SELECT position FROM receipt_head), 0)`,
    'last_position DESC',
    [],
    stretch,
  );
}

/** Cases before their submission, the last changed first. */
export function listDrafts(
  db: DeskReader,
  statuses: readonly CaseStatus[],
  stretch: Stretch,
): CaseStretch {
  return stretchOf(
    db,
    `FROM case_summary INDEXED BY case_summary_unsubmitted
     WHERE submitted_at IS NULL AND status IN (SELECT value FROM json_each(?))`,
    'last_position DESC',
    [JSON.stringify(statuses)],
    stretch,
  );
}

function stretchOf(
  db: DeskReader,
  from: string,
  order: string,
  values: readonly string[],
  { offset, limit }: Stretch,
): CaseStretch {
  const counted = db
    .statement<{ readonly total: number }>(`SELECT count(*) AS total ${from}`)
    .get(...values);
  const rows = db
    .statement<{ readonly caseId: string }>(
      `SELECT case_id AS caseId FROM (SELECT opened_position ${from} ORDER BY ${order} LIMIT ? OFFSET ?)
       CROSS JOIN case_summary USING (opened_position)`,
    )
    .all(...values, limit, offset);
  const cases = findCases(
    db,
    rows.map(({ caseId }) => caseId),
  );
  return { cases, total: counted?.total ?? 0 };
}

/** Whether a page of this case is open with something in it that is no event yet. */
export function hasDraft(db: DeskReader, caseId: CaseId): boolean {
  return db.statement('SELECT 1 FROM draft WHERE case_id = ? LIMIT 1').get(caseId) !== undefined;
}

/** Cases with such a page. */
export function countCasesWithDraft(db: DeskReader): number {
  return (
    db
      .statement<{ readonly count: number }>('SELECT count(DISTINCT case_id) AS count FROM draft')
      .get()?.count ?? 0
  );
}

export interface ReceiptHead {
  /** Of this device's last receipted event. */
  readonly seq: number;
  readonly receiptedAt: Instant;
}

/** How far headquarters has receipted the journal; null before the first receipt. */
export function findReceiptHead(db: DeskReader): ReceiptHead | null {
  return (
    db
      .statement<ReceiptHead>(
        `SELECT journal.seq, receipt_head.receipted_at AS receiptedAt
         FROM receipt_head JOIN journal USING (position)`,
      )
      .get() ?? null
  );
}

/** When something was last saved here, as event or as draft; null on an empty desk. */
export function findLastSavedAt(db: DeskReader): Instant | null {
  return (
    db
      .statement<{ readonly at: string | null }>(
        `SELECT max(at) AS at FROM (
           SELECT at FROM journal WHERE position = (SELECT max(position) FROM journal)
           UNION ALL SELECT max(saved_at) FROM draft)`,
      )
      .get()?.at ?? null
  );
}
