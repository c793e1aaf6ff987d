import type { CaseState } from '#shared/domain/case/caseState.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { nextHlc } from '#shared/protocol/hybridClock.ts';
import { type AppendedEvent, chainEnd, endAfter, insertEvent } from './appendEvents.ts';
import { type DeskWriter, inTransaction } from './connection.ts';
import { getJournalOwner } from './device.ts';
import { type NewCaseEvent, placeCaseEvent, reduceNewEvent } from './newEvent.ts';
import { writeCaseProjection } from './projections.ts';
import type { DeskStore } from './store.ts';

/** A case that this journal does not know yet, from its first event to its last. */
export interface CaseHistory {
  readonly caseId: CaseId;
  /** In milliseconds; each later event comes a second after the one before. */
  readonly openedAt: number;
  /** Is handed the case as it stands after each event. */
  events(): Generator<NewCaseEvent, void, CaseState>;
}

const SECOND = 1000;

/**
 * Appends whole histories of new cases, `perTransaction` of them in one, for a desk that is filled
 * with invented ones: the same journal, chain and projections as `appendEvents` makes, the projections
 * once a case. Yields how many cases lie on the disk after each transaction.
 * @throws the store's error, or InvalidEvent: what was yielded stays, the transaction under way is gone
 */
export function* appendHistories(
  store: DeskStore,
  histories: Iterable<CaseHistory>,
  perTransaction: number,
): Generator<number> {
  let written = 0;
  for (const stretch of stretches(histories, perTransaction)) {
    const last = inTransaction(store.reader, (writer) =>
      stretch.reduce<AppendedEvent | null>(
        (before, history) => appendHistory(store, writer, history) ?? before,
        null,
      ),
    );
    if (last) store.head.write(last);
    written += stretch.length;
    yield written;
  }
}

function* stretches<Item>(items: Iterable<Item>, length: number): Generator<readonly Item[]> {
  let stretch: Item[] = [];
  for (const item of items) {
    stretch.push(item);
    if (stretch.length < length) continue;
    yield stretch;
    stretch = [];
  }
  if (stretch.length > 0) yield stretch;
}

function appendHistory(
  store: DeskStore,
  writer: DeskWriter,
  { openedAt, events }: CaseHistory,
): AppendedEvent | null {
  const { deviceId, epoch } = getJournalOwner(writer);
  let end = chainEnd(writer, epoch);
  let state: CaseState | null = null;
  let opened: number | null = null;
  let last: AppendedEvent | null = null;
  let now = openedAt;
  const steps = events();
  let step = steps.next();
  while (step.done !== true) {
    const place = {
      eventId: store.ids.uuid(),
      deviceId,
      epoch,
      seq: end.seq + 1,
      at: new Date(now).toISOString(),
      hlc: nextHlc(end.hlc, now),
    };
    const event = placeCaseEvent(step.value, place, state?.last.eventId ?? null);
    state = reduceNewEvent(state, event);
    const { payload, ...envelope } = event;
    last = insertEvent(store, writer, end, envelope, payload, last?.position ?? null);
    opened ??= last.position;
    end = endAfter(last, end);
    now += SECOND;
    step = steps.next(state);
  }
  if (state && last) writeCaseProjection(writer, null, state, { opened, own: last.position });
  return last;
}
