import type { HubReader } from './connection.ts';

/** A question to the social-research officer on a contact of a branch, or on a lead of headquarters. */
export interface InquiryRow {
  readonly referralId: string;
  readonly contactId: string;
  /** Its events in the journal's order: `{kind, at, actorId, payload}`. */
  readonly events: readonly unknown[];
  readonly deviceIds: readonly string[];
  /** Where its contact lies; null for a lead that was sent to no branch. */
  readonly branchOfficeId: string | null;
  readonly branchName: string | null;
  readonly isLead: boolean;
  /** The contact as the journal holds it; null for a lead, and where it is not here. */
  readonly recorded: unknown;
  readonly lead: unknown;
}

export type InquiryListView = 'open' | 'answered';

/** As they stand in the index of the journal, to the letter. */
export const INQUIRY_KINDS = `('inquiryReferred', 'inquiryQuestionAdded', 'inquiryAnswered', 'inquiryWithdrawn')`;

/** A thread is of headquarters and of the branch where the contact lies: another laptop is not believed. */
const THREADS = `WITH asked AS (
    SELECT DISTINCT ON (j.payload::jsonb ->> 'referralId') j.payload::jsonb ->> 'referralId' AS id,
      j.payload::jsonb ->> 'contactId' AS contact_id, j.at,
      coalesce(d.branch_office_id, l.branch_office_id) AS branch_office_id, l.lead_id
    FROM journal j LEFT JOIN device d ON d.device_id = j.device_id
      LEFT JOIN lead l ON l.lead_id::text = j.payload::jsonb ->> 'contactId'
    WHERE j.kind = 'inquiryReferred' AND j.payload IS NOT NULL
    ORDER BY j.payload::jsonb ->> 'referralId', j.position),
  thread AS (
    SELECT a.id, jsonb_agg(jsonb_build_object('kind', j.kind, 'at', j.at, 'actorId', j.actor_id,
        'payload', j.payload::jsonb) ORDER BY j.position) AS events,
      array_agg(DISTINCT j.device_id::text) AS devices,
      (array_agg(j.kind ORDER BY j.position DESC))[1] AS last, max(j.position) AS position
    FROM asked a JOIN journal j ON j.payload::jsonb ->> 'referralId' = a.id
      LEFT JOIN device d ON d.device_id = j.device_id
    WHERE j.kind IN ${INQUIRY_KINDS} AND j.payload IS NOT NULL
      AND (j.device_id = (SELECT hub_id FROM hub) OR d.branch_office_id = a.branch_office_id)
    GROUP BY a.id)`;

const SELECT = `${THREADS} SELECT a.id AS "referralId", a.contact_id AS "contactId", t.events,
    t.devices AS "deviceIds", a.branch_office_id AS "branchOfficeId", b.name AS "branchName",
    a.lead_id IS NOT NULL AS "isLead", to_jsonb(l) AS lead,
    (SELECT c.payload::jsonb FROM journal c WHERE c.kind = 'contactRecorded' AND c.payload IS NOT NULL
       AND c.payload::jsonb ->> 'contactId' = a.contact_id ORDER BY c.position LIMIT 1) AS recorded
  FROM asked a JOIN thread t USING (id) LEFT JOIN branch b USING (branch_office_id)
    LEFT JOIN lead l USING (lead_id)`;

const IS_OPEN = `t.last IN ('inquiryReferred', 'inquiryQuestionAdded')`;

/** Open ones from the oldest; answered ones from the latest. */
export function listInquiries(
  db: HubReader,
  view: InquiryListView,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly InquiryRow[]> {
  const [condition, order] =
    view === 'open' ? [IS_OPEN, 'a.at, a.id'] : [`t.last = 'inquiryAnswered'`, 't.position DESC'];
  return db.query<InquiryRow>(`${SELECT} WHERE ${condition} ORDER BY ${order} LIMIT $2 OFFSET $1`, [
    offset,
    limit,
  ]);
}

/** All of one contact or lead, from the oldest. */
export function listInquiriesOf(db: HubReader, contactId: string): Promise<readonly InquiryRow[]> {
  return db.query<InquiryRow>(`${SELECT} WHERE a.contact_id = $1 ORDER BY a.at, a.id`, [contactId]);
}

export async function findInquiry(db: HubReader, referralId: string): Promise<InquiryRow | null> {
  const [row] = await db.query<InquiryRow>(`${SELECT} WHERE a.id = $1`, [referralId]);
  return row ?? null;
}

export async function countOpenInquiries(db: HubReader): Promise<number> {
  const [row] = await db.query<{ readonly count: number }>(
    `${THREADS} SELECT count(*)::int AS count FROM thread t WHERE ${IS_OPEN}`,
  );
  return row?.count ?? 0;
}
