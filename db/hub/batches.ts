import { bytesOfHex, hexOf } from '#shared/protocol/bytes.ts';
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

/** The answer to a batch that was taken in before; null when it was not. */
export async function findBatchReceipt(
  db: HubReader,
  batchId: string,
): Promise<{ readonly digest: string; readonly receipt: string } | null> {
  const [row] = await db.query<{ readonly digest: Buffer; readonly receipt: string }>(
    'SELECT digest, receipt FROM batch WHERE batch_id = $1',
    [batchId],
  );
  return row ? { digest: hexOf(row.digest), receipt: row.receipt } : null;
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
}

/** The batches that were taken in, the latest first. */
export async function listBatches(db: HubReader, limit: number): Promise<readonly BatchRow[]> {
  const rows = await db.query<BatchRow & { readonly receivedAt: Date }>(
    `SELECT batch_id AS "batchId", device_id AS "deviceId", b.code AS "branchCode",
       b.name AS "branchName", number, last_seq - first_seq + 1 AS events, cases, parked,
       packed_bytes AS "packedBytes", received_at AS "receivedAt"
     FROM batch JOIN branch b USING (branch_office_id)
     ORDER BY received_at DESC, batch_id DESC LIMIT $1`,
    [limit],
  );
  return rows.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() }));
}
