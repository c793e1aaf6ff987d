import { writeHub } from '#db/hub/connection.ts';
import type { NewHubCaseEvent } from '#db/hub/hubEvents.ts';
import { dueAwaited } from '#db/hub/studyCases.ts';
import { nextAwaited } from '#shared/domain/case/awaitedDays.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { headquartersActionState } from '#shared/domain/case/headquartersActions.ts';
import { ActorId, type IsoDay } from '#shared/domain/identity.ts';
import { lockAndReadCases, writeCaseEvents } from '../cases/writeCaseEvents.ts';
import type { HubContext } from '../context.ts';
import { riyadhToday } from '../decisions/releaseDecisions.ts';

const MOST_AT_ONCE = 200;

/**
 * Reminds of what is awaited, twice, and lets lapse what came in no time, by headquarters' own day: a
 * laptop's clock ends nothing. Whatever a list said is asked again of the case itself, under its lock.
 * @returns how many cases were reminded of and lapsed
 */
export async function countAwaited(
  hub: HubContext,
): Promise<{ readonly reminded: number; readonly lapsed: number }> {
  const lapsed = await countAll(hub, 'lapse');
  const reminded = await countAll(hub, 'remind');
  return { reminded, lapsed };
}

async function countAll(hub: HubContext, what: 'remind' | 'lapse'): Promise<number> {
  let count = 0;
  for (;;) {
    const today = riyadhToday(hub);
    const due = await dueAwaited(hub.db, what, today, MOST_AT_ONCE);
    const some = due.length === 0 ? 0 : await countSome(hub, what, due, today);
    count += some;
    if (some < MOST_AT_ONCE) return count;
  }
}

function countSome(
  hub: HubContext,
  what: 'remind' | 'lapse',
  caseIds: readonly string[],
  today: IsoDay,
): Promise<number> {
  return writeHub(hub.db, async (writer) => {
    const cases = await lockAndReadCases(writer, hub, caseIds);
    const events = [...cases.values()].flatMap(({ state }) =>
      state === null ? [] : eventsOf(hub, what, state, today),
    );
    await writeCaseEvents(writer, hub, cases, events);
    return events.length;
  });
}

function eventsOf(
  { hubId }: HubContext,
  what: 'remind' | 'lapse',
  state: CaseState,
  today: IsoDay,
): readonly NewHubCaseEvent[] {
  const { caseId } = state;
  const actorId = ActorId.parse(hubId);
  const awaited = nextAwaited(state);
  if (awaited === null) return [];
  const { began } = awaited;
  if (what === 'lapse') {
    const may = headquartersActionState(state, 'lapseCase', today).allowed;
    if (!may || awaited.lapseOn > today) return [];
    const payload = { began, days: state.terms.lapseDays, lapsedOn: today };
    return [{ kind: 'caseLapsed', caseId, actorId, payload }];
  }
  const may = headquartersActionState(state, 'remindAwaited', today).allowed;
  if (!may || awaited.remindOn === null || awaited.remindOn > today) return [];
  const count = awaited.reminders === 0 ? 1 : 2;
  return [{ kind: 'awaitedReminded', caseId, actorId, payload: { began, count } }];
}
