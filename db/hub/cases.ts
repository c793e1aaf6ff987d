import type { HubReader, HubWriter } from './connection.ts';

/** A case as lists of headquarters have it: a pure function of its events. */
export interface HubCaseRow {
  readonly caseId: string;
  /** The branch that sent it, as headquarters knows it. */
  readonly branchOfficeId: string;
  readonly beneficiaryId: string;
  readonly reference: string;
  readonly stage: string;
  readonly status: string;
  readonly applicantName: string;
  readonly applicantNameKey: string;
  readonly idMasked: string | null;
  readonly fileNo: string | null;
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly submittedAt: string | null;
  readonly replyNotBefore: string | null;
  /** Submitted and waiting for import: not returned, not set aside, not imported. */
  readonly candidate: boolean;
  readonly held: boolean;
  readonly setAside: boolean;
  readonly returnOpen: boolean;
  readonly conflicts: number;
  readonly decisionId: string | null;
  readonly decisionReleased: boolean;
  readonly decisionTold: boolean;
  readonly appealOpen: boolean;
  readonly deferral: 'waiting' | 'answered' | null;
  readonly deferredUntil: string | null;
  readonly unreadable: number;
  readonly lastPosition: number;
}

const COLUMNS: Readonly<Record<keyof HubCaseRow, readonly [column: string, type: string]>> = {
  caseId: ['case_id', 'uuid'],
  branchOfficeId: ['branch_office_id', 'uuid'],
  beneficiaryId: ['beneficiary_id', 'uuid'],
  reference: ['reference', 'text'],
  stage: ['stage', 'text'],
  status: ['status', 'text'],
  applicantName: ['applicant_name', 'text'],
  applicantNameKey: ['applicant_name_key', 'text'],
  idMasked: ['id_masked', 'text'],
  fileNo: ['file_no', 'text'],
  openedAt: ['opened_at', 'timestamptz'],
  updatedAt: ['updated_at', 'timestamptz'],
  submittedAt: ['submitted_at', 'timestamptz'],
  replyNotBefore: ['reply_not_before', 'date'],
  candidate: ['candidate', 'boolean'],
  held: ['held', 'boolean'],
  setAside: ['set_aside', 'boolean'],
  returnOpen: ['return_open', 'boolean'],
  conflicts: ['conflicts', 'int'],
  decisionId: ['decision_id', 'uuid'],
  decisionReleased: ['decision_released', 'boolean'],
  decisionTold: ['decision_told', 'boolean'],
  appealOpen: ['appeal_open', 'boolean'],
  deferral: ['deferral', 'text'],
  deferredUntil: ['deferred_until', 'date'],
  unreadable: ['unreadable', 'int'],
  lastPosition: ['last_position', 'bigint'],
};
const FIELDS = Object.keys(COLUMNS) as (keyof HubCaseRow)[];
const NAMES = FIELDS.map((field) => COLUMNS[field][0]);

const UPSERT = `INSERT INTO hub_case (${NAMES.join(', ')})
  SELECT * FROM unnest(${FIELDS.map((field, index) => `$${index + 1}::${COLUMNS[field][1]}[]`).join(', ')})
  ON CONFLICT (case_id) DO UPDATE SET ${NAMES.slice(1)
    .map((name) => `${name} = excluded.${name}`)
    .join(', ')}`;

