import type { HubReader } from './connection.ts';

/** A sealed opinion of a branch as the journal holds it. Who asked for it is not read. */
export interface SealedOpinionRow {
  readonly position: number;
  readonly caseId: string;
  readonly branchOfficeId: string;
  readonly payload: unknown;
}

const SOURCE = `FROM journal j JOIN device d USING (device_id)
  WHERE j.kind = 'opinionGiven' AND j.payload IS NOT NULL AND j.case_id IS NOT NULL
    AND d.branch_office_id IS NOT NULL AND j.position > $1`;

/** In the order in which they came in, after a position. */
export function listSealedOpinions(
  db: HubReader,
  afterPosition: number,
  limit: number,
): Promise<readonly SealedOpinionRow[]> {
  return db.query(
    `SELECT j.position, j.case_id AS "caseId", d.branch_office_id AS "branchOfficeId",
       j.payload::jsonb AS payload
     ${SOURCE} ORDER BY j.position LIMIT $2`,
    [afterPosition, limit],
  );
}

/** How many came in after a position. */
export async function countSealedOpinions(db: HubReader, afterPosition: number): Promise<number> {
  const [row] = await db.query<{ readonly count: number }>(
    `SELECT count(*)::int AS count ${SOURCE}`,
    [afterPosition],
  );
  return row?.count ?? 0;
}
