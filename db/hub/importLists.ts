import { z } from 'zod';
import {
  HEADQUARTERS_EVENT_PAYLOADS,
  ImportFinding,
  type ReturnReason,
} from '#shared/domain/case/headquartersEvents.ts';
import { ImportNote } from '#shared/domain/import/importNote.ts';
import { ImportState } from '#shared/domain/import/importState.ts';
import { identityKey } from '#shared/domain/search/searchText.ts';
import type { HubReader } from './connection.ts';

/** Where a case `h` with its check `c` stands; `ImportState` says what each means. */
const STATE = `CASE
  WHEN h.status = 'duplicate' AND h.file_no IS NULL THEN 'repeats'
  WHEN h.set_aside THEN 'setAside'
  WHEN h.return_open THEN 'returned'
  WHEN h.candidate AND (h.checked_position IS NULL OR h.checked_position < h.last_position)
    THEN 'unchecked'
  WHEN h.candidate AND c.findings = '[]'::jsonb THEN 'clean'
  WHEN h.candidate AND (c.findings @> '[{"code":"duplicateInBatch"}]'::jsonb
    OR c.findings @> '[{"code":"duplicateInRegistry"}]'::jsonb
    OR c.findings @> '[{"code":"probablyKnown"}]'::jsonb) THEN 'duplicate'
  WHEN h.candidate THEN 'held'
  WHEN h.submitted_at IS NULL THEN 'notSubmitted'
  WHEN h.checked_position = h.last_position AND c.findings <> '[]'::jsonb THEN 'changed'
  ELSE 'imported' END`;

/** States out of which only a person brings a case. */
const FOR_PERSON = `'held', 'duplicate', 'changed'`;

export interface ImportCaseRow {
  readonly caseId: string;
  readonly reference: string;
  readonly applicantName: string;
  readonly maskedId: string | null;
  readonly branchCode: string;
  readonly branchName: string;
  readonly fileNo: string | null;
  readonly submittedAt: string | null;
  readonly replyNotBefore: string | null;
  readonly state: ImportState;
  readonly findings: readonly ImportFinding[];
  readonly notes: readonly ImportNote[];
  readonly said: { readonly reason: ReturnReason | null; readonly text: string } | null;
  readonly seen: number;
}

export interface ImportCaseWish {
  readonly batchId: string | null;
  /** `person`: whatever only a person can bring on. */
  readonly state: ImportState | 'person' | null;
  readonly caseId?: string;
  readonly offset: number;
  readonly limit: number;
}

const FROM = `FROM hub_case h JOIN branch b USING (branch_office_id) LEFT JOIN case_check c USING (case_id)
  WHERE ($1::uuid IS NULL OR h.case_id IN (SELECT k.case_id FROM batch_case k WHERE k.batch_id = $1))
    AND ($2::uuid IS NULL OR h.case_id = $2)`;

/** Cases on their way into the registry, the oldest submission first, and how many there are of them. */
export async function listImportCases(
  db: HubReader,
  { batchId, state, caseId, offset, limit }: ImportCaseWish,
): Promise<{ readonly cases: readonly ImportCaseRow[]; readonly total: number }> {
  const narrowed = `${FROM}${narrowing(state)}`;
  const scope = [batchId, caseId ?? null, state];
  const rows = await db.query<
    Omit<ImportCaseRow, 'findings' | 'notes' | 'said' | 'submittedAt' | 'state'> & {
      readonly state: string;
      readonly findings: unknown;
      readonly notes: unknown;
      readonly said: string | null;
      readonly submittedAt: Date | null;
    }
  >(
    `SELECT h.case_id AS "caseId", h.reference, h.applicant_name AS "applicantName",
       h.id_masked AS "maskedId", b.code AS "branchCode", b.name AS "branchName",
       h.file_no AS "fileNo", h.submitted_at AS "submittedAt",
       h.reply_not_before::text AS "replyNotBefore", ${STATE} AS state,
       coalesce(c.findings, '[]') AS findings, coalesce(c.notes, '[]') AS notes,
       h.last_position AS seen, (SELECT j.payload FROM journal j
         WHERE (h.return_open OR h.set_aside) AND j.case_id = h.case_id
           AND j.kind IN ('caseReturned', 'caseSetAside') AND j.device_id = (SELECT hub_id FROM hub)
         ORDER BY j.position DESC LIMIT 1) AS said
     ${narrowed} ORDER BY h.submitted_at NULLS LAST, h.case_id LIMIT $5 OFFSET $4`,
    [...scope, offset, limit],
  );
  const [counted] = await db.query<{ readonly total: number }>(
    `SELECT count(*)::int AS total ${narrowed}`,
    scope,
  );
  return {
    cases: rows.map((row) => ({
      ...row,
      submittedAt: row.submittedAt?.toISOString() ?? null,
      state: ImportState.parse(row.state),
      findings: z.array(ImportFinding).parse(row.findings),
      notes: z.array(ImportNote).parse(row.notes),
      said: saidIn(row.said),
    })),
    total: counted?.total ?? 0,
  };
}

function saidIn(payload: string | null): ImportCaseRow['said'] {
  if (payload === null) return null;
  const content: unknown = JSON.parse(payload);
  const returned = HEADQUARTERS_EVENT_PAYLOADS.caseReturned.safeParse(content);
  if (returned.success) return { reason: returned.data.reason, text: returned.data.text };
  const aside = HEADQUARTERS_EVENT_PAYLOADS.caseSetAside.safeParse(content);
  return aside.success ? { reason: null, text: aside.data.reason } : null;
}

