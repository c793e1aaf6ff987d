import type { HubReader, HubWriter } from './connection.ts';

export interface NewQuarantine {
  readonly quarantineId: string;
  readonly code: string;
  readonly deviceId: string | null;
  readonly batchId: string | null;
  readonly seq: number | null;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes. */
  readonly bytesHash: Uint8Array;
  readonly receivedAt: string;
  readonly expiresAt: string;
}

/** All that is kept at once; more is refused without being kept. */
const MOST_BYTES = 512 * 1024 * 1024;

/**
 * Keeps the bytes of what was refused. The same bytes refused again for the same reason count on the
 * entry that is there.
 * @returns the entry's id and whether it is new; null when there is no room
 */
export async function quarantineBytes(
  writer: HubWriter,
  entry: NewQuarantine,
): Promise<{ readonly quarantineId: string; readonly isNew: boolean } | null> {
  const [known] = await writer.query<{ readonly quarantine_id: string }>(
    `UPDATE quarantine SET times = times + 1, last_received_at = $3
     WHERE bytes_hash = $1 AND code = $2 RETURNING quarantine_id`,
    [Buffer.from(entry.bytesHash), entry.code, entry.receivedAt],
  );
  if (known) return { quarantineId: known.quarantine_id, isNew: false };
  const [held] = await writer.query<{ readonly bytes: number }>(
    'SELECT coalesce(sum(length(bytes)), 0)::bigint AS bytes FROM quarantine',
  );
  if ((held?.bytes ?? 0) + entry.bytes.length > MOST_BYTES) return null;
  const [made] = await writer.query<{ readonly quarantine_id: string }>(
    `INSERT INTO quarantine (quarantine_id, code, device_id, batch_id, seq, bytes, received_at,
       last_received_at, times, expires_at, bytes_hash) VALUES ($1,$2,$3,$4,$5,$6,$7,$7,1,$8,$9)
     ON CONFLICT (bytes_hash, code) DO UPDATE SET times = quarantine.times + 1
     RETURNING quarantine_id`,
    [
      entry.quarantineId,
      entry.code,
      entry.deviceId,
      entry.batchId,
      entry.seq,
      Buffer.from(entry.bytes),
      entry.receivedAt,
      entry.expiresAt,
      Buffer.from(entry.bytesHash),
    ],
  );
  return made
    ? { quarantineId: made.quarantine_id, isNew: made.quarantine_id === entry.quarantineId }
    : null;
}

export async function dropExpiredQuarantine(db: HubReader, now: string): Promise<number> {
  const rows = await db.query('DELETE FROM quarantine WHERE expires_at <= $1 RETURNING 1', [now]);
  return rows.length;
}

export interface QuarantineRow {
  readonly quarantineId: string;
  readonly code: string;
  readonly deviceId: string | null;
  readonly batchId: string | null;
  readonly seq: number | null;
  readonly bytes: number;
  readonly times: number;
  readonly receivedAt: string;
  readonly expiresAt: string;
}

/** What lies in quarantine, the latest first, without the bytes themselves. */
export async function listQuarantine(
  db: HubReader,
  limit: number,
): Promise<readonly QuarantineRow[]> {
  const rows = await db.query<
    Omit<QuarantineRow, 'receivedAt' | 'expiresAt'> & {
      readonly receivedAt: Date;
      readonly expiresAt: Date;
    }
  >(
    `SELECT quarantine_id AS "quarantineId", code, device_id AS "deviceId", batch_id AS "batchId", seq,
       length(bytes) AS bytes, times, received_at AS "receivedAt", expires_at AS "expiresAt"
     FROM quarantine ORDER BY last_received_at DESC LIMIT $1`,
    [limit],
  );
  return rows.map((row) => ({
    ...row,
    receivedAt: row.receivedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }));
}

export async function readQuarantineBytes(
  db: HubReader,
  quarantineId: string,
): Promise<Uint8Array | null> {
  const [row] = await db.query<{ readonly bytes: Buffer }>(
    'SELECT bytes FROM quarantine WHERE quarantine_id = $1',
    [quarantineId],
  );
  return row ? Uint8Array.from(row.bytes) : null;
}
