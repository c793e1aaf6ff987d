import { bytesOfHex } from '#shared/protocol/bytes.ts';
import type { BatchManifest } from '#shared/protocol/sync/batchManifest.ts';
import type { HubReader, HubWriter } from './connection.ts';

export interface AcceptedBatch {
  readonly manifest: BatchManifest;
  readonly manifestText: string;
  readonly signature: string;
  readonly digest: string;
  /** Null where all its events had come before. */
  readonly firstPosition: number | null;
  readonly branchOfficeId: string;
  readonly receipt: string;
  readonly packedBytes: number;
  readonly cases: number;
  readonly parked: number;
  readonly receivedAt: string;
}

export async function insertBatch(writer: HubWriter, batch: AcceptedBatch): Promise<void> {
  const { manifest } = batch;
  await writer.query(
    `INSERT INTO batch (batch_id, device_id, epoch, number, first_seq, last_seq, first_position,
       branch_office_id, digest, manifest, signature, receipt, packed_bytes, cases, parked, received_at)
     VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16)`,
    [
      manifest.batchId,
      manifest.deviceId,
      manifest.epoch,
      manifest.number,
      manifest.firstSeq,
      manifest.lastSeq,
      batch.firstPosition,
      batch.branchOfficeId,
      Buffer.from(bytesOfHex(batch.digest)),
      batch.manifestText,
      batch.signature,
      batch.receipt,
      batch.packedBytes,
      batch.cases,
      batch.parked,
      batch.receivedAt,
    ],
  );
}

export interface BatchRow {
  readonly batchId: string;
  readonly deviceId: string;
  readonly branchCode: string;
  readonly branchName: string;
  readonly number: number;
  readonly events: number;
  readonly cases: number;
  readonly parked: number;
  readonly packedBytes: number;
  readonly receivedAt: string;
  readonly lane: string;
}

/** The batches that were taken in, the latest first; or the one that is asked for. */
export async function listBatches(
  db: HubReader,
  { batchId = null, limit }: { readonly batchId?: string | null; readonly limit: number },
): Promise<readonly BatchRow[]> {
  const rows = await db.query<BatchRow & { readonly receivedAt: Date }>(
    `SELECT batch_id AS "batchId", device_id AS "deviceId", b.code AS "branchCode",
       b.name AS "branchName", number, last_seq - first_seq + 1 AS events, cases, parked,
       packed_bytes AS "packedBytes", received_at AS "receivedAt", d.lane
     FROM batch JOIN branch b USING (branch_office_id) JOIN device d USING (device_id)
     WHERE $2::uuid IS NULL OR batch_id = $2
     ORDER BY received_at DESC, batch_id DESC LIMIT $1`,
    [limit, batchId],
  );
  return rows.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() }));
}

export async function countBatches(db: HubReader): Promise<number> {
  const [row] = await db.query<{ readonly total: number }>(
    'SELECT count(*)::int AS total FROM batch',
  );
  return row?.total ?? 0;
}

/** A batch that came before what must come first. */
export interface EarlyBatch {
  readonly deviceId: string;
  readonly epoch: number;
  readonly number: number;
  readonly firstSeq: number;
}

/** Notes that this batch of a laptop waits for what is before it; the latest one counts. */
export async function noteEarlyBatch(
  db: HubReader,
  { deviceId, epoch, number, firstSeq }: EarlyBatch,
  receivedAt: string,
): Promise<void> {
  await db.query(
    `INSERT INTO early_batch (device_id, epoch, number, first_seq, received_at)
     VALUES ($1,$2,$3,$4,$5) ON CONFLICT (device_id, epoch) DO UPDATE SET number = excluded.number,
       first_seq = excluded.first_seq, received_at = excluded.received_at`,
    [deviceId, epoch, number, firstSeq, receivedAt],
  );
}

/** Something is missing between what is held of a laptop and what came. */
export interface BatchGap {
  readonly deviceId: string;
  readonly branchCode: string;
  readonly branchName: string;
  /** The number of the last batch that is held; 0 where none is. */
  readonly lastNumber: number;
  readonly arrived: number;
  readonly receivedAt: string;
  readonly lastContactAt: string | null;
}

/** What is missing now; a gap that has closed since is none. */
export async function listBatchGaps(db: HubReader): Promise<readonly BatchGap[]> {
  const rows = await db.query<
    Omit<BatchGap, 'receivedAt' | 'lastContactAt'> & {
      readonly receivedAt: Date;
      readonly lastContactAt: Date | null;
    }
  >(
    `SELECT e.device_id AS "deviceId", b.code AS "branchCode", b.name AS "branchName",
       coalesce(c.batch_number, 0) AS "lastNumber", e.number AS arrived,
       e.received_at AS "receivedAt", d.last_contact_at AS "lastContactAt"
     FROM early_batch e JOIN device d USING (device_id) JOIN branch b USING (branch_office_id)
       LEFT JOIN device_chain c ON c.device_id = e.device_id AND c.epoch = e.epoch
     WHERE d.state = 'enrolled' AND coalesce(c.seq, 0) + 1 < e.first_seq ORDER BY b.code, d.lane`,
  );
  return rows.map((row) => ({
    ...row,
    receivedAt: row.receivedAt.toISOString(),
    lastContactAt: row.lastContactAt?.toISOString() ?? null,
  }));
}

export async function isBatchKnown(db: HubReader, batchId: string): Promise<boolean> {
  const rows = await db.query('SELECT 1 FROM batch WHERE batch_id = $1', [batchId]);
  return rows.length > 0;
}
