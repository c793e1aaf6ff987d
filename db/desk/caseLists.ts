import type { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import type { CaseId, Instant, IsoDay } from '#shared/domain/identity.ts';
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

export interface CaseListFilter {
  readonly statuses?: readonly CaseStatus[] | undefined;
  /** The family's category as it was stated. */
  readonly category?: string | undefined;
  /** A kind of support that is asked for, among others. */
  readonly support?: string | undefined;
  /** The Asia/Riyadh days on which it was opened, as days since 1970-01-01; both ends count. */
  readonly opened?: { readonly from: number; readonly through: number } | undefined;
  /** Something is to be done: see `NEEDS_ATTENTION`. The day is today, and papers count through a later one. */
  readonly attention?: { readonly today: IsoDay; readonly papersThrough: IsoDay } | undefined;
}

export type CaseOrder = 'changed' | 'openedLast' | 'openedFirst' | 'name';

const ORDERS = {
  changed: { index: 'case_summary_last_position', by: 'last_position DESC' },
  openedLast: { index: 'case_summary_opened', by: 'opened_position DESC' },
  openedFirst: { index: 'case_summary_opened', by: 'opened_position' },
  name: { index: 'case_summary_name', by: 'name_key, opened_position' },
} as const satisfies Record<CaseOrder, { readonly index: string; readonly by: string }>;

/**
 * Cases that somebody must do something about: returned, answered by the officer, with values written
 * apart, a decision to tell, a registration to complete or deliveries to settle, wanting something that has
 * not come or the picture of a signed sheet, with a reply or a delivery that is due, or with a paper that is about to end.
 */
const NEEDS_ATTENTION = `opened_position IN (SELECT opened_position FROM case_due
  WHERE kind IN ('awaited', 'answered', 'returned', 'conflict', 'decision', 'register', 'settle',
    'signedPaper')
    OR (kind IN ('reply', 'delivery') AND day <= ?) OR (kind = 'paper' AND day BETWEEN ? AND ?))`;

/**
 * A stretch of the cases for which every part of the filter holds. An index alone is walked through, as
 * long as it takes, whichever stretch it is; of the table only what is shown is read.
 */
export function listCasesByPlace(
  db: DeskReader,
  filter: CaseListFilter,
  order: CaseOrder,
  stretch: Stretch,
): CaseStretch {
  const { statuses, category, support, opened, attention } = filter;
  const conditions: (readonly [sql: string, values: readonly (string | number)[]])[] = [];
  if (statuses !== undefined) {
    conditions.push(['status IN (SELECT value FROM json_each(?))', [JSON.stringify(statuses)]]);
  }
  if (category !== undefined) conditions.push(['category = ?', [category]]);
  if (support !== undefined) conditions.push(['instr(supports, ?) > 0', [` ${support} `]]);
  if (opened !== undefined) {
    conditions.push(['opened_day BETWEEN ? AND ?', [opened.from, opened.through]]);
  }
  if (attention !== undefined) {
    const { today, papersThrough } = attention;
    conditions.push([NEEDS_ATTENTION, [today, today, papersThrough]]);
  }
  const { index, by } = ORDERS[order];
  const where = conditions.length === 0 ? 'true' : conditions.map(([sql]) => sql).join(' AND ');
  return stretchOf(
    db,
    `FROM case_summary INDEXED BY ${index} WHERE ${where}`,
    by,
    conditions.flatMap(([, values]) => values),
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
  values: readonly (string | number)[],
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
