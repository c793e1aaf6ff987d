import { z } from 'zod';
import type { FieldEvidence } from '#shared/domain/linkage/explainPair.ts';
import type { HubReader, HubWriter } from './connection.ts';

export const PairStrength = z.enum(['identifier', 'sure', 'review']);
export type PairStrength = z.infer<typeof PairStrength>;

export const PairState = z.enum(['open', 'asked', 'apart', 'gone']);
export type PairState = z.infer<typeof PairState>;

/** Two persons in the order of their ids: a pair has one row, whoever was looked for. */
export interface PairKey {
  readonly oneId: string;
  readonly otherId: string;
}

export interface PairRow extends PairKey {
  readonly strength: PairStrength;
  readonly probability: number;
  readonly weight: number;
  readonly evidence: readonly FieldEvidence[];
  readonly knowledge: number;
  readonly state: PairState;
  readonly seen: number;
  readonly foundAt: string;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
}

export function pairKey(one: string, other: string): PairKey {
  return one < other ? { oneId: one, otherId: other } : { oneId: other, otherId: one };
}

const FieldEvidences = z.array(
  z.strictObject({
    field: z.string(),
    kind: z.enum(['name', 'date', 'code', 'text', 'category']),
    agreement: z.enum([
      'unknown',
      'equalRare',
      'equal',
      'variant',
      'similar',
      'displaced',
      'near',
      'different',
    ]),
    weight: z.number(),
  }),
);

const COLUMNS = `p.one_id AS "oneId", p.other_id AS "otherId", p.strength, p.probability,
  p.weight, p.evidence, p.knowledge, p.state, p.seen, p.found_at AS "foundAt",
  p.decided_at AS "decidedAt", p.decided_by AS "decidedBy", p.reason`;

type StoredPair = Omit<PairRow, 'strength' | 'state' | 'evidence' | 'foundAt' | 'decidedAt'> & {
  readonly strength: string;
  readonly state: string;
  readonly evidence: unknown;
  readonly foundAt: Date;
  readonly decidedAt: Date | null;
};

