import type { HubReader, HubWriter } from './connection.ts';

/** Of our own choice: merges take turns, so that two never join one person to two others. */
const MERGE_LOCK = 7_274_666;

export async function lockMerges(writer: HubWriter): Promise<void> {
  await writer.query('SELECT pg_advisory_xact_lock($1)', [MERGE_LOCK]);
}

/** For each of these that was joined with others: those others. */
export async function listGroupsOf(
  db: HubReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ readonly id: string; readonly others: readonly string[] }>(
    `WITH asked AS (
       SELECT n.id, coalesce(m.person_id, n.id) AS person
       FROM unnest($1::uuid[]) AS n (id) LEFT JOIN merged_person m ON m.beneficiary_id = n.id),
     members AS (
       SELECT person_id AS person, beneficiary_id AS id FROM merged_person
       WHERE person_id IN (SELECT person FROM asked)
       UNION ALL SELECT DISTINCT person_id, person_id FROM merged_person
       WHERE person_id IN (SELECT person FROM asked))
     SELECT a.id, array_agg(m.id::text) AS others
     FROM asked a JOIN members m ON m.person = a.person AND m.id <> a.id GROUP BY a.id`,
    [ids],
  );
  return new Map(rows.map(({ id, others }) => [id, others]));
}

/** Under whom each of these goes; who was never merged goes by the own id. */
export async function personsOf(
  db: HubReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.query<{ readonly id: string; readonly person: string }>(
    `SELECT beneficiary_id AS id, person_id AS person FROM merged_person
     WHERE beneficiary_id = ANY($1::uuid[])`,
    [ids],
  );
  const merged = new Map(rows.map(({ id, person }) => [id, person]));
  return new Map(ids.map((id) => [id, merged.get(id) ?? id]));
}

/** Everybody who goes under this person, the person included. */
export async function membersOf(db: HubReader, personId: string): Promise<readonly string[]> {
  const rows = await db.query<{ readonly id: string }>(
    'SELECT beneficiary_id AS id FROM merged_person WHERE person_id = $1 ORDER BY 1',
    [personId],
  );
  return [personId, ...rows.map(({ id }) => id)];
}

export interface MergeRow {
  readonly mergeId: string;
  readonly keptId: string;
  readonly mergedId: string;
  readonly keptFileNo: string | null;
  readonly mergedFileNo: string | null;
  readonly fromMerged: readonly string[];
  readonly reason: string;
  readonly mergedAt: string;
  readonly mergedBy: string;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
  readonly undoneReason: string | null;
}

export type NewMerge = Omit<MergeRow, 'undoneAt' | 'undoneBy' | 'undoneReason'>;

export async function insertMerge(writer: HubWriter, merge: NewMerge): Promise<void> {
  await writer.query(
    `INSERT INTO person_merge (merge_id, kept_id, merged_id, kept_file_no, merged_file_no,
       from_merged, reason, merged_at, merged_by) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)`,
    [
      merge.mergeId,
      merge.keptId,
      merge.mergedId,
      merge.keptFileNo,
      merge.mergedFileNo,
      merge.fromMerged,
      merge.reason,
      merge.mergedAt,
      merge.mergedBy,
    ],
  );
}

export async function markMergeUndone(
  writer: HubWriter,
  mergeId: string,
  undone: { readonly at: string; readonly by: string; readonly reason: string },
): Promise<void> {
  await writer.query(
    `UPDATE person_merge SET undone_at = $2, undone_by = $3, undone_reason = $4 WHERE merge_id = $1`,
    [mergeId, undone.at, undone.by, undone.reason],
  );
}

const COLUMNS = `merge_id AS "mergeId", kept_id AS "keptId", merged_id AS "mergedId",
  kept_file_no AS "keptFileNo", merged_file_no AS "mergedFileNo", from_merged AS "fromMerged", reason,
  merged_at AS "mergedAt", merged_by AS "mergedBy", undone_at AS "undoneAt", undone_by AS "undoneBy",
  undone_reason AS "undoneReason"`;

type StoredMerge = Omit<MergeRow, 'mergedAt' | 'undoneAt'> & {
  readonly mergedAt: Date;
  readonly undoneAt: Date | null;
};

function mergeOf(row: StoredMerge): MergeRow {
  return {
    ...row,
    mergedAt: row.mergedAt.toISOString(),
    undoneAt: row.undoneAt?.toISOString() ?? null,
  };
}

export async function findMerge(db: HubReader, mergeId: string): Promise<MergeRow | null> {
  const [row] = await db.query<StoredMerge>(
    `SELECT ${COLUMNS} FROM person_merge WHERE merge_id = $1`,
    [mergeId],
  );
  return row ? mergeOf(row) : null;
}

/** The newest first, those that were taken back among them. */
export async function listMerges(
  db: HubReader,
  offset: number,
  limit: number,
): Promise<readonly MergeRow[]> {
  const rows = await db.query<StoredMerge>(
    `SELECT ${COLUMNS} FROM person_merge ORDER BY merged_at DESC, merge_id OFFSET $1 LIMIT $2`,
    [offset, limit],
  );
  return rows.map(mergeOf);
}

/** The merges of these persons that stand, in the order in which they were made. */
export async function listStandingMerges(
  db: HubReader,
  ids: readonly string[],
): Promise<readonly MergeRow[]> {
  const rows = await db.query<StoredMerge>(
    `SELECT ${COLUMNS} FROM person_merge
     WHERE undone_at IS NULL AND (merged_id = ANY($1::uuid[]) OR kept_id = ANY($1::uuid[]))
     ORDER BY merged_at, merge_id`,
    [ids],
  );
  return rows.map(mergeOf);
}

/** Says anew under whom each of these goes; who goes by the own id again is taken out. */
export async function putPersons(
  writer: HubWriter,
  persons: ReadonlyMap<string, string>,
): Promise<void> {
  await writer.query('DELETE FROM merged_person WHERE beneficiary_id = ANY($1::uuid[])', [
    [...persons.keys()],
  ]);
  const merged = [...persons].filter(([id, person]) => id !== person);
  await writer.query(
    'INSERT INTO merged_person (beneficiary_id, person_id) SELECT * FROM unnest($1::uuid[], $2::uuid[])',
    [merged.map(([id]) => id), merged.map(([, person]) => person)],
  );
}

/** The cases of these persons that headquarters holds, of whom each is, and from which branch. */
export async function listCasesOfPersons(
  db: HubReader,
  ids: readonly string[],
): Promise<
  readonly {
    readonly caseId: string;
    readonly beneficiaryId: string;
    readonly branchOfficeId: string;
  }[]
> {
  return db.query(
    `SELECT case_id AS "caseId", beneficiary_id AS "beneficiaryId",
       branch_office_id AS "branchOfficeId" FROM hub_case
     WHERE beneficiary_id = ANY($1::uuid[]) ORDER BY case_id`,
    [ids],
  );
}
