import { writeHub } from '#db/hub/connection.ts';
import { dueForRelease } from '#db/hub/decisionLists.ts';
import type { NewHubCaseEvent } from '#db/hub/hubEvents.ts';
import { isoDate, riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import { headquartersActionState } from '#shared/domain/case/headquartersActions.ts';
import { standingDecision } from '#shared/domain/case/headquartersState.ts';
import { ActorId, type IsoDay } from '#shared/domain/identity.ts';
import { lockAndReadCases, writeCaseEvents } from '../cases/writeCaseEvents.ts';
import type { HubContext } from '../context.ts';

const MOST_AT_ONCE = 200;

/** Headquarters' own Asia/Riyadh day: the only one that opens a decision. */
export function riyadhToday({ clock }: Pick<HubContext, 'clock'>): IsoDay {
  return isoDate(riyadhDayNumber(clock.now()));
}

/**
 * Gives branches what was decided of every case whose day has come (P35). Whatever a list said is asked
 * again of the case itself, under its lock. @returns how many were released
 */
export async function releaseDueDecisions(hub: HubContext): Promise<number> {
  let released = 0;
  for (;;) {
    const today = riyadhToday(hub);
    const due = await dueForRelease(hub.db, today, MOST_AT_ONCE);
    const some = due.length === 0 ? 0 : await releaseSome(hub, due, today);
    released += some;
    if (some < MOST_AT_ONCE) return released;
  }
}

function releaseSome(hub: HubContext, caseIds: readonly string[], today: IsoDay): Promise<number> {
  return writeHub(hub.db, async (writer) => {
    const cases = await lockAndReadCases(writer, hub, caseIds);
    const events = [...cases.values()].flatMap(({ caseId, state }): readonly NewHubCaseEvent[] => {
      if (state === null) return [];
      const decision = standingDecision(state.headquarters)?.content ?? null;
      if (decision === null) return [];
      if (!headquartersActionState(state, 'releaseDecision', today).allowed) return [];
      const payload = { decision, releasedOn: today, override: null };
      return [{ kind: 'decisionReleased', caseId, actorId: ActorId.parse(hub.hubId), payload }];
    });
    await writeCaseEvents(writer, hub, cases, events);
    return events.length;
  });
}
