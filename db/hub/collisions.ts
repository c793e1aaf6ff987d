import { CollisionKind } from '#shared/domain/hub/personLinks.ts';
import type { HubReader, HubWriter } from './connection.ts';

/**
 * A case whose person counts among those who share something: one that was returned for correction is a request
 * still, and what it shares is to be known before it comes again.
 */
const COUNTS = '(candidate OR return_open OR file_no IS NOT NULL) AND NOT set_aside';

/** One account or household member of two persons says something, a telephone of three. */
const LEAST_PEOPLE = `CASE kind WHEN 'mobile' THEN 3 ELSE 2 END`;

/**
 * Says anew which persons have these values in common: the values of the cases that were looked at, and
 * those that they had before. A household member who applies stands among those who name them. A collision
 * that was dismissed is open again when somebody else joins it; one that is over goes.
 */
export async function refreshCollisions(
  writer: HubWriter,
  values: readonly { readonly kind: string; readonly value: string }[],
  now: string,
): Promise<void> {
  if (values.length === 0) return;
  await writer.query(
    `WITH touched AS (
       SELECT DISTINCT CASE WHEN n.kind = 'idNumber' THEN 'member' ELSE n.kind END AS kind, n.value
       FROM unnest($1::text[], $2::text[]) AS n (kind, value)
       WHERE n.kind IN ('iban', 'mobile', 'member', 'idNumber')),
     people AS (
       SELECT t.kind, t.value, coalesce(m.person_id, h.beneficiary_id) AS person,
         bool_or(i.kind = t.kind) AS names
       FROM touched t JOIN case_identifier i
           ON i.value = t.value AND i.kind = ANY (CASE WHEN t.kind = 'member'
             THEN ARRAY['member', 'idNumber'] ELSE ARRAY[t.kind] END)
         JOIN hub_case h ON h.case_id = i.case_id AND ${COUNTS}
         LEFT JOIN merged_person m ON m.beneficiary_id = h.beneficiary_id
       GROUP BY 1, 2, 3),
     found AS (
       SELECT kind, value, (array_agg(person ORDER BY person))[1:${MOST_PEOPLE}] AS people
       FROM people GROUP BY kind, value
       HAVING bool_or(names) AND count(*) >= ${LEAST_PEOPLE}),
     over AS (
       DELETE FROM collision c USING touched t WHERE c.kind = t.kind AND c.value = t.value
         AND NOT EXISTS (SELECT FROM found f WHERE f.kind = c.kind AND f.value = c.value))
     INSERT INTO collision (kind, value, people, found_at)
     SELECT kind, value, people, $3 FROM found
     ON CONFLICT (kind, value) DO UPDATE SET people = excluded.people,
       found_at = CASE WHEN excluded.people <@ collision.people THEN collision.found_at
         ELSE excluded.found_at END,
       dismissed_at = CASE WHEN excluded.people <@ collision.people THEN collision.dismissed_at END,
       dismissed_by = CASE WHEN excluded.people <@ collision.people THEN collision.dismissed_by END,
       dismissed_reason = CASE WHEN excluded.people <@ collision.people
         THEN collision.dismissed_reason END`,
    [values.map(({ kind }) => kind), values.map(({ value }) => value), now],
  );
}

/** An account of a charity may stand in a thousand files: so many are kept. */
const MOST_PEOPLE = 500;

/** The same for every value of these persons: they were joined, or parted again. */
export async function refreshCollisionsOf(
  writer: HubWriter,
  beneficiaryIds: readonly string[],
  now: string,
): Promise<void> {
  const values = await writer.query<{ readonly kind: string; readonly value: string }>(
    `SELECT DISTINCT i.kind, i.value FROM case_identifier i JOIN hub_case h USING (case_id)
     WHERE h.beneficiary_id = ANY($1::uuid[])`,
    [beneficiaryIds],
  );
  await refreshCollisions(writer, values, now);
}

export interface CollisionRow {
  readonly collisionId: string;
  readonly kind: CollisionKind;
  /** One account or telephone; of a household everybody whom the same persons name. */
  readonly values: readonly string[];
  readonly people: readonly string[];
  readonly foundAt: Date;
  readonly dismissedAt: Date | null;
  readonly dismissedBy: string | null;
  readonly dismissedReason: string | null;
}

/**
 * Collisions, those of one household as one. Two who wait as a pair are not asked about twice: whether they
 * are one person says what is to be thought of what they share.
 */
