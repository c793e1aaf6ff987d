import { LinkageKnowledge } from '#shared/domain/linkage/knowledge.ts';
import type { HubReader, HubWriter } from './connection.ts';

/** A person as linkage compares them. */
export interface LinkedPersonRow {
  readonly id: string;
  readonly values: readonly string[];
  readonly change: number;
}

/** Persons whose values changed after a change, the oldest change first. */
export async function listLinkedPersons(
  db: HubReader,
  afterChange: number,
  limit: number,
): Promise<readonly LinkedPersonRow[]> {
  return db.query(
    `SELECT beneficiary_id AS id, known AS values, change FROM linked_person
     WHERE change > $1 ORDER BY change LIMIT $2`,
    [afterChange, limit],
  );
}

/** The values of these persons as they were compared last; who was never compared is left out. */
export async function findLinkedValues(
  db: HubReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ readonly id: string; readonly values: readonly string[] }>(
    `SELECT beneficiary_id AS id, known AS values FROM linked_person
     WHERE beneficiary_id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, values }) => [id, values]));
}

export interface NewLinkedPerson {
  readonly id: string;
  readonly values: readonly string[];
  readonly caseId: string;
  /** Of the submission in which it was said: an older one says nothing against it. */
  readonly saidAt: string;
}

export async function putLinkedPersons(
  writer: HubWriter,
  persons: readonly NewLinkedPerson[],
): Promise<void> {
  if (persons.length === 0) return;
  await writer.query(
    `INSERT INTO linked_person (beneficiary_id, known, case_id, said_at)
     SELECT id, ARRAY(SELECT jsonb_array_elements_text(known)), case_id, said_at
     FROM unnest($1::uuid[], $2::jsonb[], $3::uuid[], $4::timestamptz[])
       AS n (id, known, case_id, said_at)
     ON CONFLICT (beneficiary_id) DO UPDATE SET known = excluded.known, case_id = excluded.case_id,
       said_at = excluded.said_at, change = DEFAULT
     WHERE linked_person.said_at <= excluded.said_at`,
    [
      persons.map(({ id }) => id),
      persons.map(({ values }) => JSON.stringify(values)),
      persons.map(({ caseId }) => caseId),
      persons.map(({ saidAt }) => saidAt),
    ],
  );
}

export interface KnowledgeRow {
  readonly version: number;
  readonly knowledge: LinkageKnowledge;
  /** So many persons were there when it was learnt. */
  readonly persons: number;
}

/** The weights in force; null before the first, and where those kept are of another time of the engine. */
export async function findKnowledge(
  db: HubReader,
): Promise<{ readonly version: number; readonly row: KnowledgeRow | null }> {
  const [row] = await db.query<{
    readonly version: number;
    readonly knowledge: unknown;
    readonly persons: number;
  }>('SELECT version, knowledge, persons FROM linkage_knowledge ORDER BY version DESC LIMIT 1');
  if (!row) return { version: 0, row: null };
  const knowledge = LinkageKnowledge.safeParse(row.knowledge);
  return {
    version: row.version,
    row: knowledge.success ? { ...row, knowledge: knowledge.data } : null,
  };
}

export async function insertKnowledge(
  writer: HubWriter,
  { version, knowledge, persons }: KnowledgeRow,
  learntAt: string,
): Promise<void> {
  await writer.query(
    `INSERT INTO linkage_knowledge (version, knowledge, persons, learnt_at) VALUES ($1, $2, $3, $4)`,
    [version, JSON.stringify(knowledge), persons, learntAt],
  );
}
