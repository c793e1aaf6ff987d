import type { HubReader } from './connection.ts';

export interface BranchContacts {
  readonly branches: number;
  readonly heardFrom: number;
}

/** Branches with a laptop in use, and those of them that were in contact since this instant. */
export async function countBranchContacts(db: HubReader, since: Date): Promise<BranchContacts> {
  const [row] = await db.query<BranchContacts>(
    `SELECT count(DISTINCT branch_office_id)::int AS branches,
       (count(DISTINCT branch_office_id) FILTER (WHERE last_contact_at >= $1))::int AS "heardFrom"
     FROM device WHERE state = 'enrolled'`,
    [since],
  );
  return row ?? { branches: 0, heardFrom: 0 };
}
