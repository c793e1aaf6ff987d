import type { HubReader } from './connection.ts';

/** Stands where a branch does, for what every branch is told: reference data that was published. */
export const EVERY_BRANCH = '00000000-0000-0000-0000-000000000000';

/** A run of journal positions that belongs to one feed. */
export interface FeedStretch {
  readonly first: number;
  readonly last: number;
}

/** Whose feed is read: all of the branch but what this laptop wrote itself in its present epoch. */
export interface FeedReader {
  readonly branchOfficeId: string;
  readonly deviceId: string;
  readonly epoch: number;
}

/**
 * Runs of positions after a position, at most `limit`, that one laptop of a branch is told of. Runs are
 * disjoint and come into sight in the order of their positions, so that nothing appears behind a cursor.
 */
export async function listFeedStretches(
  db: HubReader,
  { branchOfficeId, deviceId, epoch }: FeedReader,
  after: number,
  limit: number,
): Promise<readonly FeedStretch[]> {
  const ofOne = (branch: string) => `(
    SELECT first_position, last_position FROM stretch
    WHERE branch_office_id = ${branch} AND last_position > $4
      AND first_position >= (
        SELECT coalesce(max(first_position), 0) FROM stretch
        WHERE branch_office_id = ${branch} AND first_position <= $4)
      AND NOT (device_id = $2 AND epoch >= $3)
    ORDER BY first_position LIMIT $5)`;
  const rows = await db.query<{ readonly first_position: number; readonly last_position: number }>(
    `${ofOne('$1::uuid')} UNION ALL ${ofOne(`'${EVERY_BRANCH}'::uuid`)}
     ORDER BY first_position LIMIT $5`,
    [branchOfficeId, deviceId, epoch, after, limit],
  );
  return rows.map((row) => ({
    first: Math.max(row.first_position, after + 1),
    last: row.last_position,
  }));
}

/** Names of people of headquarters; who is not there is left out. */
export async function namesOf(
  db: HubReader,
  personIds: readonly string[],
): Promise<readonly { readonly actorId: string; readonly displayName: string }[]> {
  if (personIds.length === 0) return [];
  return db.query(
    `SELECT person_id AS "actorId", display_name AS "displayName" FROM hq_person
     WHERE person_id = ANY($1::uuid[]) ORDER BY person_id`,
    [personIds],
  );
}
