import { readCase } from '#db/desk/journal.ts';
import type { NewCaseEvent } from '#db/desk/newEvent.ts';
import type { DeskStore } from '#db/desk/store.ts';

/**
 * The same page of answers as the desk writes it: each names the value that it replaces. Without that it
 * would count as written apart, and the case would gather one conflict upon the other.
 */
export function knowing(store: DeskStore, event: NewCaseEvent): NewCaseEvent {
  if (event.kind !== 'answersChanged') return event;
  const sources = readCase(store, event.caseId)?.answerSources ?? {};
  const patches = event.payload.patches.map((patch) =>
    patch.op === 'set' ? { ...patch, base: sources[patch.path]?.eventId ?? null } : patch,
  );
  return { ...event, payload: { ...event.payload, patches } };
}
