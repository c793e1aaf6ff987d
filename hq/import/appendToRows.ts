import type { LockedCase } from '#db/hub/caseChecks.ts';
import { type CaseRowChange, changeCaseRows } from '#db/hub/cases.ts';
import type { HubWriter } from '#db/hub/connection.ts';
import { appendHubEvents, type NewHubCaseEvent } from '#db/hub/hubEvents.ts';
import type { HubContext } from '../context.ts';

export type HubAuthorOfCases = Omit<HubContext, 'importer'>;

/** An event on a case whose row is locked and whose state is known, with what it makes of the row. */
export interface RowEvent {
  readonly row: Pick<LockedCase, 'caseId' | 'branchOfficeId'>;
  readonly event: NewHubCaseEvent;
  readonly base: string | null;
  readonly after: string | null;
  readonly becomes: CaseRowChange;
}

/**
 * Appends events to many cases, at most one to each, and changes their rows as the reducer would: for
 * whole batches, whose cases need not be read once more for it. A test compares the rows with those made
 * anew from the journal.
 */
export async function appendToRows(
  writer: HubWriter,
  hub: HubAuthorOfCases,
  events: readonly RowEvent[],
): Promise<void> {
  for (const [branchOfficeId, own] of Map.groupBy(events, ({ row }) => row.branchOfficeId)) {
    await appendHubEvents(
      writer,
      hub,
      own.map(({ event, base, after }) => ({ ...event, base, after })),
      branchOfficeId,
    );
  }
  await changeCaseRows(
    writer,
    events.map(({ row: { caseId }, becomes }) => ({ caseId, ...becomes })),
  );
}