function pairOf(row: StoredPair): PairRow {
  return {
    ...row,
    strength: PairStrength.parse(row.strength),
    state: PairState.parse(row.state),
    evidence: FieldEvidences.parse(row.evidence),
    foundAt: row.foundAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}

/** Every pair in which one of these persons stands, whatever became of it. */
export async function listPairsOf(
  db: HubReader,
  ids: readonly string[],
): Promise<readonly PairRow[]> {
  if (ids.length === 0) return [];
  const rows = await db.query<StoredPair>(
    `SELECT ${COLUMNS} FROM person_pair p WHERE p.one_id = ANY($1::uuid[])
     UNION SELECT ${COLUMNS} FROM person_pair p WHERE p.other_id = ANY($1::uuid[])`,
    [ids],
  );
  return rows.map(pairOf);
}

/** One pair with its row locked until the end of the transaction. */
export async function lockPair(
  writer: HubWriter,
  { oneId, otherId }: PairKey,
): Promise<PairRow | null> {
  const [row] = await writer.query<StoredPair>(
    `SELECT ${COLUMNS} FROM person_pair p WHERE p.one_id = $1 AND p.other_id = $2 FOR UPDATE`,
    [oneId, otherId],
  );
  return row ? pairOf(row) : null;
}

export async function findPair(
  db: HubReader,
  { oneId, otherId }: PairKey,
): Promise<PairRow | null> {
  const [row] = await db.query<StoredPair>(
    `SELECT ${COLUMNS} FROM person_pair p WHERE p.one_id = $1 AND p.other_id = $2`,
    [oneId, otherId],
  );
  return row ? pairOf(row) : null;
}

export type FoundPair = Omit<
  PairRow,
  'state' | 'seen' | 'foundAt' | 'decidedAt' | 'decidedBy' | 'reason'
>;

/** Proposes pairs, new ones and ones that were compared anew: those asked about stay so. */
export async function proposePairs(
  writer: HubWriter,
  pairs: readonly FoundPair[],
  foundAt: string,
): Promise<void> {
  if (pairs.length === 0) return;
  await writer.query(
    `INSERT INTO person_pair (one_id, other_id, strength, probability, weight, evidence, knowledge,
       state, found_at)
     SELECT one_id, other_id, strength, probability, weight, evidence, knowledge, 'open', $8
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::float8[], $5::float8[], $6::jsonb[], $7::int[])
       AS n (one_id, other_id, strength, probability, weight, evidence, knowledge)
     ON CONFLICT (one_id, other_id) DO UPDATE SET strength = excluded.strength,
       probability = excluded.probability, weight = excluded.weight, evidence = excluded.evidence,
       knowledge = excluded.knowledge, seen = person_pair.seen + 1, decided_at = NULL,
       decided_by = NULL, reason = NULL,
       state = CASE person_pair.state WHEN 'asked' THEN 'asked' ELSE 'open' END`,
    [
      pairs.map(({ oneId }) => oneId),
      pairs.map(({ otherId }) => otherId),
      pairs.map(({ strength }) => strength),
      pairs.map(({ probability }) => probability),
      pairs.map(({ weight }) => weight),
      pairs.map(({ evidence }) => JSON.stringify(evidence)),
      pairs.map(({ knowledge }) => knowledge),
      foundAt,
    ],
  );
}

/** What was proposed and is not alike any more, since somebody's data changed. */
export async function withdrawPairs(writer: HubWriter, pairs: readonly PairKey[]): Promise<void> {
  if (pairs.length === 0) return;
  await writer.query(
    `UPDATE person_pair p SET state = 'gone', seen = seen + 1
     FROM unnest($1::uuid[], $2::uuid[]) AS n (one_id, other_id)
     WHERE p.one_id = n.one_id AND p.other_id = n.other_id AND p.state IN ('open', 'asked')`,
    [pairs.map(({ oneId }) => oneId), pairs.map(({ otherId }) => otherId)],
  );
}

/** What a person said of pairs; whoever saw them before sees that they changed. */
export async function decidePairs(
  writer: HubWriter,
  pairs: readonly PairKey[],
  said: {
    readonly state: Extract<PairState, 'open' | 'asked' | 'apart'>;
    readonly at: string;
    readonly by: string;
    readonly reason: string;
  },
): Promise<void> {
  await writer.query(
    `UPDATE person_pair p SET state = $3, seen = seen + 1, decided_at = $4, decided_by = $5, reason = $6
     FROM unnest($1::uuid[], $2::uuid[]) AS n (one_id, other_id)
     WHERE p.one_id = n.one_id AND p.other_id = n.other_id`,
    [
      pairs.map(({ oneId }) => oneId),
      pairs.map(({ otherId }) => otherId),
      said.state,
      said.at,
      said.by,
      said.reason,
    ],
  );
}

/** A person with whom a case's person is proposed to be one, and a case of theirs that is in use. */
export interface ProposedOther {
  readonly beneficiaryId: string;
  readonly otherCaseId: string;
  readonly otherReference: string;
  readonly registered: boolean;
}

/** Whom the registry or another case takes these persons for most likely, where nobody has said. */
export async function listSurelyKnown(
  db: HubReader,
  beneficiaryIds: readonly string[],
): Promise<readonly ProposedOther[]> {
  return db.query(
    `WITH asked AS (
       SELECT p.one_id AS id, p.other_id AS other FROM person_pair p
       WHERE p.one_id = ANY($1::uuid[]) AND p.strength = 'sure' AND p.state IN ('open', 'asked')
       UNION
       SELECT p.other_id, p.one_id FROM person_pair p
       WHERE p.other_id = ANY($1::uuid[]) AND p.strength = 'sure' AND p.state IN ('open', 'asked'))
     SELECT a.id AS "beneficiaryId", h.case_id AS "otherCaseId", h.reference AS "otherReference",
       NOT h.candidate AS registered
     FROM asked a LEFT JOIN merged_person own ON own.beneficiary_id = a.id
       LEFT JOIN merged_person o ON o.beneficiary_id = a.other
       CROSS JOIN LATERAL (SELECT case_id, reference, candidate FROM hub_case
         WHERE beneficiary_id = a.other AND ${IN_USE} ORDER BY candidate, reference LIMIT 1) h
     WHERE coalesce(own.person_id, a.id) <> coalesce(o.person_id, a.other)
     ORDER BY a.id, h.reference`,
    [beneficiaryIds],
  );
}

/** Those of these pairs that a person told apart, as `one other` in the order in which they were asked. */
export async function listToldApart(
  db: HubReader,
  pairs: readonly PairKey[],
): Promise<ReadonlySet<string>> {
  if (pairs.length === 0) return new Set();
  const rows = await db.query<{ readonly text: string }>(
    `SELECT DISTINCT n.one || ' ' || n.other AS text
     FROM unnest($1::uuid[], $2::uuid[]) AS n (one, other)
       JOIN person_pair p ON p.one_id = least(n.one, n.other) AND p.other_id = greatest(n.one, n.other)
     WHERE p.state = 'apart'`,
    [pairs.map(({ oneId }) => oneId), pairs.map(({ otherId }) => otherId)],
  );
  return new Set(rows.map(({ text }) => text));
}

/** A case that is in the registry or waits for it. */
export const IN_USE = '(candidate OR (file_no IS NOT NULL AND NOT return_open AND NOT set_aside))';
