import type { DecisionStand } from '#shared/contracts/hq/decisions.ts';
import type { HubReader } from './connection.ts';

export interface DecidableRow {
  readonly caseId: string;
  readonly reference: string;
  readonly fileNo: string | null;
  readonly applicantName: string;
  readonly branchName: string;
  readonly status: string;
  readonly submittedAt: Date | null;
  readonly replyNotBefore: string | null;
}

const STAND = `CASE
  WHEN decision_told THEN 'told'
  WHEN decision_released THEN 'released'
  WHEN stage IN ('accepted', 'rejected', 'deferred') THEN 'waitsForDay'
  WHEN stage IN ('imported', 'underStudy', 'readyForCommittee') THEN 'toDecide'
END`;

/** Cases of one stand, those first whose answer is due first; at most `limit` behind `after`. */
export function listDecidable(
  db: HubReader,
  stand: DecisionStand,
  after: string | null,
  limit: number,
): Promise<readonly DecidableRow[]> {
  return db.query<DecidableRow>(
    `SELECT case_id AS "caseId", reference, file_no AS "fileNo", applicant_name AS "applicantName",
       b.name AS "branchName", status, submitted_at AS "submittedAt",
       to_char(reply_not_before, 'YYYY-MM-DD') AS "replyNotBefore"
     FROM hub_case JOIN branch b USING (branch_office_id)
     WHERE ${STAND} = $1 AND ($2::uuid IS NULL OR (reply_not_before, case_id) >
       (SELECT reply_not_before, case_id FROM hub_case WHERE case_id = $2))
     ORDER BY reply_not_before, case_id LIMIT $3`,
    [stand, after, limit],
  );
}

/** How many cases are of each stand. */
export async function countDecidable(
  db: HubReader,
): Promise<Readonly<Record<DecisionStand, number>>> {
  const rows = await db.query<{ readonly stand: DecisionStand; readonly count: number }>(
    `SELECT ${STAND} AS stand, count(*)::int AS count FROM hub_case
     WHERE ${STAND} IS NOT NULL GROUP BY 1`,
  );
  const counts = { toDecide: 0, waitsForDay: 0, released: 0, told: 0 };
  for (const { stand, count } of rows) counts[stand] = count;
  return counts;
}

/** Cases whose decision may be told since this day, and was not released yet. */
export async function dueForRelease(
  db: HubReader,
  today: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db.query<{ readonly id: string }>(
    `SELECT case_id AS id FROM hub_case
     WHERE stage IN ('accepted', 'rejected', 'deferred') AND NOT decision_released
       AND reply_not_before <= $1 ORDER BY reply_not_before, case_id LIMIT $2`,
    [today, limit],
  );
  return rows.map(({ id }) => id);
}

/** What a list says of one case; null when headquarters does not hold it. */
export async function findDecidable(db: HubReader, caseId: string): Promise<DecidableRow | null> {
  const [row] = await db.query<DecidableRow>(
    `SELECT case_id AS "caseId", reference, file_no AS "fileNo", applicant_name AS "applicantName",
       b.name AS "branchName", status, submitted_at AS "submittedAt",
       to_char(reply_not_before, 'YYYY-MM-DD') AS "replyNotBefore"
     FROM hub_case JOIN branch b USING (branch_office_id) WHERE case_id = $1`,
    [caseId],
  );
  return row ?? null;
}
