import type { Instant } from '#shared/domain/identity.ts';
import type { DeskReader } from './connection.ts';

/** What headquarters has not receipted yet. */
export interface QueueState {
  readonly unreceiptedEvents: number;
  readonly unreceiptedCases: number;
  /** When the oldest of these events was made; null when there is none. */
  readonly oldestAt: Instant | null;
}

/** The last position that headquarters has receipted; 0 before the first receipt. */
export function receiptedThroughPosition(db: DeskReader): number {
  return (
    db.statement<{ readonly position: number }>('SELECT position FROM receipt_head').get()
      ?.position ?? 0
  );
}

/** Positions have no gap, so that counting needs no pass over the journal. */
export function queueState(db: DeskReader): QueueState {
  const receipted = receiptedThroughPosition(db);
  const last =
    db
      .statement<{ readonly position: number | null }>(
        'SELECT max(position) AS position FROM journal',
      )
      .get()?.position ?? 0;
  const cases = db
    .statement<{ readonly count: number }>(
      // A case was changed here no later than anywhere: the first condition has an index.
      `SELECT count(*) AS count FROM case_summary WHERE last_position > ?1 AND own_position > ?1`,
    )
    .get({ 1: receipted });
  const oldest = db
    .statement<{ readonly at: string }>('SELECT at FROM journal WHERE position = ?')
    .get(receipted + 1);
  return {
    unreceiptedEvents: last - receipted,
    unreceiptedCases: cases?.count ?? 0,
    oldestAt: oldest?.at ?? null,
  };
}
