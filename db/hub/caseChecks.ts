import type { ImportFinding } from '#shared/domain/case/headquartersEvents.ts';
import type { Identifier, IdentifierKind } from '#shared/domain/import/identifiers.ts';
import type { ImportNote } from '#shared/domain/import/importNote.ts';
import type { HubReader, HubWriter } from './connection.ts';

/** Submitted cases that changed since their checks were made, or were never checked. */
export async function listUncheckedCases(db: HubReader, limit: number): Promise<readonly string[]> {
  const rows = await db.query<{ readonly id: string }>(
    `SELECT case_id AS id FROM hub_case
     WHERE submitted_at IS NOT NULL AND (checked_position IS NULL OR checked_position < last_position)
     ORDER BY case_id LIMIT $1`,
    [limit],
  );
  return rows.map(({ id }) => id);
}

/** Checked cases that wait for import with nothing found in them; of one batch, or of all. */
export async function listCleanCases(
  db: HubReader,
  batchId: string | null,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db.query<{ readonly id: string }>(
    `SELECT h.case_id AS id FROM hub_case h JOIN case_check c USING (case_id)
     WHERE h.candidate AND h.checked_position = h.last_position
       AND c.findings = '[]'::jsonb
       AND ($1::uuid IS NULL
         OR EXISTS (SELECT FROM batch_case b WHERE b.batch_id = $1 AND b.case_id = h.case_id))
     ORDER BY h.case_id LIMIT $2`,
    [batchId, limit],
  );
  return rows.map(({ id }) => id);
}

/** A case whose row is locked, as far as its import depends on it. */
export interface LockedCase {
  readonly caseId: string;
  readonly branchOfficeId: string;
  readonly beneficiaryId: string;
  readonly reference: string;
  readonly fileNo: string | null;
  readonly stage: string;
  readonly candidate: boolean;
  readonly lastPosition: number;
  readonly checkedPosition: number | null;
}

/** Locks these rows until the end of the transaction, always in one order. */
export async function lockCasesForImport(
  writer: HubWriter,
  caseIds: readonly string[],
): Promise<readonly LockedCase[]> {
  return writer.query<LockedCase>(
    `SELECT case_id AS "caseId", branch_office_id AS "branchOfficeId",
       beneficiary_id AS "beneficiaryId", reference, file_no AS "fileNo", stage, candidate,
       last_position AS "lastPosition", checked_position AS "checkedPosition"
     FROM hub_case WHERE case_id = ANY($1::uuid[]) ORDER BY case_id FOR UPDATE`,
    [caseIds],
  );
}

export interface CaseCheckRow {
  readonly caseId: string;
  readonly findings: readonly ImportFinding[];
  readonly notes: readonly ImportNote[];
}

export async function putCaseChecks(
  writer: HubWriter,
  checks: readonly CaseCheckRow[],
  checkedAt: string,
): Promise<void> {
  await writer.query(
    `INSERT INTO case_check (case_id, findings, notes, checked_at)
     SELECT id, findings, notes, $4 FROM unnest($1::uuid[], $2::jsonb[], $3::jsonb[])
       AS n (id, findings, notes)
     ON CONFLICT (case_id) DO UPDATE SET findings = excluded.findings, notes = excluded.notes,
       checked_at = excluded.checked_at`,
    [
      checks.map(({ caseId }) => caseId),
      checks.map(({ findings }) => JSON.stringify(findings)),
      checks.map(({ notes }) => JSON.stringify(notes)),
      checkedAt,
    ],
  );
}

/** The checks hold for the case as it is now: whatever was appended to it in this transaction too. */
export async function markChecked(writer: HubWriter, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return;
  await writer.query(
    'UPDATE hub_case SET checked_position = last_position WHERE case_id = ANY($1::uuid[])',
    [caseIds],
  );
}