/** Makes the rows what their events say, new ones and known ones; their keys by which they are found too. */
export async function putHubCases(
  writer: HubWriter,
  cases: readonly {
    readonly row: HubCaseRow;
    readonly keys: readonly { readonly kind: string; readonly key: string }[];
  }[],
): Promise<void> {
  if (cases.length === 0) return;
  await writer.query(
    UPSERT,
    FIELDS.map((field) => cases.map(({ row }) => row[field])),
  );
  const keys = cases.flatMap(({ row, keys: own }) =>
    own.map(({ kind, key }) => ({ caseId: row.caseId, kind, key })),
  );
  const columns = [
    keys.map(({ kind }) => kind),
    keys.map(({ key }) => key),
    keys.map(({ caseId }) => caseId),
  ];
  await writer.query(
    `DELETE FROM case_key k WHERE case_id = ANY($4::uuid[]) AND NOT EXISTS (
       SELECT FROM unnest($1::text[], $2::text[], $3::uuid[]) AS n (kind, key, case_id)
       WHERE n.kind = k.kind AND n.key = k.key AND n.case_id = k.case_id)`,
    [...columns, cases.map(({ row }) => row.caseId)],
  );
  await writer.query(
    `INSERT INTO case_key (kind, key, case_id)
     SELECT * FROM unnest($1::text[], $2::text[], $3::uuid[]) ON CONFLICT DO NOTHING`,
    columns,
  );
}

/**
 * Locks these cases until the end of the transaction, always in one order, so that two never wait for
 * each other. @returns the branch of each that has a row
 */
export async function lockHubCases(
  writer: HubWriter,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await writer.query<{ readonly id: string; readonly branch: string }>(
    `SELECT case_id AS id, branch_office_id AS branch FROM hub_case
     WHERE case_id = ANY($1::uuid[]) ORDER BY case_id FOR UPDATE`,
    [caseIds],
  );
  return new Map(rows.map(({ id, branch }) => [id, branch]));
}

/** How far into the journal the rows of the cases are true. */
export async function projectedPosition(db: HubReader): Promise<number> {
  const [row] = await db.query<{ readonly position: number }>(
    'SELECT position FROM case_projection',
  );
  return row?.position ?? 0;
}

/** The same, with the row locked until the end of the transaction. */
export async function lockProjectedPosition(writer: HubWriter): Promise<number> {
  const [row] = await writer.query<{ readonly position: number }>(
    'SELECT position FROM case_projection FOR UPDATE',
  );
  return row?.position ?? 0;
}

export async function moveProjectedPosition(writer: HubWriter, position: number): Promise<void> {
  await writer.query('UPDATE case_projection SET position = $1', [position]);
}

/** The next of a run of numbers that are given once; the row is locked until the end of the transaction. */
export async function nextNumbers(
  writer: HubWriter,
  name: string,
  count: number,
): Promise<readonly number[]> {
  const [row] = await writer.query<{ readonly value: number }>(
    `INSERT INTO counter (name, value) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET value = counter.value + excluded.value RETURNING value`,
    [name, count],
  );
  const last = row?.value ?? count;
  return Array.from({ length: count }, (_, index) => last - count + 1 + index);
}

/** What an event makes of a case's row, where its whole state need not be known for it. */
export type CaseRowChange =
  | { readonly held: true }
  | {
      readonly stage: string;
      readonly status: string;
      readonly fileNo: string;
      readonly candidate: false;
    };

/**
 * Changes rows after one event was appended to each in this transaction; an import ends what held it. The
 * checks from which the event came hold for the case with it.
 */
export async function changeCaseRows(
  writer: HubWriter,
  changes: readonly (CaseRowChange & { readonly caseId: string })[],
): Promise<void> {
  if (changes.length === 0) return;
  const imported = changes.map((change) => ('stage' in change ? change : null));
  await writer.query(
    `UPDATE hub_case h SET stage = coalesce(n.stage, h.stage), status = coalesce(n.status, h.status),
       file_no = coalesce(h.file_no, n.file_no), candidate = h.candidate AND n.stage IS NULL,
       held = n.stage IS NULL, updated_at = j.at, last_position = j.position,
       checked_position = j.position
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS n (id, stage, status, file_no)
       CROSS JOIN LATERAL (SELECT position, at FROM journal WHERE case_id = n.id
         ORDER BY position DESC LIMIT 1) j
     WHERE h.case_id = n.id`,
    [
      changes.map(({ caseId }) => caseId),
      imported.map((change) => change?.stage ?? null),
      imported.map((change) => change?.status ?? null),
      imported.map((change) => change?.fileNo ?? null),
    ],
  );
}
