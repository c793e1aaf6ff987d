import type { HubReader, HubWriter } from './connection.ts';

export interface EnrolmentRow {
  readonly requestId: string;
  /** The signed request as it came, canonical. */
  readonly request: string;
  readonly state: 'waiting' | 'granted' | 'refused';
  readonly receivedAt: Date;
  readonly expiresAt: Date;
  /** The signed grant. */
  readonly answer: string | null;
}

const COLUMNS = `request_id AS "requestId", request, state, received_at AS "receivedAt",
  expires_at AS "expiresAt", answer`;

/** @returns the request as it is held now: the same one sent again changes nothing */
export async function insertEnrolment(
  db: HubReader,
  enrolment: Pick<EnrolmentRow, 'requestId' | 'request' | 'receivedAt' | 'expiresAt'>,
): Promise<EnrolmentRow> {
  await db.query(
    `INSERT INTO enrolment_request (request_id, request, state, received_at, expires_at)
     VALUES ($1, $2, 'waiting', $3, $4) ON CONFLICT (request_id) DO NOTHING`,
    [enrolment.requestId, enrolment.request, enrolment.receivedAt, enrolment.expiresAt],
  );
  const held = await findEnrolment(db, enrolment.requestId);
  if (held === null) throw new TypeError('a request that was neither there nor made');
  return held;
}

export async function findEnrolment(
  db: HubReader,
  requestId: string,
): Promise<EnrolmentRow | null> {
  const [row] = await db.query<EnrolmentRow>(
    `SELECT ${COLUMNS} FROM enrolment_request WHERE request_id = $1`,
    [requestId],
  );
  return row ?? null;
}

/** Locks it until the end of the transaction, so that it is answered once. */
export async function lockEnrolment(
  writer: HubWriter,
  requestId: string,
): Promise<EnrolmentRow | null> {
  const [row] = await writer.query<EnrolmentRow>(
    `SELECT ${COLUMNS} FROM enrolment_request WHERE request_id = $1 FOR UPDATE`,
    [requestId],
  );
  return row ?? null;
}

export async function answerEnrolment(
  writer: HubWriter,
  requestId: string,
  state: 'granted' | 'refused',
  answer: string | null,
  at: string,
): Promise<void> {
  await writer.query(
    `UPDATE enrolment_request SET state = $2, answer = $3, answered_at = $4 WHERE request_id = $1`,
    [requestId, state, answer, at],
  );
}

/** Those that wait and those that were answered, the latest first; not what nobody answered in its time. */
export async function listEnrolments(
  db: HubReader,
  now: Date,
  limit: number,
): Promise<readonly EnrolmentRow[]> {
  return db.query<EnrolmentRow>(
    `SELECT ${COLUMNS} FROM enrolment_request WHERE state <> 'waiting' OR expires_at > $1
     ORDER BY received_at DESC LIMIT $2`,
    [now, limit],
  );
}

/**
 * A laptop waits for the answer to its latest request alone: those before it are dropped. The key is part
 * of it, so that nobody drops the request of another by its name.
 */
export async function dropEarlierEnrolments(
  db: HubReader,
  latest: {
    readonly requestId: string;
    readonly deviceId: string;
    readonly devicePublicKey: string;
  },
): Promise<void> {
  await db.query(
    `DELETE FROM enrolment_request WHERE state = 'waiting' AND request_id <> $1
       AND request::jsonb #>> '{request,deviceId}' = $2
       AND request::jsonb #>> '{request,devicePublicKey}' = $3`,
    [latest.requestId, latest.deviceId, latest.devicePublicKey],
  );
}

export async function countWaiting(db: HubReader, now: Date): Promise<number> {
  const [row] = await db.query<{ readonly count: number }>(
    `SELECT count(*)::int AS count FROM enrolment_request WHERE state = 'waiting' AND expires_at > $1`,
    [now],
  );
  return row?.count ?? 0;
}