/** Replaces what these applicants are known by. @returns what was put, and what is no longer */
export async function putIdentifiers(
  writer: HubWriter,
  cases: readonly { readonly caseId: string; readonly identifiers: readonly Identifier[] }[],
): Promise<readonly { readonly kind: string; readonly value: string }[]> {
  const rows = cases.flatMap(({ caseId, identifiers }) =>
    identifiers.map(({ kind, value }) => ({ caseId, kind, value })),
  );
  const columns = [
    rows.map(({ kind }) => kind),
    rows.map(({ value }) => value),
    rows.map(({ caseId }) => caseId),
  ];
  const gone = await writer.query<{ readonly kind: string; readonly value: string }>(
    `DELETE FROM case_identifier k WHERE case_id = ANY($4::uuid[]) AND NOT EXISTS (
       SELECT FROM unnest($1::text[], $2::text[], $3::uuid[]) AS n (kind, value, case_id)
       WHERE n.kind = k.kind AND n.value = k.value AND n.case_id = k.case_id)
     RETURNING k.kind, k.value`,
    [...columns, cases.map(({ caseId }) => caseId)],
  );
  await writer.query(
    `INSERT INTO case_identifier (kind, value, case_id)
     SELECT * FROM unnest($1::text[], $2::text[], $3::uuid[]) ON CONFLICT DO NOTHING`,
    columns,
  );
  return [...rows, ...gone];
}

/** Another case whose applicant is known by the same identifier, under another file of their own. */
export interface SharedIdentifier {
  readonly caseId: string;
  readonly kind: IdentifierKind;
  readonly otherId: string;
  readonly otherReference: string;
  /** Whose cases these are. */
  readonly beneficiaryId: string;
  readonly otherBeneficiaryId: string;
  /** In the registry already; else it waits for import as this one does. */
  readonly registered: boolean;
}

/** An account of a charity may stand in a thousand files; a few of them say as much. */
const MOST_OTHERS = 10;

/**
 * What these cases share with others: a person's further application stands on their own file, and is
 * no duplicate, whether it was their own from the start or was joined with it; nor is what was set aside
 * or has gone back to its branch.
 */
export async function findSharedIdentifiers(
  db: HubReader,
  caseIds: readonly string[],
): Promise<readonly SharedIdentifier[]> {
  return db.query<SharedIdentifier>(
    `SELECT i.case_id AS "caseId", i.kind, o.id AS "otherId", o.reference AS "otherReference",
       own.beneficiary_id AS "beneficiaryId", o.beneficiary_id AS "otherBeneficiaryId", o.registered
     FROM case_identifier i JOIN hub_case own ON own.case_id = i.case_id
       LEFT JOIN merged_person m ON m.beneficiary_id = own.beneficiary_id
       CROSS JOIN LATERAL (
         SELECT h.case_id AS id, h.reference, h.beneficiary_id, NOT h.candidate AS registered
         FROM case_identifier k JOIN hub_case h ON h.case_id = k.case_id
           LEFT JOIN merged_person n ON n.beneficiary_id = h.beneficiary_id
         WHERE k.kind = i.kind AND k.value = i.value AND k.case_id <> i.case_id
           AND coalesce(n.person_id, h.beneficiary_id) <> coalesce(m.person_id, own.beneficiary_id)
           AND (h.candidate OR (h.file_no IS NOT NULL AND NOT h.return_open AND NOT h.set_aside))
         LIMIT ${MOST_OTHERS}) o
     WHERE i.case_id = ANY($1::uuid[])
     ORDER BY i.case_id, i.kind, o.reference`,
    [caseIds],
  );
}

/**
 * These cases are to be checked anew, unless the reference beside each stands in its findings already:
 * another case has turned out to be of the same person.
 */
