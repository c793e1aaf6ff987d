import { writeHub } from '#db/hub/connection.ts';
import { listEndedByTheClock, listServedWithoutOpinion } from '#db/hub/deliveryLists.ts';
import type { NewHubCaseEvent } from '#db/hub/hubEvents.ts';
import { headquartersActionState } from '#shared/domain/case/headquartersActions.ts';
import { closingReason } from '#shared/domain/case/serviceClosing.ts';
import { ActorId } from '#shared/domain/identity.ts';
import { lockAndReadCases, writeCaseEvents } from '../cases/writeCaseEvents.ts';
import type { HubContext } from '../context.ts';
import { riyadhToday } from '../decisions/releaseDecisions.ts';

const MOST_AT_ONCE = 200;

/**
 * Ends cases in which nothing more is to come: the opinion after the service is in or will not be had,
 * or the days of an appeal are over. What a list said is asked again of each case, under its lock.
 * @returns how many were closed
 */
export async function closeEndedCases(hub: HubContext): Promise<number> {
  const today = riyadhToday(hub);
  const ended = [
    ...(await listEndedByTheClock(hub.db, today, MOST_AT_ONCE)),
    ...(await listServedWithoutOpinion(hub.db, MOST_AT_ONCE)),
  ];
  if (ended.length === 0) return 0;
  return writeHub(hub.db, async (writer) => {
    const cases = await lockAndReadCases(writer, hub, ended);
    const events = [...cases.values()].flatMap(({ caseId, state }): readonly NewHubCaseEvent[] => {
      if (state === null || !headquartersActionState(state, 'closeCase', today).allowed) return [];
      const reason = closingReason(state, today);
      if (reason === null) return [];
      const payload = { reason, closedOn: today };
      return [{ kind: 'caseClosed', caseId, actorId: ActorId.parse(hub.hubId), payload }];
    });
    await writeCaseEvents(writer, hub, cases, events);
    return events.length;
  });
}
