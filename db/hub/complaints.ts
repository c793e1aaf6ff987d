import type { HubReader } from './connection.ts';

/** A complaint as the journal holds it: what was recorded, the last answer, and an appeal to the director. */
export interface ComplaintRow {
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly deviceId: string;
  /** Null for one that was recorded at headquarters. */
  readonly branchOfficeId: string | null;
  readonly branchName: string | null;
  readonly recorded: unknown;
  readonly answer: unknown;
  readonly appeal: unknown;
  /** The appeal came after the last answer. */
  readonly isAppealOpen: boolean;
}

export type ComplaintListView = 'open' | 'answered';

const KEY = `payload::jsonb ->> 'complaintId'`;
/** Headquarters' own: a laptop that answers in its name is not believed. */
const LAST_OF = (kind: string) => `SELECT DISTINCT ON (${KEY}) ${KEY} AS id, position,
  payload::jsonb AS content FROM journal WHERE kind = '${kind}' AND payload IS NOT NULL
    AND device_id = (SELECT hub_id FROM hub)
  ORDER BY ${KEY}, position DESC`;

/** An appeal that came after the last answer waits for the director. */
const SOURCE = `FROM journal j
  LEFT JOIN device d ON d.device_id = j.device_id LEFT JOIN branch b USING (branch_office_id)
  LEFT JOIN (${LAST_OF('complaintAnswered')}) a ON a.id = j.payload::jsonb ->> 'complaintId'
  LEFT JOIN (${LAST_OF('complaintAppealed')}) p ON p.id = j.payload::jsonb ->> 'complaintId'
  WHERE j.kind = 'complaintRecorded' AND j.payload IS NOT NULL`;
const IS_OPEN = '(a.id IS NULL OR p.position > a.position)';

/** $1: whoever reads is never shown what names them. */
const SHOWN = `(j.payload::jsonb ->> 'against') IS DISTINCT FROM $1::text`;

const COLUMNS = `SELECT j.at AS "recordedAt", j.actor_id AS "recordedBy",
  j.device_id AS "deviceId", b.branch_office_id AS "branchOfficeId", b.name AS "branchName", j.payload::jsonb AS recorded,
  a.content AS answer, p.content AS appeal,
  coalesce(p.position > a.position, false) AS "isAppealOpen"`;

/** What waits from the first due on, what is answered from the latest. */
export function listComplaints(
  db: HubReader,
  readerId: string,
  view: ComplaintListView,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly ComplaintRow[]> {
  const [condition, order] =
    view === 'open'
      ? [IS_OPEN, `j.payload::jsonb ->> 'dueBy', j.position`]
      : [`NOT ${IS_OPEN}`, 'a.position DESC'];
  return db.query(
    `${COLUMNS} ${SOURCE} AND ${SHOWN} AND ${condition} ORDER BY ${order} LIMIT $2 OFFSET $3`,
    [readerId, limit, offset],
  );
}

/** Null also for one that names the reader: that it is there is not told either. */
export async function findComplaint(
  db: HubReader,
  readerId: string,
  complaintId: string,
): Promise<ComplaintRow | null> {
  const [row] = await db.query<ComplaintRow>(
    `${COLUMNS} ${SOURCE} AND ${SHOWN} AND j.payload::jsonb ->> 'complaintId' = $2 LIMIT 1`,
    [readerId, complaintId],
  );
  return row ?? null;
}

/** How many wait for an answer, and how many of them since before this day. */
export async function countOpenComplaints(
  db: HubReader,
  today: string,
): Promise<{ readonly open: number; readonly overdue: number }> {
  const [row] = await db.query<{ readonly open: number; readonly overdue: number }>(
    `SELECT count(*)::int AS open,
       (count(*) FILTER (WHERE j.payload::jsonb ->> 'dueBy' < $1))::int AS overdue
     ${SOURCE} AND ${IS_OPEN}`,
    [today],
  );
  return row ?? { open: 0, overdue: 0 };
}
