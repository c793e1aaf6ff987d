import type { HubReader, HubWriter } from './connection.ts';

export interface AttachmentRow {
  readonly size: number;
  /** How many bytes from the beginning have arrived. */
  readonly received: number;
  readonly complete: boolean;
}

interface Row {
  readonly size: number;
  readonly received: number;
  readonly completed_at: Date | null;
}

export async function findAttachment(
  db: HubReader,
  hash: Uint8Array,
): Promise<AttachmentRow | null> {
  const [row] = await db.query<Row>(
    'SELECT size, received, completed_at FROM attachment WHERE hash = $1',
    [Buffer.from(hash)],
  );
  return row ? attachmentOf(row) : null;
}

/** Begins the attachment where it is new, and locks it until the end of the transaction. */
export async function lockAttachment(
  writer: HubWriter,
  attachment: {
    readonly hash: Uint8Array;
    readonly size: number;
    readonly deviceId: string;
    readonly at: string;
  },
): Promise<AttachmentRow> {
  const { hash, size, deviceId, at } = attachment;
  const [row] = await writer.query<Row>(
    `INSERT INTO attachment (hash, size, received, device_id, begun_at) VALUES ($1, $2, 0, $3, $4)
     ON CONFLICT (hash) DO UPDATE SET hash = excluded.hash
     RETURNING size, received, completed_at`,
    [Buffer.from(hash), size, deviceId, at],
  );
  if (!row) throw new TypeError('an attachment that was neither there nor made');
  return attachmentOf(row);
}

export async function appendChunk(
  writer: HubWriter,
  hash: Uint8Array,
  firstByte: number,
  bytes: Uint8Array,
): Promise<void> {
  await writer.query('INSERT INTO attachment_chunk (hash, first_byte, bytes) VALUES ($1, $2, $3)', [
    Buffer.from(hash),
    firstByte,
    Buffer.from(bytes),
  ]);
  await writer.query('UPDATE attachment SET received = $2 WHERE hash = $1', [
    Buffer.from(hash),
    firstByte + bytes.length,
  ]);
}

export async function completeAttachment(
  writer: HubWriter,
  hash: Uint8Array,
  at: string,
): Promise<void> {
  await writer.query('UPDATE attachment SET completed_at = $2 WHERE hash = $1', [
    Buffer.from(hash),
    at,
  ]);
}

/** Its bytes turned out to be others than its name says: it begins anew. */
export async function emptyAttachment(writer: HubWriter, hash: Uint8Array): Promise<void> {
  await writer.query('DELETE FROM attachment_chunk WHERE hash = $1', [Buffer.from(hash)]);
  await writer.query('DELETE FROM attachment WHERE hash = $1', [Buffer.from(hash)]);
}

/** The bytes piece by piece, so that a large file is never in memory at once. */
export async function* readChunks(db: HubReader, hash: Uint8Array): AsyncIterable<Uint8Array> {
  let next = 0;
  for (;;) {
    const [row] = await db.query<{ readonly first_byte: number; readonly bytes: Buffer }>(
      `SELECT first_byte, bytes FROM attachment_chunk WHERE hash = $1 AND first_byte >= $2
       ORDER BY first_byte LIMIT 1`,
      [Buffer.from(hash), next],
    );
    if (!row) return;
    yield row.bytes;
    next = row.first_byte + 1;
  }
}

function attachmentOf(row: Row): AttachmentRow {
  return { size: row.size, received: row.received, complete: row.completed_at !== null };
}
