import { assertNever } from '../assertNever.ts';
import type { CaseAssessment } from '../case/assessCase.ts';
import { actionState, type Blocker, type CaseAction } from '../case/availableActions.ts';
import type { CaseEventPayload, FrozenValidity } from '../case/caseEvent.ts';
import type { CaseState } from '../case/caseState.ts';
import { frozenValidities } from '../case/frozenValidity.ts';
import type { ImportFinding } from '../case/headquartersEvents.ts';

/** What the rules of that day had against an action that was taken all the same. */
export function blockerFindings(
  state: CaseState,
  { facts }: CaseAssessment,
  action: Extract<CaseAction, 'signDeclaration' | 'submitCase'>,
): readonly ImportFinding[] {
  return actionState(state, facts, action).blockers.map((blocker) => findingOf(blocker, action));
}

/** What was frozen at the submission must be what the papers say of that day. */
export function validityFindings(
  assessment: CaseAssessment,
  { validAtSubmission }: CaseEventPayload<'caseSubmitted'>,
): readonly ImportFinding[] {
  const told = new Map(validAtSubmission.map((each) => [each.documentKey, each]));
  const asRead = new Map(frozenValidities(assessment).map((each) => [each.documentKey, each]));
  return [...new Set([...told.keys(), ...asRead.keys()])]
    .filter((documentKey) => !sameValidity(told.get(documentKey), asRead.get(documentKey)))
    .map((documentKey) => ({ code: 'documentInvalid', at: documentKey, other: null }));
}

function sameValidity(one: FrozenValidity | undefined, other: FrozenValidity | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    one.verdict === other.verdict &&
    one.validUntil === other.validUntil &&
    one.byOfficer?.referralId === other.byOfficer?.referralId &&
    one.byOfficer?.outcome === other.byOfficer?.outcome &&
    one.byOfficer?.until === other.byOfficer?.until
  );
}

function findingOf(blocker: Blocker, action: CaseAction): ImportFinding {
  switch (blocker.code) {
    case 'answerMissing':
    case 'answerProblem':
      return { code: 'answerProblem', at: blocker.path, other: null };
    case 'answerConflict':
      return { code: 'changedApart', at: blocker.path, other: null };
    case 'documentUnrecorded':
    case 'documentMissing':
    case 'documentInvalid':
    case 'documentForOfficer':
    case 'originalNotSighted':
    case 'authorityLapsed':
    case 'authorityRevoked':
    case 'authorityNotCovering':
    case 'authorityUnread':
      return { code: 'documentInvalid', at: blocker.documentKey, other: null };
    case 'rowUndecided':
    case 'rowNeedsReason':
    case 'rowBlocks':
    case 'rowNeedsOfficer':
      return { code: 'verdictMissing', at: blocker.rowKey, other: null };
    case 'knownUnanswered':
    case 'itemAwaited':
    case 'referralOpen':
    case 'noticeNotShown':
    case 'servicesNotExplained':
    case 'inquiriesNotConfirmed':
    case 'interviewNotCompleted':
    case 'matchingNotCompleted':
    case 'notSigned':
    case 'opinionAsked':
    case 'nothingReturned':
    case 'decisionNotReleased':
    case 'notAccepted':
    case 'nothingLeftToDeliver':
    case 'registersAfterAcceptance':
    case 'requirementsOpen':
    case 'alreadyRegistered':
    case 'alreadyDelivered':
    case 'duplicate':
    case 'notOnPaper':
    case 'noAppeal':
    case 'nothingDeferred':
    case 'nothingRequested':
    case 'noVisitToMake':
    case 'visitOfHeadquarters':
    case 'notInConflict':
    case 'opinionOwed':
      return {
        code: 'eventOutOfPlace',
        at: action === 'submitCase' ? 'caseSubmitted' : 'declarationSigned',
        other: null,
      };
    default:
      return assertNever(blocker);
  }
}
