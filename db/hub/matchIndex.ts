import type { HubReader, HubWriter } from './connection.ts';

export interface MatchVersion {
  readonly version: number;
  readonly keyEpoch: number;
  readonly blocks: number;
  readonly through: number;
  readonly whole: boolean;
}

const COLUMNS = 'version, key_epoch AS "keyEpoch", blocks, through, whole';

/** The version in force, and the one that is being built beside it; the newest last. */
export function listMatchVersions(db: HubReader): Promise<readonly MatchVersion[]> {
  return db.query(`SELECT ${COLUMNS} FROM match_index ORDER BY version`);
}

/** Nobody else works on the index until the end of the transaction. */
export async function lockMatchIndex(writer: HubWriter): Promise<void> {
  await writer.query(`SELECT pg_advisory_xact_lock(hashtext('match_index'))`);
}

export async function insertMatchVersion(
  writer: HubWriter,
  { version, keyEpoch, blocks }: Pick<MatchVersion, 'version' | 'keyEpoch' | 'blocks'>,
  now: string,
): Promise<void> {
  await writer.query(
    `INSERT INTO match_index (version, key_epoch, blocks, through, whole, built_at)
     VALUES ($1, $2, $3, 0, false, $4)`,
    [version, keyEpoch, blocks, now],
  );
}

export async function moveMatchVersion(
  writer: HubWriter,
  { version, through, whole }: Pick<MatchVersion, 'version' | 'through' | 'whole'>,
  now: string,
): Promise<void> {
  await writer.query(
    'UPDATE match_index SET through = $2, whole = $3, built_at = $4 WHERE version = $1',
    [version, through, whole, now],
  );
}

export async function dropMatchVersionsBefore(writer: HubWriter, version: number): Promise<void> {
  await writer.query('DELETE FROM match_index WHERE version < $1', [version]);
}

/** The branches at which each of these persons has a submitted case. */
export async function branchesOfPersons(
  db: HubReader,
  beneficiaryIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.query<{ readonly id: string; readonly branches: readonly string[] }>(
    `SELECT beneficiary_id AS id, array_agg(DISTINCT branch_office_id::text) AS branches
     FROM hub_case WHERE beneficiary_id = ANY($1::uuid[]) AND submitted_at IS NOT NULL
     GROUP BY beneficiary_id`,
    [beneficiaryIds],
  );
  return new Map(rows.map(({ id, branches }) => [id, branches]));
}

/** Persons who have a place and are no longer among those who are compared. */
export async function listGonePersons(
  db: HubReader,
  version: number,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db.query<{ readonly id: string }>(
    `SELECT e.beneficiary_id AS id FROM match_entry e
     WHERE e.version = $1 AND e.record IS NOT NULL AND NOT EXISTS (
       SELECT FROM linked_person p WHERE p.beneficiary_id = e.beneficiary_id) LIMIT $2`,
    [version, limit],
  );
  return rows.map(({ id }) => id);
}

export async function countLinkedPersons(db: HubReader): Promise<number> {
  const [row] = await db.query<{ readonly count: number }>(
    'SELECT count(*) AS count FROM linked_person',
  );
  return row?.count ?? 0;
}

export interface MatchRecord {
  readonly beneficiaryId: string;
  readonly mark: Uint8Array;
  /** Null for somebody who cannot be told from others, or is gone. */
  readonly record: Uint8Array | null;
  readonly identifiers: readonly { readonly block: number; readonly hash: Uint8Array }[];
}

/**
 * Puts persons into their places, old or new, and their identifiers into their blocks.
 * @param entriesAPart so many places make one part
 * @returns the blocks whose bits must be made anew
 */
