import { bytesOfHex, hexOf } from '#shared/protocol/bytes.ts';
import { BEFORE_FIRST } from '#shared/protocol/chain.ts';
import type { HubWriter } from './connection.ts';

/** How far one epoch of a device's journal is held. */
export interface DeviceChain {
  /** 0 before the first event. */
  readonly seq: number;
  readonly headerHash: string;
  readonly hlc: string | null;
}

/** Locks the chain until the end of the transaction: a device's batches are taken in one at a time. */
export async function lockChain(
  writer: HubWriter,
  deviceId: string,
  epoch: number,
): Promise<DeviceChain> {
  const [row] = await writer.query<{
    readonly seq: number;
    readonly header_hash: Buffer;
    readonly hlc: string | null;
  }>(
    `INSERT INTO device_chain (device_id, epoch, seq, header_hash) VALUES ($1, $2, 0, $3)
     ON CONFLICT (device_id, epoch) DO UPDATE SET epoch = excluded.epoch
     RETURNING seq, header_hash, hlc`,
    [deviceId, epoch, Buffer.from(bytesOfHex(BEFORE_FIRST))],
  );
  if (!row) throw new TypeError('a chain that was neither there nor made');
  return { seq: row.seq, headerHash: hexOf(row.header_hash), hlc: row.hlc };
}

export async function moveChain(
  writer: HubWriter,
  deviceId: string,
  epoch: number,
  to: DeviceChain & { readonly batchNumber: number },
): Promise<void> {
  await writer.query(
    `UPDATE device_chain SET seq = $3, header_hash = $4, hlc = $5,
       batch_number = greatest(batch_number, $6) WHERE device_id = $1 AND epoch = $2`,
    [deviceId, epoch, to.seq, Buffer.from(bytesOfHex(to.headerHash)), to.hlc, to.batchNumber],
  );
}
