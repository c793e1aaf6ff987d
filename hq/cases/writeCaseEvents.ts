import { lockHubCases } from '#db/hub/cases.ts';
import type { HubWriter } from '#db/hub/connection.ts';
import { appendHubEvents, type NewHubCaseEvent } from '#db/hub/hubEvents.ts';
import { STUDY_STAYS } from '#shared/domain/case/studyEvents.ts';
import type { HubContext } from '../context.ts';
import { projectCases } from './caseProjector.ts';
import { type HubCase, readCasesOfHub } from './hubCase.ts';

/** Events that stay at headquarters: a branch never has them, whatever its laptop is made to ask. */
const STAYS: ReadonlySet<string> = new Set(['decisionMade', ...STUDY_STAYS]);

/**
 * Locks these cases and reads them as they stand now: what is then asked of the table of actions stays
 * true until the end of the transaction. Cases that headquarters does not hold are left out.
 */
export async function lockAndReadCases(
  writer: HubWriter,
  { hubId }: Pick<HubContext, 'hubId'>,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, HubCase>> {
  await lockHubCases(writer, caseIds);
  return readCasesOfHub(writer, hubId, caseIds);
}

/**
 * Appends headquarters' own events to cases that were locked and read by `lockAndReadCases`, each for
 * the feed of its case's branch, and makes the rows true, in one transaction. Call it last.
 * @throws RangeError for a case that was not among those read
 */
export async function writeCaseEvents(
  writer: HubWriter,
  hub: HubContext,
  cases: ReadonlyMap<string, HubCase>,
  events: readonly NewHubCaseEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const branches = await lockHubCases(writer, [...new Set(events.map(({ caseId }) => caseId))]);
  const groups = Map.groupBy(events, ({ caseId, kind }) => {
    const branch = branches.get(caseId);
    if (branch === undefined || !cases.has(caseId)) throw new RangeError('the case was not read');
    return STAYS.has(kind) ? null : branch;
  });
  // What stays behind first: what the branch hears of it comes after.
  const ordered = [...groups].sort(
    ([left], [right]) => Number(left !== null) - Number(right !== null),
  );
  for (const [branch, own] of ordered) {
    await appendHubEvents(
      writer,
      hub,
      own.map((event) => {
        const last = cases.get(event.caseId);
        return {
          ...event,
          base: last?.state?.last.eventId ?? null,
          after: last?.lastHlc ?? null,
        };
      }),
      branch,
    );
  }
  await projectCases(writer, hub.hubId, branches);
}