export async function putMatchRecords(
  writer: HubWriter,
  version: number,
  records: readonly MatchRecord[],
  entriesAPart: number,
): Promise<readonly number[]> {
  if (records.length === 0) return [];
  const ids = records.map(({ beneficiaryId }) => beneficiaryId);
  const parts = await writer.query<{ readonly part: number }>(
    `WITH given AS (
       SELECT id, record, row_number() OVER () AS number
       FROM unnest($2::uuid[], $3::bytea[]) AS g (id, record)
     ), fresh AS (
       SELECT id, record, row_number() OVER (ORDER BY number) AS number FROM given
       WHERE record IS NOT NULL AND NOT EXISTS (
         SELECT FROM match_entry e WHERE e.version = $1 AND e.beneficiary_id = given.id)
     ), changed AS (
       UPDATE match_entry e SET record = given.record FROM given
       WHERE e.version = $1 AND e.beneficiary_id = given.id
         AND e.record IS DISTINCT FROM given.record RETURNING e.slot
     ), added AS (
       INSERT INTO match_entry (version, slot, beneficiary_id, record)
       SELECT $1, (SELECT coalesce(max(slot), -1) FROM match_entry WHERE version = $1) + number, id, record
       FROM fresh RETURNING slot
     )
     SELECT DISTINCT slot / $4::int AS part FROM (
       SELECT slot FROM changed UNION ALL SELECT slot FROM added) AS touched`,
    [version, ids, records.map(({ record }) => buffer(record)), entriesAPart],
  );
  await writer.query(
    `INSERT INTO match_part (version, part, change)
     SELECT $1, part, nextval('match_change') FROM unnest($2::int[]) AS p (part)
     ON CONFLICT (version, part) DO UPDATE SET change = excluded.change`,
    [version, parts.map(({ part }) => part)],
  );
  await writer.query(
    `INSERT INTO match_mark (mark, beneficiary_id)
     SELECT * FROM unnest($1::bytea[], $2::uuid[]) ON CONFLICT (mark) DO NOTHING`,
    [records.map(({ mark }) => buffer(mark)), ids],
  );
  return putIdentifiers(writer, version, records);
}

async function putIdentifiers(
  writer: HubWriter,
  version: number,
  records: readonly MatchRecord[],
): Promise<readonly number[]> {
  const given = records.flatMap(({ beneficiaryId, identifiers }) =>
    identifiers.map((identifier) => ({ beneficiaryId, ...identifier })),
  );
  const columns = [
    version,
    given.map(({ block }) => block),
    given.map(({ hash }) => buffer(hash)),
    given.map(({ beneficiaryId }) => beneficiaryId),
  ];
  const removed = await writer.query<{ readonly block: number }>(
    `DELETE FROM match_identifier m WHERE version = $1 AND beneficiary_id = ANY($5::uuid[])
       AND NOT EXISTS (SELECT FROM unnest($2::int[], $3::bytea[], $4::uuid[]) AS g (block, hash, id)
         WHERE g.block = m.block AND g.hash = m.hash AND g.id = m.beneficiary_id)
     RETURNING block`,
    [...columns, records.map(({ beneficiaryId }) => beneficiaryId)],
  );
  const added = await writer.query<{ readonly block: number }>(
    `INSERT INTO match_identifier (version, block, hash, beneficiary_id)
     SELECT $1, * FROM unnest($2::int[], $3::bytea[], $4::uuid[]) ON CONFLICT DO NOTHING
     RETURNING block`,
    columns,
  );
  return [...new Set([...removed, ...added].map(({ block }) => block))];
}

/** The hashes that stand in each of these blocks. */
export async function hashesOfBlocks(
  db: HubReader,
  version: number,
  blocks: readonly number[],
): Promise<ReadonlyMap<number, readonly Uint8Array[]>> {
  const rows = await db.query<{ readonly block: number; readonly hashes: readonly Buffer[] }>(
    `SELECT block, array_agg(DISTINCT hash) AS hashes FROM match_identifier
     WHERE version = $1 AND block = ANY($2::int[]) GROUP BY block`,
    [version, blocks],
  );
  return new Map(rows.map(({ block, hashes }) => [block, hashes]));
}

export async function putMatchBlocks(
  writer: HubWriter,
  version: number,
  blocks: readonly { readonly block: number; readonly bits: Uint8Array }[],
): Promise<void> {
  await writer.query(
    `INSERT INTO match_block (version, block, bits, change)
     SELECT $1, block, bits, nextval('match_change')
     FROM unnest($2::int[], $3::bytea[]) AS b (block, bits)
     ON CONFLICT (version, block) DO UPDATE SET bits = excluded.bits, change = excluded.change
     WHERE match_block.bits <> excluded.bits`,
    [version, blocks.map(({ block }) => block), blocks.map(({ bits }) => buffer(bits))],
  );
}

