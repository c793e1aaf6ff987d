import type { HubReader, HubWriter } from './connection.ts';

export interface HubRow {
  readonly hubId: string;
  readonly epoch: number;
  /** Raw Ed25519. */
  readonly publicKey: Uint8Array;
}

/** Who this headquarters is; null in a database that was never used. */
export async function findHub(db: HubReader): Promise<HubRow | null> {
  const [row] = await db.query<{
    readonly hub_id: string;
    readonly epoch: number;
    readonly public_key: Buffer;
  }>('SELECT hub_id, epoch, public_key FROM hub');
  if (!row) return null;
  return { hubId: row.hub_id, epoch: row.epoch, publicKey: Uint8Array.from(row.public_key) };
}

export async function insertHub(writer: HubWriter, hub: HubRow, madeAt: string): Promise<void> {
  await writer.query(
    'INSERT INTO hub (singleton, hub_id, epoch, public_key, made_at) VALUES (1, $1, $2, $3, $4)',
    [hub.hubId, hub.epoch, Buffer.from(hub.publicKey), madeAt],
  );
}
