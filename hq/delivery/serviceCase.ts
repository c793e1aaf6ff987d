import { findBranchOfCase } from '#db/hub/branches.ts';
import { writeHub } from '#db/hub/connection.ts';
import { listNamesOf } from '#db/hub/people.ts';
import { personOf } from '#db/hub/registryLists.ts';
import type { ServiceCase } from '#shared/contracts/hq/delivery.ts';
import type { CaseEventKind, CaseEventPayload } from '#shared/domain/case/caseEvent.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import {
  type HeadquartersAction,
  headquartersActionState,
} from '#shared/domain/case/headquartersActions.ts';
import type { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { type ActorId, BeneficiaryId, type CaseId, type IsoDay } from '#shared/domain/identity.ts';
import { findHubCase, type HubCase } from '../cases/hubCase.ts';
import { lockAndReadCases, writeCaseEvents } from '../cases/writeCaseEvents.ts';
import type { HubContext } from '../context.ts';
import { withoutUntold } from '../decisions/decisionConfidence.ts';
import { riyadhToday } from '../decisions/releaseDecisions.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { withoutStudyConfidence } from '../study/studyConfidence.ts';

/** A case with all that its service is read from. @throws HqError `notFound` */
export async function openServiceCase(hub: HubContext, caseId: CaseId): Promise<ServiceCase> {
  const held = await findHubCase(hub.db, hub.hubId, caseId);
  if (held?.state == null) throw new HqError('notFound');
  const { state } = held;
  const events = withoutUntold(withoutStudyConfidence(held.events));
  const [branchName, person, names] = await Promise.all([
    findBranchOfCase(hub.db, caseId),
    personOf(hub.db, state.beneficiaryId),
    listNamesOf(
      hub.db,
      [...new Set(events.map(({ actorId }) => actorId as string))],
      [...new Set(events.map(({ deviceId }) => deviceId as string))],
    ),
  ]);
  return {
    caseId,
    personId: BeneficiaryId.parse(person),
    fileNo: state.headquarters.fileNo,
    branchName: branchName ?? '',
    events,
    people: Object.fromEntries(names),
    today: riyadhToday(hub),
  };
}

/** One event that the table of actions allows, made from the case as it stands under its lock. */
export type ServiceDeed = {
  [Kind in CaseEventKind]: { readonly kind: Kind; readonly payload: CaseEventPayload<Kind> };
}[CaseEventKind];

/**
 * Reads the case under its lock, asks the table, and appends what `deed` makes of it.
 * @throws HqError `notFound`, `actionNotAllowed`, and what `deed` throws; nothing is written then
 */
export function actOnService(
  hub: HubContext,
  {
    actorId,
    caseId,
    action,
  }: {
    readonly actorId: ActorId;
    readonly caseId: CaseId;
    /** Null where every stage allows it: a paper. */
    readonly action: HeadquartersAction | null;
  },
  deed: (state: CaseState, today: IsoDay) => ServiceDeed,
): Promise<{ readonly status: CaseStatus }> {
  return writeHub(hub.db, async (writer) => {
    const cases = await lockAndReadCases(writer, hub, [caseId]);
    const state = stateOf(cases.get(caseId));
    const today = riyadhToday(hub);
    if (action !== null && !headquartersActionState(state, action, today).allowed) {
      throw new HqError('actionNotAllowed');
    }
    await writeCaseEvents(writer, hub, cases, [{ ...deed(state, today), caseId, actorId }]);
    const after = await lockAndReadCases(writer, hub, [caseId]);
    return { status: stateOf(after.get(caseId)).status };
  });
}

function stateOf(found: HubCase | undefined): CaseState {
  if (found?.state == null) throw new HqError('notFound');
  return found.state;
}
