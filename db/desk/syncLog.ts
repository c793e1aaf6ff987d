import type { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import type { CaseId, Instant } from '#shared/domain/identity.ts';
import type { DeskReader, DeskWriter } from './connection.ts';

export interface SyncContact {
  readonly at: Instant;
  /** How it ended: one of the situations of sync. */
  readonly outcome: string;
  readonly events: number;
  readonly bytes: number;
  /** Pages of scans that headquarters now holds. */
  readonly files: number;
  /** Events that came from headquarters. */
  readonly received: number;
}

const KEPT = 30;

/** Notes a contact; only the last thirty are kept. */
export function noteContact(writer: DeskWriter, contact: SyncContact): void {
  writer
    .statement(
      `INSERT INTO sync_contact (at, outcome, events, bytes, files, received)
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(
      contact.at,
      contact.outcome,
      contact.events,
      contact.bytes,
      contact.files,
      contact.received,
    );
  writer
    .statement(
      `DELETE FROM sync_contact WHERE contact_id <= (SELECT max(contact_id) FROM sync_contact) - ?`,
    )
    .run(KEPT);
}

/** The last contacts, the latest first. */
export function listContacts(db: DeskReader): readonly SyncContact[] {
  return db
    .statement<SyncContact>(
      `SELECT at, outcome, events, bytes, files, received FROM sync_contact
       ORDER BY contact_id DESC`,
    )
    .all();
}

export interface SyncRefusal {
  readonly position: number;
  readonly code: string;
  readonly at: Instant;
  /** The payload stays here and its header goes on alone. */
  readonly withheld: boolean;
  readonly quarantineId: string | null;
}

export function noteRefusal(writer: DeskWriter, refusal: SyncRefusal): void {
  writer
    .statement(
      `INSERT INTO sync_refusal (position, code, at, withheld, quarantine_id) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (position) DO UPDATE SET code = excluded.code, at = excluded.at,
         withheld = excluded.withheld, quarantine_id = excluded.quarantine_id`,
    )
    .run(
      refusal.position,
      refusal.code,
      refusal.at,
      refusal.withheld ? 1 : 0,
      refusal.quarantineId,
    );
}

/** Refusals of what was taken in after all are over; what is withheld stays refused. */
export function dropRefusalsThrough(writer: DeskWriter, position: number): void {
  writer.statement('DELETE FROM sync_refusal WHERE position <= ? AND withheld = 0').run(position);
}

/** Positions in this stretch whose payload is kept back. */
export function withheldPositions(
  db: DeskReader,
  after: number,
  through: number,
): ReadonlySet<number> {
  const rows = db
    .statement<{ readonly position: number }>(
      'SELECT position FROM sync_refusal WHERE withheld = 1 AND position > ? AND position <= ?',
    )
    .all(after, through);
  return new Set(rows.map(({ position }) => position));
}

export interface ListedRefusal {
  readonly position: number;
  readonly code: string;
  readonly at: Instant;
  readonly withheld: boolean;
  readonly kind: string;
  readonly caseId: CaseId | null;
  readonly reference: string | null;
  readonly applicantName: string | null;
}

/** What headquarters refused, the latest first, with the case that each event belongs to. */
export function listRefusals(db: DeskReader, limit: number): readonly ListedRefusal[] {
  return db
    .statement<Omit<ListedRefusal, 'withheld'> & { readonly withheld: number }>(
      `SELECT r.position, r.code, r.at, r.withheld, j.kind, j.case_id AS caseId, c.reference,
         c.applicant_name AS applicantName
       FROM sync_refusal r JOIN journal j ON j.position = r.position
       LEFT JOIN case_summary c ON c.case_id = j.case_id ORDER BY r.at DESC LIMIT ?`,
    )
    .all(limit)
    .map((row) => ({ ...row, withheld: row.withheld === 1 }));
}

/**
 * Submitted cases that this laptop has worked on, by where they are: with an event that is not receipted, or
 * whole at headquarters, which has not gone on with them.
 * @param further the statuses of those with which it has
 */
export function countSubmitted(
  db: DeskReader,
  further: readonly CaseStatus[],
): {
  readonly waiting: number;
  readonly accepted: number;
} {
  const row = db
    .statement<{ readonly waiting: number; readonly accepted: number }>(
      `SELECT count(*) FILTER (WHERE own_position > r.position) AS waiting,
         count(*) FILTER (WHERE own_position <= r.position
           AND status NOT IN (SELECT value FROM json_each(?))) AS accepted
       FROM case_summary,
         (SELECT coalesce((SELECT position FROM receipt_head), 0) AS position) r
       WHERE submitted_at IS NOT NULL`,
    )
    .get(JSON.stringify(further));
  return row ?? { waiting: 0, accepted: 0 };
}
