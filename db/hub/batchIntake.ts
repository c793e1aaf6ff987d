import { bytesOfHex, hexOf } from '#shared/protocol/bytes.ts';
import type { ReceivedEvent } from '#shared/protocol/sync/batch.ts';
import type { AcceptedBatch } from './batches.ts';
import type { HubWriter } from './connection.ts';
import { type DeviceRow, deviceOf, type HubDevice } from './devices.ts';
import { copyEvents } from './journal.ts';

/** Who sent a batch, and the answer to it where it was taken in before. */
export interface KnownBatch {
  readonly device: HubDevice;
  readonly receipt: { readonly digest: string; readonly text: string } | null;
}

/**
 * Locks the laptop until the end of the transaction, so that a revocation waits for it or it for that.
 * Asked after the chain is locked: what another took in meanwhile is then seen. Null for no such laptop.
 */
export async function lockSender(
  writer: HubWriter,
  deviceId: string,
  batchId: string,
): Promise<KnownBatch | null> {
  const [row] = await writer.query<
    DeviceRow & { readonly digest: Buffer | null; readonly receipt: string | null }
  >(
    `SELECT d.device_id, d.branch_office_id, d.public_key, d.lane, d.state, b.digest, b.receipt
     FROM device d LEFT JOIN batch b ON b.batch_id = $2
     WHERE d.device_id = $1 FOR NO KEY UPDATE OF d`,
    [deviceId, batchId],
  );
  if (!row) return null;
  const { digest, receipt: text } = row;
  const receipt = digest === null || text === null ? null : { digest: hexOf(digest), text };
  return { device: deviceOf(row), receipt };
}

/**
 * Takes a batch's new events into the journal: chain, contact, positions, events, stretch and the batch
 * itself, in three questions. From here to the commit no other transaction appends, as with
 * `appendStretch`. Call it last.
 */
export async function takeInBatch(
  writer: HubWriter,
  batch: Omit<AcceptedBatch, 'firstPosition'>,
  added: readonly ReceivedEvent[],
): Promise<void> {
  const { manifest } = batch;
  const first = added.at(0);
  const last = added.at(-1);
  if (!first || !last) throw new RangeError('nothing to take in');
  const [taken] = await writer.query<{ readonly position: number }>(
    `WITH chain AS (
       UPDATE device_chain SET seq = $3, header_hash = $4, hlc = $5,
         batch_number = greatest(batch_number, $6) WHERE device_id = $1 AND epoch = $2),
     contact AS (UPDATE device SET last_contact_at = $7 WHERE device_id = $1)
     UPDATE journal_head SET position = position + $8 RETURNING position`,
    [
      manifest.deviceId,
      manifest.epoch,
      last.header.seq,
      Buffer.from(bytesOfHex(last.headerHash)),
      last.header.hlc,
      manifest.number,
      batch.receivedAt,
      added.length,
    ],
  );
  if (!taken) throw new TypeError('a journal without its head');
  const firstPosition = taken.position - added.length + 1;
  await copyEvents(writer, added, firstPosition);
  await writer.query(
    `WITH new_stretch AS (
       INSERT INTO stretch (first_position, last_position, device_id, epoch, first_seq, last_seq,
         branch_office_id, entered_at) VALUES ($7,$17,$2,$3,$18,$19,$8,$16))
     INSERT INTO batch (batch_id, device_id, epoch, number, first_seq, last_seq, first_position,
       branch_office_id, digest, manifest, signature, receipt, packed_bytes, cases, parked, received_at)
     VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16)`,
    [
      manifest.batchId,
      manifest.deviceId,
      manifest.epoch,
      manifest.number,
      manifest.firstSeq,
      manifest.lastSeq,
      firstPosition,
      batch.branchOfficeId,
      Buffer.from(bytesOfHex(batch.digest)),
      batch.manifestText,
      batch.signature,
      batch.receipt,
      batch.packedBytes,
      batch.cases,
      batch.parked,
      batch.receivedAt,
      taken.position,
      first.header.seq,
      last.header.seq,
    ],
  );
}
