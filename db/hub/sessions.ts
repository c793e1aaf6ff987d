import type { HubReader } from './connection.ts';

export interface NewSession {
  /** SHA-256 of the token, so that the database opens no session. */
  readonly tokenHash: Uint8Array;
  readonly personId: string;
  readonly now: Date;
  readonly expiresAt: Date;
}

export async function insertSession(db: HubReader, session: NewSession): Promise<void> {
  await db.query(
    `INSERT INTO hq_session (token_hash, person_id, made_at, last_seen_at, expires_at)
     VALUES ($1, $2, $3, $3, $4)`,
    [Buffer.from(session.tokenHash), session.personId, session.now, session.expiresAt],
  );
}

/**
 * Whose session it is, and that it was used now; null when it has ended, by its length or because
 * nobody used it since `idleSince`.
 */
export async function touchSession(
  db: HubReader,
  tokenHash: Uint8Array,
  now: Date,
  idleSince: Date,
): Promise<string | null> {
  const [row] = await db.query<{ readonly person_id: string }>(
    `UPDATE hq_session SET last_seen_at = $2
     WHERE token_hash = $1 AND expires_at > $2 AND last_seen_at > $3 RETURNING person_id`,
    [Buffer.from(tokenHash), now, idleSince],
  );
  return row?.person_id ?? null;
}

export async function deleteSession(db: HubReader, tokenHash: Uint8Array): Promise<void> {
  await db.query('DELETE FROM hq_session WHERE token_hash = $1', [Buffer.from(tokenHash)]);
}

export async function deleteSessionsOf(db: HubReader, personId: string): Promise<void> {
  await db.query('DELETE FROM hq_session WHERE person_id = $1', [personId]);
}

export async function dropEndedSessions(db: HubReader, now: Date, idleSince: Date): Promise<void> {
  await db.query('DELETE FROM hq_session WHERE expires_at <= $1 OR last_seen_at <= $2', [
    now,
    idleSince,
  ]);
}
