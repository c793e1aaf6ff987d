import { type HubWriter, writeHub } from '#db/hub/connection.ts';
import type { NewHubCaseEvent } from '#db/hub/hubEvents.ts';
import { STUDY_BLOCKER_ERRORS, type StudyErrorCode } from '#shared/contracts/hq/studyErrors.ts';
import { assessCase, type CaseAssessment } from '#shared/domain/case/assessCase.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import {
  type HeadquartersAction,
  type HeadquartersBlocker,
  headquartersActionState,
} from '#shared/domain/case/headquartersActions.ts';
import type { CaseId, IsoDay } from '#shared/domain/identity.ts';
import { lockAndReadCases, writeCaseEvents } from '../cases/writeCaseEvents.ts';
import type { HubContext } from '../context.ts';
import { riyadhToday } from '../decisions/releaseDecisions.ts';
import { HqError } from '../dispatcher/hqError.ts';

/** A case under its lock, on headquarters' own day. */
export interface CaseAtHand {
  readonly writer: HubWriter;
  readonly state: CaseState;
  readonly today: IsoDay;
}

/**
 * Reads the case under its lock, asks the table for this action, and appends what the work says, in one
 * transaction. What stands in the way is refused in its own words.
 * @throws HqError `notFound`, or why the table or the work refuses
 */
export function onStudyCase(
  hub: HubContext,
  caseId: CaseId,
  action: HeadquartersAction,
  work: (at: CaseAtHand) => readonly NewHubCaseEvent[] | Promise<readonly NewHubCaseEvent[]>,
): Promise<void> {
  return writeHub(hub.db, async (writer) => {
    const cases = await lockAndReadCases(writer, hub, [caseId]);
    const state = cases.get(caseId)?.state ?? null;
    if (state === null) throw new HqError('notFound');
    const today = riyadhToday(hub);
    assertMay(state, action, today);
    await writeCaseEvents(writer, hub, cases, await work({ writer, state, today }));
  });
}

/** @throws HqError with what stands in the way, the first of it */
export function assertMay(state: CaseState, action: HeadquartersAction, today: IsoDay): void {
  const { inPlace, blockers } = headquartersActionState(state, action, today);
  const [first] = blockers;
  if (first !== undefined) throw new HqError(codeOf(first));
  if (!inPlace) throw new HqError(state.stage === 'lapsed' ? 'studyLapsed' : 'studyNotHere');
}

function codeOf(blocker: HeadquartersBlocker): StudyErrorCode {
  if (blocker === 'duplicate') return 'studyDuplicate';
  const codes: Readonly<Partial<Record<HeadquartersBlocker, StudyErrorCode>>> =
    STUDY_BLOCKER_ERRORS;
  return codes[blocker] ?? 'studyNotHere';
}

/** What the rules that the case began with find in it on this day. */
export function assessed(hub: HubContext, { state, today }: CaseAtHand): CaseAssessment {
  return assessCase(state, { ...hub.reference.rulesOf(state), today });
}
