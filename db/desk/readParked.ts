import { WireHeader } from '#shared/protocol/sync/batchEvent.ts';
import { countParked, isReadable } from './feedEvents.ts';
import { type RebuildProgress, rebuildStore } from './rebuildProjections.ts';
import { type DeskStore, type WriteResult, writeDesk } from './store.ts';

/**
 * Events that came before this program could read them are read now, where it can; lists and search then
 * follow. A desk without such events pays one look at an empty index.
 */
export function* readParked(store: DeskStore): Generator<RebuildProgress, WriteResult<void>> {
  if (countParked(store.reader) === 0) return { ok: true, value: undefined };
  const unparked = writeDesk(store, (writer) => {
    let read = 0;
    for (const { arrival, header, payload } of writer
      .statement<{
        readonly arrival: number;
        readonly header: string;
        readonly payload: string | null;
      }>('SELECT arrival, header, payload FROM feed_event WHERE parked = 1')
      .all()) {
      const parsed = WireHeader.safeParse(JSON.parse(header));
      if (!parsed.success || !isReadable(parsed.data, payload)) continue;
      writer.statement('UPDATE feed_event SET parked = 0 WHERE arrival = ?').run(arrival);
      read += 1;
    }
    return read;
  });
  if (!unparked.ok) return unparked;
  return unparked.value === 0 ? { ok: true, value: undefined } : yield* rebuildStore(store);
}
