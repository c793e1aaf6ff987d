import type { z } from 'zod';
import { markChecked, putCaseChecks, uncheckCasesNaming } from '#db/hub/caseChecks.ts';
import { type HubWriter, writeHub } from '#db/hub/connection.ts';
import type { NewHubCaseEvent } from '#db/hub/hubEvents.ts';
import { findImportCase, type ImportCaseRow } from '#db/hub/importLists.ts';
import { filesOf } from '#db/hub/registryFiles.ts';
import { isoDate, riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import {
  type HeadquartersAction,
  headquartersActionState,
} from '#shared/domain/case/headquartersActions.ts';
import {
  type HEADQUARTERS_EVENT_PAYLOADS,
  type ImportFinding,
  ReturnId,
} from '#shared/domain/case/headquartersEvents.ts';
import type { ActorId, CaseId } from '#shared/domain/identity.ts';
import type { HubCase } from '../cases/hubCase.ts';
import { lockAndReadCases, writeCaseEvents } from '../cases/writeCaseEvents.ts';
import { type HubContext, nowOf } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { assertOwnRequest } from '../registry/mergeGuard.ts';

type Payload<Kind extends keyof typeof HEADQUARTERS_EVENT_PAYLOADS> = z.infer<
  (typeof HEADQUARTERS_EVENT_PAYLOADS)[Kind]
>;

/** A case as a clerk has looked at it. */
export interface Seen {
  readonly caseId: CaseId;
  readonly seen: number;
}

/**
 * Imports a case that was held, or anew one that changed after its import.
 * @throws HqError `inputInvalid` without a reason where something was found
 */
export function importCase(
  hub: HubContext,
  actorId: ActorId,
  input: Seen & { readonly reason: string | null },
): Promise<ImportCaseRow> {
  return onSeenCase(hub, input, async (writer, state, row) => {
    const action = state.stage === 'submitted' ? 'importCase' : 'importChanged';
    assertMay(hub, state, action);
    if (row.findings.length > 0 && input.reason === null) throw new HqError('inputInvalid');
    const files = await filesOf(writer, [state.beneficiaryId]);
    const fileNo = state.headquarters.fileNo ?? files.get(state.beneficiaryId);
    if (fileNo === undefined) throw new TypeError('a beneficiary without a file');
    const payload: Payload<'caseImported'> = {
      fileNo,
      by: 'clerk',
      ...(input.reason === null ? {} : { reason: input.reason }),
    };
    // Somebody has looked at all of it: what was found is settled.
    return {
      event: { kind: 'caseImported', caseId: input.caseId, actorId, payload },
      findings: [],
    };
  });
}

export function holdCase(
  hub: HubContext,
  actorId: ActorId,
  input: Seen & { readonly reason: string },
): Promise<ImportCaseRow> {
  return onSeenCase(hub, input, async (_writer, state, row) => {
    assertMay(hub, state, 'holdCase');
    const own = { code: 'heldByClerk', at: input.reason, other: null } as const;
    const findings = [own, ...row.findings.filter(({ code }) => code !== 'heldByClerk')];
    return {
      event: { kind: 'caseHeld', caseId: input.caseId, actorId, payload: { findings } },
      findings,
    };
  });
}

export function returnCase(
  hub: HubContext,
  actorId: ActorId,
  { caseId, seen, ...returned }: Seen & Omit<Payload<'caseReturned'>, 'returnId'>,
): Promise<ImportCaseRow> {
  return onSeenCase(hub, { caseId, seen }, async (_writer, state) => {
    assertMay(hub, state, 'returnCase');
    const returnId = ReturnId.parse(hub.ids.uuid());
    return {
      event: { kind: 'caseReturned', caseId, actorId, payload: { returnId, ...returned } },
      findings: null,
    };
  });
}

/**
 * Sets all of them aside, or none.
 * @throws HqError `headquartersHasActed` with the list of those that headquarters imported, returned or
 * decided
 * @returns how many were not aside before
 */
export async function setAsideCases(
  hub: HubContext,
  actorId: ActorId,
  caseIds: readonly CaseId[],
  reason: string,
): Promise<number> {
  return onCases(hub, caseIds, (states) => {
    const acted = states.filter(hasActed);
    if (acted.length > 0) {
      const named = acted.slice(0, MOST_NAMED).map(({ caseId, reference, status }) => ({
        caseId,
        reference,
        status,
      }));
      throw new HqError('headquartersHasActed', { cases: named });
    }
    return states
      .filter(({ headquarters }) => headquarters.setAside === null)
      .map((state) => {
        assertMay(hub, state, 'setAsideCase');
        return { kind: 'caseSetAside', caseId: state.caseId, actorId, payload: { reason } };
      });
  });
}

/** A refusal names so many cases at most. */
const MOST_NAMED = 200;

/** What headquarters has done with a case cannot be undone by setting it aside. */
function hasActed({ headquarters }: CaseState): boolean {
  const { fileNo, returns, decisions } = headquarters;
  return fileNo !== null || returns.length > 0 || decisions.length > 0;
}

export function readmitCases(
  hub: HubContext,
  actorId: ActorId,
  caseIds: readonly CaseId[],
  reason: string,
): Promise<number> {
  return onCases(hub, caseIds, (states) =>
    states.map((state) => {
      assertMay(hub, state, 'readmitCase');
      return { kind: 'caseReadmitted', caseId: state.caseId, actorId, payload: { reason } };
    }),
  );
}

interface ClerkAct {
  readonly event: NewHubCaseEvent;
  /** What is found in the case from now on; null where its checks do not count any more. */
  readonly findings: readonly ImportFinding[] | null;
}

/** @throws HqError `notFound`, `caseChanged` when it is no longer as the clerk saw it */
async function onSeenCase(
  hub: HubContext,
  { caseId, seen }: Seen,
  actOf: (writer: HubWriter, state: CaseState, row: ImportCaseRow) => Promise<ClerkAct>,
): Promise<ImportCaseRow> {
  await writeHub(hub.db, async (writer) => {
    const cases = await lockAndReadCases(writer, hub, [caseId]);
    const row = await findImportCase(writer, caseId);
    const state = cases.get(caseId)?.state ?? null;
    if (row === null || state === null) throw new HqError('notFound');
    if (row.seen !== seen) throw new HqError('caseChanged');
    const { event, findings } = await actOf(writer, state, row);
    await writeCaseEvents(writer, hub, cases, [event]);
    if (findings !== null) {
      await putCaseChecks(writer, [{ caseId, findings, notes: row.notes }], nowOf(hub));
      await markChecked(writer, [caseId]);
    }
    await uncheckCasesNaming(writer, [caseId]);
  });
  hub.importer.nudge();
  const row = await findImportCase(hub.db, caseId);
  if (row === null) throw new HqError('notFound');
  return row;
}

async function onCases(
  hub: HubContext,
  caseIds: readonly CaseId[],
  eventsOf: (states: readonly CaseState[]) => readonly NewHubCaseEvent[],
): Promise<number> {
  const count = await writeHub(hub.db, async (writer) => {
    const cases = await lockAndReadCases(writer, hub, caseIds);
    const events = eventsOf(statesOf(cases));
    await writeCaseEvents(writer, hub, cases, events);
    const changed = events.map(({ caseId }) => caseId);
    await uncheckCasesNaming(writer, changed);
    return changed.length;
  });
  hub.importer.nudge();
  return count;
}

/** @throws HqError `notFound` for a case that headquarters does not hold */
function statesOf(cases: ReadonlyMap<string, HubCase>): readonly CaseState[] {
  return [...cases.values()].map(({ state }) => {
    if (state === null) throw new HqError('notFound');
    return state;
  });
}

/** @throws HqError `actionNotAllowed`, `caseRepeats` */
function assertMay(hub: HubContext, state: CaseState, action: HeadquartersAction): void {
  assertOwnRequest(state);
  const today = isoDate(riyadhDayNumber(hub.clock.now()));
  if (!headquartersActionState(state, action, today).allowed) throw new HqError('actionNotAllowed');
}
