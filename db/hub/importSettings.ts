import type { HubReader, HubWriter } from './connection.ts';

export interface ImportSetting {
  /** Clean cases are imported as they come; else when a clerk says so. */
  readonly automatic: boolean;
  /** A person has stopped checks and imports; what was begun goes on from there. */
  readonly stopped: boolean;
}

export async function readImportSetting(db: HubReader): Promise<ImportSetting> {
  const [row] = await db.query<ImportSetting>('SELECT automatic, stopped FROM import_setting');
  if (!row) throw new TypeError('import without its setting');
  return row;
}

export async function writeImportSetting(
  writer: HubWriter,
  { automatic, stopped }: ImportSetting,
): Promise<void> {
  await writer.query('UPDATE import_setting SET automatic = $1, stopped = $2', [
    automatic,
    stopped,
  ]);
}

/** A clerk's word that what is clean is to be imported, of one batch or of all. */
export interface ImportOrder {
  readonly orderId: string;
  readonly batchId: string | null;
  readonly personId: string;
}

export async function insertImportOrder(
  writer: HubWriter,
  { orderId, batchId, personId }: ImportOrder,
  orderedAt: string,
): Promise<void> {
  await writer.query(
    'INSERT INTO import_order (order_id, batch_id, person_id, ordered_at) VALUES ($1,$2,$3,$4)',
    [orderId, batchId, personId, orderedAt],
  );
}

/** The oldest that is not done yet; null when none is. */
export async function findOpenOrder(db: HubReader): Promise<ImportOrder | null> {
  const [row] = await db.query<ImportOrder>(
    `SELECT order_id AS "orderId", batch_id AS "batchId", person_id AS "personId"
     FROM import_order WHERE ended_at IS NULL ORDER BY ordered_at, order_id LIMIT 1`,
  );
  return row ?? null;
}

export async function countOnOrder(
  writer: HubWriter,
  orderId: string,
  imported: number,
): Promise<void> {
  await writer.query('UPDATE import_order SET imported = imported + $2 WHERE order_id = $1', [
    orderId,
    imported,
  ]);
}

export async function endOrder(db: HubReader, orderId: string, endedAt: string): Promise<void> {
  await db.query('UPDATE import_order SET ended_at = $2 WHERE order_id = $1', [orderId, endedAt]);
}