/** What a state implies by columns with an index comes first, so that a long registry is not walked. */
function narrowing(state: ImportCaseWish['state']): string {
  const exact = ` AND ($3::text IS NULL OR ${STATE} = $3)`;
  switch (state) {
    case 'person':
      // The parameter is named, so that every wish has the same ones.
      return ` AND c.findings <> '[]'::jsonb AND $3::text IS NOT NULL AND ${STATE} IN (${FOR_PERSON})`;
    case 'changed':
      return ` AND c.findings <> '[]'::jsonb${exact}`;
    case 'returned':
      return ` AND h.return_open${exact}`;
    case 'setAside':
      return ` AND h.set_aside${exact}`;
    case 'unchecked':
    case 'clean':
    case 'held':
    case 'duplicate':
      return ` AND h.candidate${exact}`;
    default:
      return exact;
  }
}

export async function findImportCase(db: HubReader, caseId: string): Promise<ImportCaseRow | null> {
  const wish = { batchId: null, state: null, caseId, offset: 0, limit: 1 };
  return (await listImportCases(db, wish)).cases[0] ?? null;
}

export type ImportCountsRow = Readonly<Record<ImportState, number>>;

/**
 * How many cases stand where, in all of headquarters. What waits is found by its own index; what is done
 * is only counted, so that a long registry is not walked case by case.
 */
export async function countImportStates(db: HubReader): Promise<ImportCountsRow> {
  const rows = await db.query<{ readonly state: string; readonly count: number }>(
    `SELECT ${STATE} AS state, count(*)::int AS count
     FROM hub_case h LEFT JOIN case_check c USING (case_id)
     WHERE h.candidate OR h.return_open OR h.set_aside GROUP BY 1
     UNION ALL
     SELECT 'repeats', count(*)::int FROM hub_case
     WHERE status = 'duplicate' AND file_no IS NULL
       AND NOT (candidate OR return_open OR set_aside)
     UNION ALL
     SELECT 'changed', count(*)::int FROM case_check c JOIN hub_case h USING (case_id)
     WHERE c.findings <> '[]'::jsonb AND ${STATE} = 'changed'`,
  );
  const [all] = await db.query<{ readonly cases: number; readonly filed: number }>(
    `SELECT (SELECT count(*) FROM hub_case)::int AS cases,
       (SELECT count(*) FROM hub_case WHERE file_no IS NOT NULL)::int
         - (SELECT count(*) FROM hub_case
            WHERE (candidate OR return_open OR set_aside) AND file_no IS NOT NULL)::int AS filed`,
  );
  const counts = countsOf(rows);
  const { cases, filed } = all ?? { cases: 0, filed: 0 };
  const waiting = rows.reduce((sum, { count }) => sum + count, 0) - counts.changed;
  return {
    ...counts,
    imported: filed - counts.changed,
    notSubmitted: counts.notSubmitted + cases - filed - waiting,
  };
}

/** Cases that only a person can bring on: held, doubled, or changed after their import. */
export async function countForPerson(db: HubReader): Promise<number> {
  const [row] = await db.query<{ readonly count: number }>(
    `SELECT count(*)::int AS count FROM case_check c JOIN hub_case h USING (case_id)
     WHERE c.findings <> '[]'::jsonb AND ${STATE} IN (${FOR_PERSON})`,
  );
  return row?.count ?? 0;
}

/** The same for each of these batches. */
export async function countBatchStates(
  db: HubReader,
  batchIds: readonly string[],
): Promise<ReadonlyMap<string, ImportCountsRow>> {
  const rows = await db.query<{
    readonly batchId: string;
    readonly state: string;
    readonly count: number;
  }>(
    `SELECT k.batch_id AS "batchId", ${STATE} AS state, count(*)::int AS count
     FROM batch_case k JOIN hub_case h USING (case_id) LEFT JOIN case_check c USING (case_id)
     WHERE k.batch_id = ANY($1::uuid[]) GROUP BY 1, 2`,
    [batchIds],
  );
  const byBatch = Map.groupBy(rows, ({ batchId }) => batchId);
  return new Map(batchIds.map((batchId) => [batchId, countsOf(byBatch.get(batchId) ?? [])]));
}

function countsOf(
  rows: readonly { readonly state: string; readonly count: number }[],
): ImportCountsRow {
  const counted = new Map(rows.map(({ state, count }) => [state, count]));
  return Object.fromEntries(
    ImportState.options.map((state) => [state, counted.get(state) ?? 0]),
  ) as ImportCountsRow;
}

/** Cases by their references, for those that findings name. */
export async function listCasesByReference(
  db: HubReader,
  references: readonly string[],
): Promise<
  readonly {
    readonly caseId: string;
    readonly reference: string;
    readonly applicantName: string;
    readonly fileNo: string | null;
  }[]
> {
  return db.query(
    `SELECT h.case_id AS "caseId", h.reference, h.applicant_name AS "applicantName",
       h.file_no AS "fileNo"
     FROM case_key k JOIN hub_case h USING (case_id)
     WHERE k.kind = 'reference' AND k.key = ANY($1::text[]) AND h.reference = ANY($2::text[])`,
    [references.map(identityKey), references],
  );
}
