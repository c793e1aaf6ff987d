import type { Answer, AnswerPath } from '#shared/domain/answers/answer.ts';
import type { CaseEvent } from '#shared/domain/case/caseEvent.ts';
import type { EventId } from '#shared/domain/identity.ts';

export interface FieldChange {
  readonly path: AnswerPath;
  /** Null where the answer was taken away. */
  readonly answer: Answer | null;
}

/**
 * What was given to fields that two people changed apart: by each event that replaced the same value as
 * another, or that built on one of those. They are read beside each other for as long as the case lasts.
 */
export function partedChanges(
  events: readonly CaseEvent[],
): ReadonlyMap<EventId, readonly FieldChange[]> {
  const sets = events.flatMap((event) =>
    event.kind !== 'answersChanged'
      ? []
      : event.payload.patches.flatMap((patch) =>
          patch.op === 'set' ? [{ eventId: event.eventId, ...patch }] : [],
        ),
  );
  const writers = Map.groupBy(sets, ({ path, base }) => `${path} ${base}`);
  const parted = new Set<string>();
  const found = new Map<EventId, FieldChange[]>();
  for (const { eventId, path, base, answer } of sets) {
    const isShared = (writers.get(`${path} ${base}`)?.length ?? 0) > 1;
    if (!isShared && !parted.has(`${path} ${base}`)) continue;
    parted.add(`${path} ${eventId}`);
    found.set(eventId, [...(found.get(eventId) ?? []), { path, answer }]);
  }
  return found;
}
