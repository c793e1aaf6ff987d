import type { HubReader } from './connection.ts';

export type DeliveryListView = 'toRegister' | 'due' | 'conflicts' | 'opinion';

export interface DeliveryListRow {
  readonly caseId: string;
  readonly personId: string;
  readonly reference: string;
  readonly fileNo: string | null;
  readonly applicantName: string;
  readonly branchName: string;
  readonly status: string;
  /** Only of parts that fall due. */
  readonly itemId: string | null;
  readonly type: string | null;
  readonly number: number | null;
  readonly parts: number | null;
  readonly dueOn: string | null;
  readonly amount: number | null;
  readonly quantity: number | null;
}

export interface DeliveryWish {
  readonly view: DeliveryListView;
  readonly branchOfficeId: string | null;
  /** Of what falls due: from the first day on, before the second. */
  readonly since: string;
  readonly before: string;
  readonly today: string;
  /** The sorting values of the last row of the stretch before. */
  readonly after: readonly string[] | null;
  readonly limit: number;
}

const FACE = `h.case_id AS "caseId", coalesce(m.person_id, h.beneficiary_id) AS "personId",
  h.reference, h.file_no AS "fileNo", h.applicant_name AS "applicantName", b.name AS "branchName",
  h.status`;
const NO_DUE = `NULL AS "itemId", NULL AS type, NULL::int AS number, NULL::int AS parts,
  NULL AS "dueOn", NULL::bigint AS amount, NULL::int AS quantity`;
const JOINED = `JOIN hub_case h USING (case_id) JOIN branch b USING (branch_office_id)
  LEFT JOIN merged_person m USING (beneficiary_id)`;

/** Which cases a list holds, by the columns of `registry_case r`; $1 is today. */
const HELD = {
  toRegister: `r.service = 'toRegister'`,
  conflicts: 'r.conflicts > 0',
  opinion: 'r.opinion_from <= $1::date',
} as const;

/** A stretch of a list, in an order in which it can be gone on with behind any row. */
export function listDeliveries(
  db: HubReader,
  wish: DeliveryWish,
): Promise<readonly DeliveryListRow[]> {
  const { view, branchOfficeId, since, before, today, after, limit } = wish;
  if (view === 'due') {
    const [dueOn = null, caseId = null, itemId = null, number = null] = after ?? [];
    return db.query(
      `SELECT ${FACE}, d.item_id AS "itemId", d.type, d.number, d.parts,
         to_char(d.due_on, 'YYYY-MM-DD') AS "dueOn", d.amount, d.quantity
       FROM service_due d ${JOINED}
       WHERE d.due_on >= $1::date AND d.due_on < $2::date
         AND ($3::uuid IS NULL OR h.branch_office_id = $3)
         AND ($4::date IS NULL OR (d.due_on, d.case_id, d.item_id, d.number)
           > ($4::date, $5::uuid, $6::text, $7::int))
       ORDER BY d.due_on, d.case_id, d.item_id, d.number LIMIT $8`,
      [since, before, branchOfficeId, dueOn, caseId, itemId, number, limit],
    );
  }
  const [caseId = null] = after ?? [];
  return db.query(
    `SELECT ${FACE}, ${NO_DUE} FROM registry_case r ${JOINED}
     WHERE $1::date IS NOT NULL AND ${HELD[view]} AND ($2::uuid IS NULL OR h.branch_office_id = $2)
       AND ($3::uuid IS NULL OR r.case_id > $3)
     ORDER BY r.case_id LIMIT $4`,
    [today, branchOfficeId, caseId, limit],
  );
}

export interface DeliveryCounts {
  readonly toRegister: number;
  /** Parts, until the end of the month. */
  readonly due: number;
  readonly overdue: number;
  readonly conflicts: number;
  readonly opinion: number;
}

/** How much is in each list. @param before the first day after this month */
export async function countDeliveries(
  db: HubReader,
  { branchOfficeId, today, before }: Pick<DeliveryWish, 'branchOfficeId' | 'today' | 'before'>,
): Promise<DeliveryCounts> {
  const [row] = await db.query<DeliveryCounts>(
    `WITH own AS (SELECT r.* FROM registry_case r JOIN hub_case h USING (case_id)
       WHERE (r.service = 'toRegister' OR r.conflicts > 0 OR r.opinion_from <= $1::date)
         AND ($2::uuid IS NULL OR h.branch_office_id = $2))
     SELECT (SELECT count(*)::int FROM own WHERE service = 'toRegister') AS "toRegister",
       (SELECT count(*)::int FROM own WHERE conflicts > 0) AS conflicts,
       (SELECT count(*)::int FROM own WHERE opinion_from <= $1::date) AS opinion, d.due, d.overdue
     FROM (SELECT count(*)::int AS due, (count(*) FILTER (WHERE due_on < $1::date))::int AS overdue
       FROM service_due LEFT JOIN hub_case h USING (case_id)
       WHERE due_on < $3::date AND ($2::uuid IS NULL OR h.branch_office_id = $2)) d`,
    [today, branchOfficeId, before],
  );
  return row ?? { toRegister: 0, due: 0, overdue: 0, conflicts: 0, opinion: 0 };
}

export interface DueMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly parts: number;
  /** Halalas. */
  readonly amount: number;
}

/** The months in which something falls due, at most `limit` of them. */
export function listDueMonths(
  db: HubReader,
  branchOfficeId: string | null,
  limit: number,
): Promise<readonly DueMonth[]> {
  return db.query(
    `SELECT to_char(due_on, 'YYYY-MM') AS month, count(*)::int AS parts,
       coalesce(sum(amount), 0)::bigint AS amount
     FROM service_due LEFT JOIN hub_case h USING (case_id)
     WHERE $1::uuid IS NULL OR h.branch_office_id = $1 GROUP BY 1 ORDER BY 1 LIMIT $2`,
    [branchOfficeId, limit],
  );
}

/** Of how many parts it is overdue, and how many conflicts wait: what the rail counts. */
export async function countDeliveriesWaiting(db: HubReader, today: string): Promise<number> {
  const [row] = await db.query<{ readonly count: number }>(
    `SELECT (SELECT count(*) FROM service_due WHERE due_on <= $1::date)::int
       + (SELECT count(*) FROM registry_case WHERE service = 'toRegister')::int
       + (SELECT count(*) FROM registry_case WHERE conflicts > 0)::int AS count`,
    [today],
  );
  return row?.count ?? 0;
}

/** Cases that are over on this day by the clock alone: the last day of an appeal has passed. */
export async function listEndedByTheClock(
  db: HubReader,
  today: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db.query<{ readonly id: string }>(
    `SELECT case_id AS id FROM registry_case WHERE closes_after < $1::date
     ORDER BY closes_after, case_id LIMIT $2`,
    [today, limit],
  );
  return rows.map(({ id }) => id);
}

/** Cases whose service is over and whose opinion is in or will not come. */
export async function listServedWithoutOpinion(
  db: HubReader,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db.query<{ readonly id: string }>(
    `SELECT case_id AS id FROM registry_case
     WHERE service = 'served' AND opinion_from IS NULL AND conflicts = 0 ORDER BY case_id LIMIT $1`,
    [limit],
  );
  return rows.map(({ id }) => id);
}
