import type { HubReader, HubWriter } from './connection.ts';
import { INQUIRY_KINDS } from './inquiries.ts';

/** A lead as it lies at headquarters, with what a branch did about it. */
export interface LeadRow {
  readonly leadId: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly channel: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly reach: string | null;
  readonly need: string;
  readonly said: string;
  readonly answer: string | null;
  readonly branchOfficeId: string | null;
  readonly branchName: string | null;
  readonly sentAt: string | null;
  readonly outcome: string | null;
  /** The branch still owes a word after its last report. */
  readonly isOwed: boolean;
  readonly isCase: boolean;
  readonly caseReference: string | null;
  /** Where its question to the social-research officer stands; null for none. */
  readonly referral: 'open' | 'answered' | null;
}

export interface NewLeadRow {
  readonly leadId: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly channel: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly reach: string | null;
  readonly need: string;
  readonly said: string;
}

export async function insertLead(writer: HubWriter, lead: NewLeadRow): Promise<void> {
  await writer.query(
    `INSERT INTO lead (lead_id, recorded_at, recorded_by, channel, name, phone, reach, need, said)
     VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)`,
    [
      lead.leadId,
      lead.recordedAt,
      lead.recordedBy,
      lead.channel,
      lead.name,
      lead.phone,
      lead.reach,
      lead.need,
      lead.said,
    ],
  );
}

/** Locks the lead until the end of the transaction. @returns false where there is none */
export async function lockLead(writer: HubWriter, leadId: string): Promise<boolean> {
  const rows = await writer.query('SELECT 1 FROM lead WHERE lead_id = $1 FOR UPDATE', [leadId]);
  return rows.length > 0;
}

export async function markLeadAnswered(
  writer: HubWriter,
  leadId: string,
  answer: string,
  at: string,
): Promise<void> {
  await writer.query('UPDATE lead SET answer = $2, answered_at = $3 WHERE lead_id = $1', [
    leadId,
    answer,
    at,
  ]);
}

export async function markLeadSent(
  writer: HubWriter,
  leadId: string,
  branchOfficeId: string,
  at: string,
): Promise<void> {
  await writer.query('UPDATE lead SET branch_office_id = $2, sent_at = $3 WHERE lead_id = $1', [
    leadId,
    branchOfficeId,
    at,
  ]);
}

const WHERE = {
  open: 'l.answered_at IS NULL AND l.sent_at IS NULL',
  sent: 'l.sent_at IS NOT NULL',
  all: 'true',
} as const;

const SELECT = `SELECT l.lead_id AS "leadId", l.recorded_at AS "recordedAt",
    coalesce(p.display_name, '') AS "recordedBy", l.channel, l.name, l.phone, l.reach, l.need,
    l.said, l.answer, l.branch_office_id AS "branchOfficeId", b.name AS "branchName", l.sent_at AS "sentAt",
    f.content ->> 'outcome' AS outcome,
    f.content IS NOT NULL AND f.content ->> 'nextBy' IS NOT NULL AS "isOwed",
    k.case_id IS NOT NULL AS "isCase", h.reference AS "caseReference",
    q.standing AS referral
  FROM lead l LEFT JOIN hq_person p ON p.person_id = l.recorded_by
    LEFT JOIN branch b USING (branch_office_id)
    LEFT JOIN LATERAL (SELECT j.payload::jsonb AS content FROM journal j
      WHERE j.kind = 'contactFollowedUp' AND j.payload IS NOT NULL
        AND j.payload::jsonb ->> 'contactId' = l.lead_id::text ORDER BY j.position DESC LIMIT 1) f ON true
    LEFT JOIN LATERAL (SELECT (j.payload::jsonb ->> 'caseId')::uuid AS case_id FROM journal j
      WHERE j.kind = 'contactLinked' AND j.payload IS NOT NULL
        AND j.payload::jsonb ->> 'contactId' = l.lead_id::text ORDER BY j.position DESC LIMIT 1) k ON true
    LEFT JOIN hub_case h ON h.case_id = k.case_id
    LEFT JOIN LATERAL (SELECT max(CASE last.kind WHEN 'inquiryAnswered' THEN 'answered'
        WHEN 'inquiryWithdrawn' THEN NULL ELSE 'open' END) AS standing
      FROM journal j CROSS JOIN LATERAL (SELECT i.kind FROM journal i
        WHERE i.kind IN ${INQUIRY_KINDS}
          AND i.payload IS NOT NULL
          AND i.payload::jsonb ->> 'referralId' = j.payload::jsonb ->> 'referralId'
        ORDER BY i.position DESC LIMIT 1) last
      WHERE j.kind = 'inquiryReferred' AND j.payload IS NOT NULL
        AND j.payload::jsonb ->> 'contactId' = l.lead_id::text) q ON true`;

type Stored = Omit<LeadRow, 'recordedAt' | 'sentAt'> & {
  readonly recordedAt: Date;
  readonly sentAt: Date | null;
};

/** What waits is listed from the oldest, everything else from the latest. */
export async function listLeads(
  db: HubReader,
  view: keyof typeof WHERE,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly LeadRow[]> {
  const order = view === 'open' ? 'ASC' : 'DESC';
  const rows = await db.query<Stored>(
    `${SELECT} WHERE ${WHERE[view]}
     ORDER BY l.recorded_at ${order}, l.lead_id LIMIT $2 OFFSET $1`,
    [offset, limit],
  );
  return rows.map(leadOf);
}

export async function findLead(db: HubReader, leadId: string): Promise<LeadRow | null> {
  const [row] = await db.query<Stored>(`${SELECT} WHERE l.lead_id = $1`, [leadId]);
  return row ? leadOf(row) : null;
}

export async function countOpenLeads(db: HubReader): Promise<number> {
  const [row] = await db.query<{ readonly count: number }>(
    `SELECT count(*)::int AS count FROM lead l WHERE ${WHERE.open}`,
  );
  return row?.count ?? 0;
}

function leadOf(row: Stored): LeadRow {
  return {
    ...row,
    recordedAt: row.recordedAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  };
}
