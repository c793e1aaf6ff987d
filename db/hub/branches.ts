import type { HubReader, HubWriter } from './connection.ts';

export interface HubBranch {
  readonly branchOfficeId: string;
  readonly code: string;
  readonly name: string;
}

const COLUMNS = 'branch_office_id AS "branchOfficeId", code, name';

export async function listBranches(db: HubReader): Promise<readonly HubBranch[]> {
  return db.query<HubBranch>(`SELECT ${COLUMNS} FROM branch ORDER BY code`);
}

export async function listBranchesWithLaptops(
  db: HubReader,
): Promise<readonly (HubBranch & { readonly laptops: number })[]> {
  return db.query(
    `SELECT ${COLUMNS}, (SELECT count(*)::int FROM device d
       WHERE d.branch_office_id = branch.branch_office_id AND d.state = 'enrolled') AS laptops
     FROM branch ORDER BY code`,
  );
}

export async function findBranchByCode(db: HubReader, code: string): Promise<HubBranch | null> {
  const [row] = await db.query<HubBranch>(`SELECT ${COLUMNS} FROM branch WHERE code = $1`, [code]);
  return row ?? null;
}

export async function insertBranch(
  writer: HubWriter,
  branch: HubBranch,
  madeAt: string,
): Promise<void> {
  await writer.query(
    'INSERT INTO branch (branch_office_id, code, name, made_at) VALUES ($1,$2,$3,$4)',
    [branch.branchOfficeId, branch.code, branch.name, madeAt],
  );
}

/** From now on what names the provisional branch belongs to the other. */
export async function adoptBranch(
  writer: HubWriter,
  provisionalId: string,
  branchOfficeId: string,
): Promise<void> {
  await writer.query(
    `INSERT INTO branch_alias (provisional_id, branch_office_id) VALUES ($1, $2)
     ON CONFLICT (provisional_id) DO UPDATE SET branch_office_id = excluded.branch_office_id`,
    [provisionalId, branchOfficeId],
  );
}

/** Lanes of this branch that were given out, to laptops that are in use and to those that are not. */
export async function lanesOf(db: HubReader, branchOfficeId: string): Promise<readonly string[]> {
  const rows = await db.query<{ readonly lane: string }>(
    'SELECT lane FROM device WHERE branch_office_id = $1',
    [branchOfficeId],
  );
  return rows.map(({ lane }) => lane);
}

/** The name of the branch that sent a case; null where headquarters does not hold it. */
export async function findBranchOfCase(db: HubReader, caseId: string): Promise<string | null> {
  const [row] = await db.query<{ readonly name: string }>(
    'SELECT b.name FROM hub_case JOIN branch b USING (branch_office_id) WHERE case_id = $1',
    [caseId],
  );
  return row?.name ?? null;
}