/** Something of the index that changed. */
export interface MatchChange {
  readonly kind: 'part' | 'block';
  readonly number: number;
  readonly change: number;
}

/** What changed after a change, the oldest first. */
export function listMatchChanges(
  db: HubReader,
  version: number,
  after: number,
  limit: number,
): Promise<readonly MatchChange[]> {
  return db.query(
    `(SELECT 'part' AS kind, part AS number, change FROM match_part
       WHERE version = $1 AND change > $2 ORDER BY change LIMIT $3)
     UNION ALL
     (SELECT 'block', block, change FROM match_block
       WHERE version = $1 AND change > $2 ORDER BY change LIMIT $3)
     ORDER BY change LIMIT $3`,
    [version, after, limit],
  );
}

/** The records of some parts, by slot. */
export function recordsOfParts(
  db: HubReader,
  version: number,
  parts: readonly number[],
  entriesAPart: number,
): Promise<readonly { readonly slot: number; readonly record: Uint8Array }[]> {
  return db.query(
    `SELECT e.slot, e.record FROM unnest($2::int[]) AS p (part)
     JOIN match_entry e ON e.version = $1 AND e.slot >= p.part * $3 AND e.slot < (p.part + 1) * $3
     WHERE e.record IS NOT NULL`,
    [version, parts, entriesAPart],
  );
}

export async function bitsOfBlocks(
  db: HubReader,
  version: number,
  blocks: readonly number[],
): Promise<ReadonlyMap<number, Uint8Array>> {
  const rows = await db.query<{ readonly block: number; readonly bits: Uint8Array }>(
    'SELECT block, bits FROM match_block WHERE version = $1 AND block = ANY($2::int[])',
    [version, blocks],
  );
  return new Map(rows.map(({ block, bits }) => [block, bits]));
}

/** Whom a mark means: of an entry, or of an identifier by its keyed hash; null for nobody any more. */
export async function findMarked(db: HubReader, mark: string): Promise<string | null> {
  const [row] = await db.query<{ readonly id: string }>(
    `SELECT beneficiary_id AS id FROM match_mark WHERE mark = decode($1, 'hex')
     UNION ALL
     SELECT beneficiary_id FROM match_identifier WHERE substring(hash FROM 1 FOR 8) = decode($1, 'hex')
     LIMIT 1`,
    [mark],
  );
  return row?.id ?? null;
}

export interface MarkedPerson {
  readonly branches: readonly string[];
  readonly fileNo: string | null;
  readonly lastRequestOn: string | null;
}

/** Where a person has submitted requests, and when the last one was. */
export async function findMarkedPerson(
  db: HubReader,
  beneficiaryId: string,
): Promise<MarkedPerson | null> {
  const [row] = await db.query<MarkedPerson>(
    `SELECT array_agg(DISTINCT b.name) AS branches, max(c.file_no) AS "fileNo",
       to_char(max(c.submitted_at) AT TIME ZONE 'Asia/Riyadh', 'YYYY-MM-DD') AS "lastRequestOn"
     FROM hub_case c JOIN branch b USING (branch_office_id)
     WHERE c.beneficiary_id = $1 AND c.submitted_at IS NOT NULL HAVING count(*) > 0`,
    [beneficiaryId],
  );
  return row ?? null;
}

export async function noteMatchLookup(
  writer: HubWriter,
  lookup: {
    readonly at: string;
    readonly deviceId: string;
    readonly actorId: string;
    readonly caseId: string | null;
    readonly mark: string;
    readonly beneficiaryId: string | null;
  },
): Promise<void> {
  await writer.query(
    `INSERT INTO match_lookup (at, device_id, actor_id, case_id, mark, beneficiary_id)
     VALUES ($1, $2, $3, $4, decode($5, 'hex'), $6)`,
    [lookup.at, lookup.deviceId, lookup.actorId, lookup.caseId, lookup.mark, lookup.beneficiaryId],
  );
}

function buffer(bytes: Uint8Array | null): Buffer | null {
  return bytes === null ? null : Buffer.from(bytes);
}
