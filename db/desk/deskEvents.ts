import type { DeskReader } from './connection.ts';
import type { DeskEventPlace } from './projectContacts.ts';

/** An event of no case, from this laptop or from elsewhere, with what it says. */
export interface CameDeskEvent {
  readonly event: DeskEventPlace;
  readonly payload: unknown;
  readonly isOwn: boolean;
  readonly isHub: boolean;
}

interface DeskRow extends DeskEventPlace {
  readonly payload: string | null;
}

/**
 * The events of the desk itself in the order in which they came to this laptop, without those whose
 * content was destroyed or that only a later version can read.
 * @param positions of those in its own journal, in their order
 */
export function* readDeskEvents(
  db: DeskReader,
  positions: readonly number[],
): Generator<CameDeskEvent, void> {
  const foreign = readForeign(db);
  let next = 0;
  for (const position of positions) {
    // What came when the journal stood here came after its event.
    for (; (foreign[next]?.came ?? position) < position; next += 1)
      yield* foreignEvent(foreign[next]);
    const row = db
      .statement<DeskRow>(
        `SELECT kind, at, actor_id AS actorId, position, payload FROM journal WHERE position = ?`,
      )
      .get(position);
    if (row?.payload != null) {
      const { payload, ...event } = row;
      yield { event, payload: JSON.parse(payload), isOwn: true, isHub: false };
    }
  }
  for (; next < foreign.length; next += 1) yield* foreignEvent(foreign[next]);
}

interface ForeignRow extends DeskRow {
  /** Where this laptop's own journal stood then. */
  readonly came: number;
  readonly isHub: number;
}

function readForeign(db: DeskReader): readonly ForeignRow[] {
  return db
    .statement<ForeignRow>(
      `SELECT kind, header ->> 'at' AS at, header ->> 'actorId' AS actorId, 0 AS position, payload,
         device_id IS (SELECT hub_id FROM hub_link) AS isHub, own_position AS came
       FROM feed_event JOIN feed_chain USING (chain_id)
       WHERE case_id IS NULL AND payload IS NOT NULL AND parked = 0 ORDER BY own_position, arrival`,
    )
    .all();
}

function* foreignEvent(row: ForeignRow | undefined): Generator<CameDeskEvent, void> {
  if (row?.payload == null) return;
  const { payload, isHub, kind, at, actorId, position } = row;
  yield {
    event: { kind, at, actorId, position },
    payload: JSON.parse(payload),
    isOwn: false,
    isHub: isHub === 1,
  };
}
