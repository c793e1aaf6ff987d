import type { HubReader, HubWriter } from './connection.ts';

/** What lists of the study keep of a case: a pure function of its events. Days are `YYYY-MM-DD`. */
export interface StudyRow {
  readonly caseId: string;
  readonly officerId: string | null;
  readonly officerName: string | null;
  readonly begun: boolean;
  readonly visitOn: string | null;
  readonly visitBy: 'branch' | 'headquarters' | null;
  readonly requestDue: string | null;
  /** The event with which the waiting began. */
  readonly awaitedBegan: string | null;
  readonly awaitedSince: string | null;
  readonly awaitedDue: string | null;
  /** Reminders since then. */
  readonly reminders: number;
  /** When the next reminder is due; null where none is. */
  readonly remindOn: string | null;
  readonly lapseOn: string | null;
  readonly lapsedOn: string | null;
}

export interface ReferralRow {
  readonly caseId: string;
  readonly referralId: string;
  readonly reason: string;
  /** The last one. */
  readonly question: string;
  readonly askedAt: string;
  readonly open: boolean;
  readonly answeredAt: string | null;
  readonly answers: number;
}

const STUDY_COLUMNS: Readonly<Record<keyof StudyRow, readonly [column: string, type: string]>> = {
  caseId: ['case_id', 'uuid'],
  officerId: ['officer_id', 'uuid'],
  officerName: ['officer_name', 'text'],
  begun: ['begun', 'boolean'],
  visitOn: ['visit_on', 'date'],
  visitBy: ['visit_by', 'text'],
  requestDue: ['request_due', 'date'],
  awaitedBegan: ['awaited_began', 'uuid'],
  awaitedSince: ['awaited_since', 'date'],
  awaitedDue: ['awaited_due', 'date'],
  reminders: ['reminders', 'int'],
  remindOn: ['remind_on', 'date'],
  lapseOn: ['lapse_on', 'date'],
  lapsedOn: ['lapsed_on', 'date'],
};

const REFERRAL_COLUMNS: Readonly<
  Record<keyof ReferralRow, readonly [column: string, type: string]>
> = {
  caseId: ['case_id', 'uuid'],
  referralId: ['referral_id', 'uuid'],
  reason: ['reason', 'text'],
  question: ['question', 'text'],
  askedAt: ['asked_at', 'timestamptz'],
  open: ['open', 'boolean'],
  answeredAt: ['answered_at', 'timestamptz'],
  answers: ['answers', 'int'],
};

/**
 * Makes the rows of these cases what their events say; of a case without a study, or without referrals,
 * nothing is left. Their own rows stand already.
 */
export async function putStudyRows(
  writer: HubWriter,
  caseIds: readonly string[],
  studies: readonly StudyRow[],
  referrals: readonly ReferralRow[],
): Promise<void> {
  if (caseIds.length === 0) return;
  for (const table of ['case_study', 'case_referral']) {
    await writer.query(`DELETE FROM ${table} WHERE case_id = ANY($1::uuid[])`, [caseIds]);
  }
  await insertRows(writer, 'case_study', STUDY_COLUMNS, studies);
  await insertRows(writer, 'case_referral', REFERRAL_COLUMNS, referrals);
}

async function insertRows<Row>(
  writer: HubWriter,
  table: string,
  columns: Readonly<Record<keyof Row & string, readonly [column: string, type: string]>>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const fields = Object.keys(columns) as (keyof Row & string)[];
  const names = fields.map((field) => columns[field][0]);
  const types = fields.map((field, index) => `$${index + 1}::${columns[field][1]}[]`);
  await writer.query(
    `INSERT INTO ${table} (${names.join(', ')}) SELECT * FROM unnest(${types.join(', ')})`,
    fields.map((field) => rows.map((row) => row[field])),
  );
}

/** How a case stands in the lists of the study. */
export interface StudyCaseRow {
  readonly caseId: string;
  readonly reference: string;
  readonly fileNo: string | null;
  readonly applicantName: string;
  readonly branchName: string;
  readonly branchCode: string;
  readonly stage: string;
  readonly status: string;
  readonly submittedAt: Date | null;
  readonly replyNotBefore: string | null;
  readonly officerId: string | null;
  readonly officerName: string | null;
  readonly begun: boolean;
  readonly visitOn: string | null;
  readonly visitBy: 'branch' | 'headquarters' | null;
  readonly requestDue: string | null;
  readonly reminders: number;
  readonly lapseOn: string | null;
  readonly lapsedOn: string | null;
}

export type StudyView = 'mine' | 'unassigned' | 'others' | 'waiting' | 'ready' | 'lapsed';

const IN_STUDY = `h.stage IN ('imported', 'underStudy') AND NOT h.return_open AND NOT h.set_aside
  AND h.status <> 'duplicate'`;
const WAITS = '(s.visit_on IS NOT NULL OR s.request_due IS NOT NULL)';