const SHOWN = `SELECT (array_agg(c.collision_id ORDER BY c.value))[1] AS "collisionId", c.kind,
    array_agg(c.value ORDER BY c.value) AS values, c.people::text[] AS people,
    min(c.found_at) AS "foundAt", c.dismissed_at AS "dismissedAt", c.dismissed_by AS "dismissedBy",
    c.dismissed_reason AS "dismissedReason"
  FROM collision c
  WHERE NOT (cardinality(c.people) = 2 AND EXISTS (SELECT FROM person_pair p
    WHERE p.one_id = least(c.people[1], c.people[2]) AND p.other_id = greatest(c.people[1], c.people[2])
      AND p.state IN ('open', 'asked')))
  GROUP BY c.kind, c.people, c.dismissed_at, c.dismissed_by, c.dismissed_reason,
    CASE WHEN c.kind <> 'member' THEN c.value END`;

/** How many wait for a word. */
export const COUNT_COLLISIONS = `SELECT count(*) FROM (${SHOWN}) v WHERE v."dismissedAt" IS NULL`;

export async function listCollisions(
  db: HubReader,
  wish: {
    readonly kind: CollisionKind | null;
    readonly dismissed: boolean;
    readonly offset: number;
    readonly limit: number;
  },
): Promise<{ readonly rows: readonly CollisionRow[]; readonly total: number }> {
  const rows = await db.query<CollisionRow & { readonly total: number }>(
    `SELECT v.*, count(*) OVER ()::int AS total FROM (${SHOWN}) v
     WHERE (v."dismissedAt" IS NOT NULL) = $1 AND ($2::text IS NULL OR v.kind = $2)
     ORDER BY v."foundAt" DESC, v."collisionId" OFFSET $3 LIMIT $4`,
    [wish.dismissed, wish.kind, wish.offset, wish.limit],
  );
  return { rows: rows.map(read), total: rows[0]?.total ?? 0 };
}

/** In which the applicant of this case stands, dismissed ones too. */
export async function listCollisionsOfCase(
  db: HubReader,
  caseId: string,
): Promise<readonly CollisionRow[]> {
  const rows = await db.query<CollisionRow>(
    `SELECT v.* FROM (${SHOWN}) v WHERE EXISTS (SELECT FROM case_identifier i
       WHERE i.case_id = $1 AND i.value = ANY(v.values)
         AND (i.kind = v.kind OR (v.kind = 'member' AND i.kind = 'idNumber')))
     ORDER BY v.kind, v.values`,
    [caseId],
  );
  return rows.map(read);
}

/** The one with this id as it is shown, with its rows locked until the end of the transaction. */
export async function lockCollision(
  writer: HubWriter,
  collisionId: string,
): Promise<CollisionRow | null> {
  await writer.query('SELECT FROM collision WHERE collision_id = $1 FOR UPDATE', [collisionId]);
  const [row] = await writer.query<CollisionRow>(
    `SELECT v.* FROM (${SHOWN}) v WHERE v."collisionId" = $1`,
    [collisionId],
  );
  return row ? read(row) : null;
}

export async function dismissCollision(
  writer: HubWriter,
  { kind, values }: Pick<CollisionRow, 'kind' | 'values'>,
  dismissed: { readonly at: string; readonly by: string; readonly reason: string },
): Promise<void> {
  await writer.query(
    `UPDATE collision SET dismissed_at = $3, dismissed_by = $4, dismissed_reason = $5
     WHERE kind = $1 AND value = ANY($2::text[])`,
    [kind, values, dismissed.at, dismissed.by, dismissed.reason],
  );
}

/** For each of these persons a case that has the value, the newest. */
export async function listCollidingCases(
  db: HubReader,
  { kind, values, people }: Pick<CollisionRow, 'kind' | 'values' | 'people'>,
): Promise<
  readonly { readonly person: string; readonly caseId: string; readonly reference: string }[]
> {
  return db.query(
    `SELECT DISTINCT ON (p.person) p.person, h.case_id AS "caseId", h.reference
     FROM unnest($3::uuid[]) AS p (person)
       JOIN LATERAL (SELECT p.person AS member
         UNION ALL SELECT beneficiary_id FROM merged_person WHERE person_id = p.person) m ON true
       JOIN hub_case h ON h.beneficiary_id = m.member
       JOIN case_identifier i ON i.case_id = h.case_id AND i.value = ANY($2::text[])
         AND (i.kind = $1 OR ($1 = 'member' AND i.kind = 'idNumber'))
     ORDER BY p.person, h.submitted_at DESC NULLS LAST, h.case_id`,
    [kind, values, people],
  );
}

function read(row: CollisionRow): CollisionRow {
  return { ...row, kind: CollisionKind.parse(row.kind) };
}
