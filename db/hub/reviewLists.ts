import { COUNT_COLLISIONS } from './collisions.ts';
import type { HubReader } from './connection.ts';
import { IN_USE, type PairKey, type PairState, type PairStrength } from './personPairs.ts';

/** A person as lists have them. */
export interface PersonShortRow {
  readonly personId: string;
  readonly name: string;
  readonly fileNo: string | null;
  readonly branches: readonly {
    readonly branchOfficeId: string;
    readonly code: string;
    readonly name: string;
  }[];
}

export interface ReviewPairRow extends PairKey {
  readonly strength: PairStrength;
  readonly state: PairState;
  readonly probability: number;
  readonly foundAt: Date;
  /** Under whom the two go now. */
  readonly one: string;
  readonly other: string;
}

/**
 * Pairs that wait: of persons who are not one already, with a case of each in use. Of two persons who were
 * proposed by several of their records the strongest stands for all.
 */
const WAITING = `SELECT DISTINCT ON (least(w.one, w.other), greatest(w.one, w.other)) w.*
  FROM (
    SELECT p.one_id AS "oneId", p.other_id AS "otherId", p.strength, p.state, p.probability, p.weight,
      p.found_at AS "foundAt", coalesce(a.person_id, p.one_id) AS one,
      coalesce(b.person_id, p.other_id) AS other
    FROM person_pair p LEFT JOIN merged_person a ON a.beneficiary_id = p.one_id
      LEFT JOIN merged_person b ON b.beneficiary_id = p.other_id
    WHERE p.state IN ('open', 'asked')
      AND EXISTS (SELECT FROM hub_case WHERE beneficiary_id = p.one_id AND ${IN_USE})
      AND EXISTS (SELECT FROM hub_case WHERE beneficiary_id = p.other_id AND ${IN_USE})) w
  WHERE w.one <> w.other
  ORDER BY least(w.one, w.other), greatest(w.one, w.other),
    (w.state = 'asked') DESC, (w.strength = 'identifier') DESC, w.probability DESC`;

export interface PairWish {
  readonly state: Extract<PairState, 'open' | 'asked'>;
  readonly strength: PairStrength | null;
  readonly branchOfficeId: string | null;
  /** One of these two persons, or anybody. */
  readonly personId: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** The surest first: a number in common, then by how likely it is. */
export async function listWaitingPairs(
  db: HubReader,
  { state, strength, branchOfficeId, personId, offset, limit }: PairWish,
): Promise<{ readonly pairs: readonly ReviewPairRow[]; readonly total: number }> {
  const rows = await db.query<ReviewPairRow & { readonly total: number }>(
    `SELECT v.*, count(*) OVER ()::int AS total FROM (${WAITING}) v
     WHERE v.state = $1 AND ($2::text IS NULL OR v.strength = $2)
       AND ($3::uuid IS NULL OR EXISTS (SELECT FROM hub_case h
         WHERE h.beneficiary_id IN (v."oneId", v."otherId") AND h.branch_office_id = $3))
       AND ($4::uuid IS NULL OR $4 IN (v.one, v.other))
     ORDER BY (v.strength = 'identifier') DESC, v.probability DESC, v.weight DESC, v."oneId", v."otherId"
     OFFSET $5 LIMIT $6`,
    [state, strength, branchOfficeId, personId, offset, limit],
  );
  return { pairs: rows, total: rows[0]?.total ?? 0 };
}

export interface ReviewCountsRow {
  readonly open: number;
  readonly asked: number;
  readonly collisions: number;
  readonly merges: number;
}

export async function countReview(db: HubReader): Promise<ReviewCountsRow> {
  const [row] = await db.query<ReviewCountsRow>(
    `SELECT count(*) FILTER (WHERE v.state = 'open')::int AS open,
       count(*) FILTER (WHERE v.state = 'asked')::int AS asked,
       (${COUNT_COLLISIONS})::int AS collisions,
       (SELECT count(*) FROM person_merge WHERE undone_at IS NULL)::int AS merges
     FROM (${WAITING}) v`,
  );
  return row ?? { open: 0, asked: 0, collisions: 0, merges: 0 };
}

/** The branches from which somebody stands in a pair that waits. */
export async function listPairBranches(db: HubReader): Promise<PersonShortRow['branches']> {
  return db.query(
    `SELECT DISTINCT b.branch_office_id AS "branchOfficeId", b.code, b.name
     FROM (${WAITING}) v JOIN hub_case h ON h.beneficiary_id IN (v."oneId", v."otherId")
       JOIN branch b USING (branch_office_id) ORDER BY b.code`,
  );
}

/** These persons, each with everybody who goes under them. */
export async function listPersonsInShort(
  db: HubReader,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, PersonShortRow>> {
  const rows = await db.query<PersonShortRow>(
    `SELECT n.id AS "personId",
       (SELECT h.applicant_name FROM hub_case h WHERE h.beneficiary_id = n.id
        ORDER BY h.submitted_at DESC NULLS LAST, h.case_id LIMIT 1) AS name,
       min(h.file_no) AS "fileNo",
       coalesce(jsonb_agg(DISTINCT jsonb_build_object('branchOfficeId', b.branch_office_id,
         'code', b.code, 'name', b.name)) FILTER (WHERE b.code IS NOT NULL), '[]') AS branches
     FROM unnest($1::uuid[]) AS n (id)
       LEFT JOIN LATERAL (SELECT n.id AS member
         UNION ALL SELECT beneficiary_id FROM merged_person WHERE person_id = n.id) m ON true
       LEFT JOIN hub_case h ON h.beneficiary_id = m.member
       LEFT JOIN branch b USING (branch_office_id)
     GROUP BY n.id`,
    [[...new Set(personIds)]],
  );
  return new Map(rows.map((row) => [row.personId, { ...row, name: row.name ?? '' }]));
}

/** The cases of these persons, the newest submission first, with the branch of each. */
export async function listPersonCases(
  db: HubReader,
  beneficiaryIds: readonly string[],
): Promise<
  readonly {
    readonly caseId: string;
    readonly beneficiaryId: string;
    readonly branchOfficeId: string;
    readonly code: string;
    readonly name: string;
  }[]
> {
  return db.query(
    `SELECT h.case_id AS "caseId", h.beneficiary_id AS "beneficiaryId",
       b.branch_office_id AS "branchOfficeId", b.code, b.name
     FROM hub_case h JOIN branch b USING (branch_office_id)
     WHERE h.beneficiary_id = ANY($1::uuid[])
     ORDER BY h.submitted_at DESC NULLS LAST, h.case_id`,
    [beneficiaryIds],
  );
}
