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
  /** Nothing was decided of it yet. */
  readonly isUndecided: boolean;
  readonly appealOpen: boolean;
  /** The session that it waits for. */
  readonly sessionId: string | null;
  readonly sessionNumber: string | null;
}

const SELECT = `SELECT h.case_id AS "caseId", reference, file_no AS "fileNo",
    applicant_name AS "applicantName", b.name AS "branchName", h.status,
    submitted_at AS "submittedAt", to_char(reply_not_before, 'YYYY-MM-DD') AS "replyNotBefore",
    decision_id IS NULL AS "isUndecided", appeal_open AS "appealOpen",
    s.session_id AS "sessionId", s.number AS "sessionNumber"
  FROM hub_case h JOIN branch b USING (branch_office_id)
    LEFT JOIN committee_agenda a ON a.case_id = h.case_id AND a.is_live
    LEFT JOIN committee_session s ON s.session_id = a.session_id`;

/** A deferred item whose day has come is looked at again, whether or not anybody has answered. */
const RETURNED = `deferral = 'waiting' AND deferred_until <= $1 AND stand IN ('released', 'told')`;

/** Cases of one stand, those first whose answer is due first; at most `limit` behind `after`. */
export async function listDecidable(
  db: HubReader,
  stand: DecisionStand,
  {
    today,
    after,
    limit,
  }: { readonly today: string; readonly after: string | null; readonly limit: number },
): Promise<readonly DecidableRow[]> {
  const isOfStand = stand === 'toDecide' ? `(stand = $2 OR ${RETURNED})` : 'stand = $2';
  return db.query<DecidableRow>(
    `${SELECT} WHERE $1::date IS NOT NULL AND ${isOfStand}
       AND ($3::uuid IS NULL OR (reply_not_before, h.case_id) >
         (SELECT reply_not_before, case_id FROM hub_case WHERE case_id = $3))
     ORDER BY reply_not_before, h.case_id LIMIT $4`,
    [today, stand, after, limit],
  );
}

/** Cases that wait for a session and stand on no agenda, the oldest submission first. */
export function listReady(
  db: HubReader,
  today: string,
  limit: number,
): Promise<readonly DecidableRow[]> {
  return db.query<DecidableRow>(
    `${SELECT} WHERE (stand = 'toDecide' OR ${RETURNED}) AND a.session_id IS NULL
     ORDER BY submitted_at, h.case_id LIMIT $2`,
    [today, limit],
  );
}

export type StandCounts = Readonly<Record<DecisionStand, number>>;

/** How many cases are of each stand. */
export async function countDecidable(db: HubReader, today: string): Promise<StandCounts> {
  const rows = await db.query<{ readonly stand: DecisionStand; readonly count: number }>(
    `SELECT stand, count(*)::int AS count FROM hub_case WHERE stand IS NOT NULL GROUP BY 1
     UNION ALL SELECT 'toDecide', count(*)::int FROM hub_case WHERE ${RETURNED}`,
    [today],
  );
  const counts = { toDecide: 0, inStudy: 0, waitsForDay: 0, released: 0, told: 0 };
  for (const { stand, count } of rows) counts[stand] += count;
  return counts;
}

/** What waits for the committee: ready cases, and those submitted before this instant and undecided. */
export async function countForCommittee(
  db: HubReader,
  today: string,
  before: Date,
): Promise<{ readonly ready: number; readonly late: number }> {
  const [row] = await db.query<{ readonly ready: number; readonly late: number }>(
    `SELECT (SELECT count(*)::int FROM hub_case WHERE stand = 'toDecide')
         + (SELECT count(*)::int FROM hub_case WHERE ${RETURNED}) AS ready,
       (SELECT count(*)::int FROM hub_case WHERE stand IN ('inStudy', 'toDecide')
         AND decision_id IS NULL AND submitted_at < $2) AS late`,
    [today, before],
  );
  return row ?? { ready: 0, late: 0 };
}

/** Cases whose decision may be told since this day, and was not released yet. */
export async function dueForRelease(
  db: HubReader,
  today: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db.query<{ readonly id: string }>(
    `SELECT case_id AS id FROM hub_case
     WHERE stand = 'waitsForDay' AND reply_not_before <= $1
     ORDER BY reply_not_before, case_id LIMIT $2`,
    [today, limit],
  );
  return rows.map(({ id }) => id);
}

/** What a list says of these cases, in no order. */
export function findDecidables(
  db: HubReader,
  caseIds: readonly string[],
): Promise<readonly DecidableRow[]> {
  return db.query<DecidableRow>(`${SELECT} WHERE h.case_id = ANY($1::uuid[])`, [caseIds]);
}

/** What a list says of one case; null when headquarters does not hold it. */
export async function findDecidable(db: HubReader, caseId: string): Promise<DecidableRow | null> {
  const [row] = await findDecidables(db, [caseId]);
  return row ?? null;
}
