import { appendEvents } from '#db/desk/appendEvents.ts';
import type { DeskWriter } from '#db/desk/connection.ts';
import { deleteFormDraft } from '#db/desk/formDrafts.ts';
import type { NewDeskEvent } from '#db/desk/newEvent.ts';
import type { FormScope } from '#shared/contracts/formDrafts.ts';
import type { OpenDesk } from './openDesk.ts';
import { refusalOfStore } from './storeRefusal.ts';

/** An event of the desk before somebody signs for it. */
type Said = NewDeskEvent extends infer Event
  ? Event extends NewDeskEvent
    ? Pick<Event, 'kind' | 'payload'>
    : never
  : never;

/**
 * Appends one event of the desk itself, by the person who sits there, and drops the forms in which it
 * was written.
 * @throws DeskError when nothing was written; the desk is then as it was
 */
export function appendOfDesk(
  desk: OpenDesk,
  said: Said | ((writer: DeskWriter) => Said),
  forms: readonly FormScope[] = [],
): void {
  const { actorId } = desk.person;
  const result = appendEvents(desk.store, {
    events: (writer) => [
      { ...(typeof said === 'function' ? said(writer) : said), caseId: null, actorId },
    ],
    apply: (writer) => {
      for (const scope of forms) deleteFormDraft(writer, { actorId, scope });
    },
  });
  if (!result.committed) {
    if (result.problem === 'invalidEvent') throw new TypeError(result.detail ?? 'invalid event');
    throw refusalOfStore(result.problem);
  }
  desk.saved.headNotRecorded = !result.ok;
  desk.saved.lastSavedAt = result.events.at(-1)?.header.at ?? desk.saved.lastSavedAt;
}