/** `$1` is the person who asks. Each case in study stands in exactly one of the first four. */
const WHERE: Readonly<Record<StudyView, string>> = {
  unassigned: `${IN_STUDY} AND s.officer_id IS NULL`,
  mine: `${IN_STUDY} AND s.officer_id = $1 AND NOT ${WAITS}`,
  waiting: `${IN_STUDY} AND s.officer_id IS NOT NULL AND ${WAITS}`,
  others: `${IN_STUDY} AND s.officer_id <> $1 AND NOT ${WAITS}`,
  ready: `h.stage = 'readyForCommittee' AND h.status <> 'duplicate'`,
  lapsed: `h.stage = 'lapsed'`,
};

const SELECT = `SELECT h.case_id AS "caseId", h.reference, h.file_no AS "fileNo",
    h.applicant_name AS "applicantName", b.name AS "branchName", b.code AS "branchCode", h.stage,
    h.status, h.submitted_at AS "submittedAt", h.reply_not_before::text AS "replyNotBefore",
    s.officer_id AS "officerId", s.officer_name AS "officerName", coalesce(s.begun, false) AS begun,
    s.visit_on::text AS "visitOn", s.visit_by AS "visitBy", s.request_due::text AS "requestDue",
    coalesce(s.reminders, 0) AS reminders, s.lapse_on::text AS "lapseOn",
    s.lapsed_on::text AS "lapsedOn"
  FROM hub_case h JOIN branch b USING (branch_office_id) LEFT JOIN case_study s USING (case_id)`;

/** The oldest submission first; one more than `limit` says that there are more. */
export function listStudyCases(
  db: HubReader,
  view: StudyView,
  personId: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly StudyCaseRow[]> {
  return db.query<StudyCaseRow>(
    `${SELECT} WHERE ${WHERE[view]} AND $1::uuid IS NOT NULL
     ORDER BY h.submitted_at NULLS LAST, h.case_id LIMIT $3 OFFSET $2`,
    [personId, offset, limit],
  );
}

export async function findStudyCase(db: HubReader, caseId: string): Promise<StudyCaseRow | null> {
  const [row] = await db.query<StudyCaseRow>(`${SELECT} WHERE h.case_id = $1`, [caseId]);
  return row ?? null;
}

/** How many stand in each list, for this person. */
export async function countStudyCases(
  db: HubReader,
  personId: string,
): Promise<Readonly<Record<StudyView, number>>> {
  const views = Object.keys(WHERE) as StudyView[];
  const [row] = await db.query<Readonly<Record<StudyView, number>>>(
    `SELECT ${views
      .map((view) => `(count(*) FILTER (WHERE ${WHERE[view]}))::int AS "${view}"`)
      .join(', ')}
     FROM hub_case h LEFT JOIN case_study s USING (case_id)
     WHERE h.stage IN ('imported', 'underStudy', 'readyForCommittee', 'lapsed')
       AND $1::uuid IS NOT NULL`,
    [personId],
  );
  return row ?? { mine: 0, unassigned: 0, others: 0, waiting: 0, ready: 0, lapsed: 0 };
}

export interface ReferralListRow {
  readonly caseId: string;
  readonly referralId: string;
  readonly reference: string;
  readonly applicantName: string;
  readonly branchName: string;
  readonly stage: string;
  readonly reason: string;
  readonly question: string;
  readonly askedAt: Date;
  readonly open: boolean;
  readonly answeredAt: Date | null;
  readonly answers: number;
}

/** Open ones from the oldest; answered ones from the latest. */
export function listReferrals(
  db: HubReader,
  open: boolean,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly ReferralListRow[]> {
  return db.query<ReferralListRow>(
    `SELECT r.case_id AS "caseId", r.referral_id AS "referralId", h.reference,
       h.applicant_name AS "applicantName", b.name AS "branchName", h.stage, r.reason, r.question,
       r.asked_at AS "askedAt", r.open, r.answered_at AS "answeredAt", r.answers
     FROM case_referral r JOIN hub_case h USING (case_id) JOIN branch b USING (branch_office_id)
     WHERE ${open ? 'r.open' : 'r.answered_at IS NOT NULL AND NOT r.open'}
     ORDER BY ${open ? 'r.asked_at' : 'r.answered_at DESC'}, r.case_id LIMIT $2 OFFSET $1`,
    [offset, limit],
  );
}

export async function countOpenReferrals(db: HubReader): Promise<number> {
  const [row] = await db.query<{ readonly count: number }>(
    'SELECT count(*)::int AS count FROM case_referral WHERE open',
  );
  return row?.count ?? 0;
}

/** Cases whose next reminder, or whose lapse, has come by this day. */
export async function dueAwaited(
  db: HubReader,
  what: 'remind' | 'lapse',
  today: string,
  limit: number,
): Promise<readonly string[]> {
  const column = what === 'remind' ? 'remind_on' : 'lapse_on';
  const rows = await db.query<{ readonly id: string }>(
    `SELECT case_id AS id FROM case_study WHERE ${column} <= $1 ORDER BY ${column}, case_id LIMIT $2`,
    [today, limit],
  );
  return rows.map(({ id }) => id);
}
