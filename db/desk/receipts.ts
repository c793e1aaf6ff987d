import type { Instant } from '#shared/domain/identity.ts';
import { type DeskReader, type DeskWriter, holdTransaction } from './connection.ts';
import type { DeskStore } from './store.ts';
import { storeProblemOf } from './storeError.ts';
import { dropRefusalsThrough } from './syncLog.ts';

/** How far headquarters has receipted the journal: 0 before the first receipt. */
export function receiptedPosition(db: DeskReader): number {
  return (
    db.statement<{ readonly position: number }>('SELECT position FROM receipt_head').get()
      ?.position ?? 0
  );
}

/** Moves the head of receipts on, never back; call it for a verified receipt alone. */
export function moveReceiptHead(
  writer: DeskWriter,
  to: ReceiptedThrough,
  batchNumber: number,
): void {
  writer
    .statement(
      `INSERT INTO receipt_head (singleton, position, header_hash, receipted_at) VALUES (1, ?, ?, ?)
       ON CONFLICT (singleton) DO UPDATE SET position = excluded.position,
         header_hash = excluded.header_hash, receipted_at = excluded.receipted_at
       WHERE excluded.position > receipt_head.position`,
    )
    .run(to.position, to.headerHash, to.receiptedAt);
  writer
    .statement(
      // The first batch of an epoch begins the count anew.
      `UPDATE hub_link SET last_batch = CASE WHEN ?1 = 1 THEN 1 ELSE max(last_batch, ?1) END,
         last_contact_at = ?2 WHERE singleton = 1`,
    )
    .run({ 1: batchNumber, 2: to.receiptedAt });
}

/** Verified receipts on their way to the disk. */
export interface ReceiptIntake {
  take(to: ReceiptedThrough, batchNumber: number): void;
  /** Those that were taken lie on the disk after it; one that cannot is asked for again with its batch. */
  commit(): void;
}

export interface ReceiptedThrough {
  readonly position: number;
  readonly headerHash: string;
  readonly receiptedAt: Instant;
}

/** Several receipts may share one wait for the disk: what is lost with the desk is sent again, to one effect. */
export function takeReceipts(store: DeskStore): ReceiptIntake {
  const transaction = holdTransaction(store.reader, () => undefined);
  const trying = (work: () => void) => {
    try {
      if (store.writable) work();
    } catch (error) {
      if (storeProblemOf(error) === null) throw error;
    }
  };
  return {
    take: (to, batchNumber) =>
      trying(() =>
        transaction.slice((writer) => {
          moveReceiptHead(writer, to, batchNumber);
          dropRefusalsThrough(writer, to.position);
        }),
      ),
    commit: () => trying(() => transaction.commit()),
  };
}

/** Where this event of the device's journal stands; null when it does not hold it. */
export function positionOfSeq(db: DeskReader, epoch: number, seq: number): number | null {
  // Positions and sequences run side by side within an epoch.
  const row = db
    .statement<{ readonly position: number }>(
      `SELECT position FROM journal WHERE position =
         (SELECT min(position) FROM journal WHERE epoch = ? AND seq = 1) + ? - 1 AND seq = ?`,
    )
    .get(epoch, seq, seq);
  return row?.position ?? null;
}