export async function uncheckCasesWithout(
  writer: HubWriter,
  pairs: readonly { readonly caseId: string; readonly reference: string }[],
): Promise<void> {
  if (pairs.length === 0) return;
  await writer.query(
    `UPDATE hub_case h SET checked_position = NULL
     FROM unnest($1::uuid[], $2::text[]) AS n (case_id, reference), case_check c
     WHERE h.case_id = n.case_id AND c.case_id = h.case_id AND h.candidate
       AND NOT c.findings @> jsonb_build_array(jsonb_build_object('other', n.reference))`,
    [pairs.map(({ caseId }) => caseId), pairs.map(({ reference }) => reference)],
  );
}

/** What was held because of one of these cases is looked at again: they have gone another way. */
export async function uncheckCasesNaming(
  writer: HubWriter,
  caseIds: readonly string[],
): Promise<void> {
  await writer.query(
    `UPDATE hub_case h SET checked_position = NULL
     FROM hub_case gone CROSS JOIN LATERAL (
         SELECT i.case_id FROM case_identifier g
           JOIN case_identifier i ON i.kind = g.kind AND i.value = g.value AND i.case_id <> g.case_id
         WHERE g.case_id = gone.case_id
         UNION SELECT n.case_id FROM person_pair p JOIN hub_case n ON n.beneficiary_id = p.other_id
         WHERE p.one_id = gone.beneficiary_id
         UNION SELECT n.case_id FROM person_pair p JOIN hub_case n ON n.beneficiary_id = p.one_id
         WHERE p.other_id = gone.beneficiary_id) near
       JOIN case_check c ON c.case_id = near.case_id
     WHERE gone.case_id = ANY($1::uuid[]) AND h.case_id = near.case_id AND h.candidate
       AND c.findings @> jsonb_build_array(jsonb_build_object('other', gone.reference))`,
    [caseIds],
  );
}

/** The cases of these persons that wait for import are checked anew: who they are has been said. */
export async function uncheckCasesOf(
  writer: HubWriter,
  beneficiaryIds: readonly string[],
): Promise<void> {
  await writer.query(
    `UPDATE hub_case SET checked_position = NULL
     WHERE beneficiary_id = ANY($1::uuid[]) AND submitted_at IS NOT NULL`,
    [beneficiaryIds],
  );
}

/** Public keys of the people whom these laptops have named, raw base64url, by laptop and person. */
export async function listPeopleOfDevices(
  db: HubReader,
  deviceIds: readonly string[],
): Promise<readonly { readonly deviceId: string; readonly payload: string | null }[]> {
  return db.query(
    `SELECT device_id AS "deviceId", payload FROM journal
     WHERE kind = 'representativeAdded' AND device_id = ANY($1::uuid[]) ORDER BY position`,
    [deviceIds],
  );
}

/** An event of a case as its checks read it: without the hashes, which were checked when it came. */
export interface CheckableEvent {
  readonly position: number;
  readonly header: {
    readonly eventId: string;
    readonly deviceId: string;
    readonly epoch: number;
    readonly seq: number;
    readonly at: string;
    readonly hlc: string;
    readonly actorId: string;
    readonly caseId: string;
    readonly kind: string;
    readonly formVersion: string | null;
    readonly base: string | null;
  };
  readonly payload: string | null;
}

/** All that headquarters holds of these cases. */
export async function listCheckableEvents(
  db: HubReader,
  caseIds: readonly string[],
): Promise<readonly CheckableEvent[]> {
  const rows = await db.query<
    Omit<CheckableEvent['header'], 'at'> & {
      readonly at: Date;
      readonly position: number;
      readonly payload: string | null;
    }
  >(
    `SELECT position, event_id AS "eventId", device_id AS "deviceId", epoch, seq, at, hlc,
       actor_id AS "actorId", case_id AS "caseId", kind, form_version AS "formVersion", base, payload
     FROM journal WHERE case_id = ANY($1::uuid[])`,
    [caseIds],
  );
  return rows.map(({ position, payload, at, ...header }) => ({
    position,
    header: { ...header, at: at.toISOString() },
    payload,
  }));
}
