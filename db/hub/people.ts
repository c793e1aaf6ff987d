import { DESK_EVENT_PAYLOADS } from '#shared/domain/case/caseEvent.ts';
import type { BranchRole } from '#shared/domain/case/permission.ts';
import { HqRole } from '#shared/domain/hub/hqPermission.ts';
import { ActorId } from '#shared/domain/identity.ts';
import type { HubReader, HubWriter } from './connection.ts';

export interface HqPersonRow {
  readonly personId: ActorId;
  readonly userName: string;
  readonly displayName: string;
  readonly roles: readonly HqRole[];
  readonly active: boolean;
}

export interface HqPersonSecret extends HqPersonRow {
  readonly passwordHash: string;
  readonly failedAttempts: number;
  readonly lockedUntil: Date | null;
}

interface Row {
  readonly person_id: string;
  readonly user_name: string;
  readonly display_name: string;
  readonly roles: readonly string[];
  readonly active: boolean;
  readonly password_hash: string;
  readonly failed_attempts: number;
  readonly locked_until: Date | null;
}

export async function listHqPeople(db: HubReader): Promise<readonly HqPersonRow[]> {
  const rows = await db.query<Row>('SELECT * FROM hq_person ORDER BY user_name');
  return rows.map(personOf);
}

export async function hasHqPeople(db: HubReader): Promise<boolean> {
  const rows = await db.query('SELECT 1 FROM hq_person LIMIT 1');
  return rows.length > 0;
}

export async function findHqPersonByName(
  db: HubReader,
  userName: string,
): Promise<HqPersonSecret | null> {
  const [row] = await db.query<Row>('SELECT * FROM hq_person WHERE user_name = $1', [userName]);
  return row ? secretOf(row) : null;
}

export async function findHqPerson(
  db: HubReader,
  personId: string,
): Promise<HqPersonSecret | null> {
  const [row] = await db.query<Row>('SELECT * FROM hq_person WHERE person_id = $1', [personId]);
  return row ? secretOf(row) : null;
}

/** @returns false when the user name is taken */
export async function insertHqPerson(
  writer: HubWriter,
  person: HqPersonRow & { readonly passwordHash: string },
  madeAt: string,
): Promise<boolean> {
  const rows = await writer.query(
    `INSERT INTO hq_person (person_id, user_name, display_name, password_hash, roles, active, made_at)
     VALUES ($1,$2,$3,$4,$5,$6,$7) ON CONFLICT (user_name) DO NOTHING RETURNING 1`,
    [
      person.personId,
      person.userName,
      person.displayName,
      person.passwordHash,
      person.roles,
      person.active,
      madeAt,
    ],
  );
  return rows.length > 0;
}

export async function updateHqPerson(writer: HubWriter, person: HqPersonSecret): Promise<void> {
  await writer.query(
    `UPDATE hq_person SET display_name = $2, password_hash = $3, roles = $4, active = $5
     WHERE person_id = $1`,
    [person.personId, person.displayName, person.passwordHash, person.roles, person.active],
  );
}

/** Counts a wrong password; from the fifth on the name rests, twice as long each time. */
export async function noteFailedSignIn(db: HubReader, personId: string, now: Date): Promise<void> {
  await db.query(
    `UPDATE hq_person SET failed_attempts = failed_attempts + 1,
       locked_until = CASE WHEN failed_attempts >= 4
         THEN $2::timestamptz + least(interval '1 hour', interval '30 seconds' * 2 ^ (failed_attempts - 4))
         ELSE NULL END
     WHERE person_id = $1`,
    [personId, now],
  );
}

export async function clearFailedSignIns(db: HubReader, personId: string): Promise<void> {
  await db.query(
    'UPDATE hq_person SET failed_attempts = 0, locked_until = NULL WHERE person_id = $1',
    [personId],
  );
}

function personOf(row: Row): HqPersonRow {
  return {
    personId: ActorId.parse(row.person_id),
    userName: row.user_name,
    displayName: row.display_name,
    roles: HqRole.array().parse(row.roles),
    active: row.active,
  };
}

function secretOf(row: Row): HqPersonSecret {
  return {
    ...personOf(row),
    passwordHash: row.password_hash,
    failedAttempts: row.failed_attempts,
    lockedUntil: row.locked_until,
  };
}

/** Names of those who work at headquarters or at one of these laptops, by who they are. */
export async function listNamesOf(
  db: HubReader,
  personIds: readonly string[],
  deviceIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const here = await db.query<{ readonly id: string; readonly name: string }>(
    'SELECT person_id AS id, display_name AS name FROM hq_person WHERE person_id = ANY($1::uuid[])',
    [personIds],
  );
  const atBranches = await db.query<{ readonly payload: string | null }>(
    `SELECT payload FROM journal
     WHERE kind = 'representativeAdded' AND device_id = ANY($1::uuid[]) ORDER BY position`,
    [deviceIds],
  );
  const asked = new Set(personIds);
  const named = atBranches.flatMap(({ payload }) => {
    const content: unknown = payload === null ? null : JSON.parse(payload);
    const added = DESK_EVENT_PAYLOADS.representativeAdded.safeParse(content);
    return added.success && asked.has(added.data.actorId)
      ? [[added.data.actorId as string, added.data.displayName] as const]
      : [];
  });
  return new Map([...named, ...here.map(({ id, name }) => [id, name] as const)]);
}

/** The role in which somebody works at a laptop, as that laptop said it last; null for nobody of it. */
export async function findBranchRole(
  db: HubReader,
  deviceId: string,
  actorId: string,
): Promise<BranchRole | null> {
  const rows = await db.query<{ readonly payload: string | null }>(
    `SELECT payload FROM journal WHERE kind = 'representativeAdded' AND device_id = $1
     ORDER BY position DESC`,
    [deviceId],
  );
  for (const { payload } of rows) {
    const content: unknown = payload === null ? null : JSON.parse(payload);
    const added = DESK_EVENT_PAYLOADS.representativeAdded.safeParse(content);
    if (added.success && added.data.actorId === actorId) return added.data.role;
  }
  return null;
}
