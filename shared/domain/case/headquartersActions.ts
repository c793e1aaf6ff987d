import type { HqPermission } from '../hub/hqPermission.ts';
import { deferredItems, openAppeal } from './appealState.ts';
import type { CaseEvent, CaseEventKind } from './caseEvent.ts';
import type { CaseState } from './caseState.ts';
import { duplicateOf, openReturn, standingDecision } from './headquartersState.ts';
import { isReferralOpen } from './reduceReferral.ts';
import { isServiceEvent } from './reduceService.ts';
import { SERVICE_ACTIONS, type ServiceBlocker } from './serviceActions.ts';
import { STUDY_ACTIONS, type StudyBlocker } from './studyActions.ts';
import { CaseStatus } from './vocabulary.ts';

/** What stands in the way of an action of headquarters. */
export type HeadquartersBlocker =
  | StudyBlocker
  | 'duplicate'
  | 'returnOpen'
  | 'setAside'
  | 'notSetAside'
  | 'referralOpen'
  | 'alreadyDecided'
  | 'firstNotReleased'
  | 'nothingDeferred'
  | 'noDecision'
  | 'alreadyReleased'
  | 'replyTooEarly'
  | ServiceBlocker;

/** The day is headquarters' own Asia/Riyadh day: no laptop's clock opens a decision. */
type Guard = (state: CaseState, today: string) => readonly HeadquartersBlocker[];

interface HeadquartersRule {
  readonly from: readonly CaseStatus[];
  readonly permission: HqPermission;
  readonly event: CaseEventKind;
  readonly guards: readonly Guard[];
}

const NOT_IMPORTED = ['draft', 'interviewed', 'matched', 'signed', 'submitted'] as const;
const IN_STUDY = ['imported', 'underStudy', 'readyForCommittee'] as const;
const DECIDED = ['accepted', 'rejected', 'deferred'] as const;
const IN_SERVICE = ['registered', 'serviceScheduled', 'serviceDelivered'] as const;
const AFTER_DECISION = [...DECIDED, 'notified', ...IN_SERVICE] as const;

const nothingReturned: Guard = ({ headquarters }) =>
  openReturn(headquarters) === null ? [] : ['returnOpen'];
const notSetAside: Guard = ({ headquarters }) =>
  headquarters.setAside === null ? [] : ['setAside'];
const isSetAside: Guard = ({ headquarters }) =>
  headquarters.setAside === null ? ['notSetAside'] : [];
const noReferral: Guard = ({ referrals }) =>
  referrals.some(isReferralOpen) ? ['referralOpen'] : [];
const decisionWaits: Guard = ({ headquarters }) => {
  const decision = standingDecision(headquarters);
  if (decision === null || decision.content === null) return ['noDecision'];
  return decision.released === null ? [] : ['alreadyReleased'];
};
/** No less than two weeks (P35). */
const dayHasCome: Guard = ({ submission }, today) =>
  submission !== null && today >= submission.replyNotBefore ? [] : ['replyTooEarly'];

/** A second decision is made on what was deferred or appealed against, once the first was let go. */
const somethingToDecide: Guard = (state) => {
  const { headquarters } = state;
  const last = standingDecision(headquarters);
  if (last === null) return [];
  if (last.content !== null && openAppeal(state) === null && deferredItems(state).length === 0) {
    return ['alreadyDecided'];
  }
  return last.released === null ? ['firstNotReleased'] : [];
};
const somethingDeferred: Guard = (state) =>
  deferredItems(state).length === 0 ? ['nothingDeferred'] : [];

/** What headquarters may do with a case, from which stage, by whom, and what must be true first. */
export const HEADQUARTERS_ACTIONS = {
  ...STUDY_ACTIONS,
  importCase: rule('caseImported', ['submitted'], 'cases.import', [nothingReturned, notSetAside]),
  /** A laptop wrote into it after its import, and somebody has looked. */
  importChanged: rule('caseImported', IN_STUDY, 'cases.import', [nothingReturned, notSetAside]),
  holdCase: rule('caseHeld', ['submitted'], 'cases.import', [nothingReturned, notSetAside]),
  returnCase: rule('caseReturned', ['submitted', ...IN_STUDY], 'cases.import', [
    nothingReturned,
    notSetAside,
  ]),
  /** One that is not submitted yet stays aside when it is: what follows on it goes along. */
  setAsideCase: rule('caseSetAside', NOT_IMPORTED, 'cases.import', [nothingReturned, notSetAside]),
  readmitCase: rule('caseReadmitted', NOT_IMPORTED, 'cases.import', [isSetAside]),
  postponeReply: rule('replyPostponed', IN_STUDY, 'cases.decide', [notSetAside]),
  decideCase: rule('decisionMade', ['readyForCommittee', ...AFTER_DECISION], 'cases.decide', [
    nothingReturned,
    notSetAside,
    noReferral,
    somethingToDecide,
  ]),
  fileAppeal: rule('appealFiled', [...AFTER_DECISION, 'closed'], 'appeals.record'),
  answerDeferral: rule('deferralAnswered', AFTER_DECISION, 'appeals.record', [somethingDeferred]),
  releaseDecision: rule('decisionReleased', [...DECIDED, ...IN_SERVICE], 'decisions.release', [
    decisionWaits,
    dayHasCome,
  ]),
  overrideRelease: rule('decisionReleased', [...DECIDED, ...IN_SERVICE], 'decisions.override', [
    decisionWaits,
  ]),
  ...SERVICE_ACTIONS,
  mergePerson: rule('personMerged', CaseStatus.options, 'persons.merge'),
  separatePerson: rule('personSeparated', CaseStatus.options, 'persons.merge'),
} as const satisfies Record<string, HeadquartersRule>;

export type HeadquartersAction = keyof typeof HEADQUARTERS_ACTIONS;

export interface HeadquartersActionState {
  readonly action: HeadquartersAction;
  readonly inPlace: boolean;
  readonly blockers: readonly HeadquartersBlocker[];
  readonly allowed: boolean;
}

/** Whether headquarters may do this on its day `today`, and if not, what stands in the way. Pure. */
export function headquartersActionState(
  state: CaseState,
  action: HeadquartersAction,
  today: string,
): HeadquartersActionState {
  const { from, guards }: HeadquartersRule = HEADQUARTERS_ACTIONS[action];
  const inPlace = from.includes(state.stage);
  const blockers = [
    ...(stopsAsDuplicate(state, action) ? (['duplicate'] as const) : []),
    ...guards.flatMap((guard) => guard(state, today)),
  ];
  return { action, inPlace, blockers, allowed: inPlace && blockers.length === 0 };
}

/** A request that only repeats another goes no further until its person is parted from the other again. */
function stopsAsDuplicate({ headquarters }: CaseState, action: HeadquartersAction): boolean {
  if (action === 'mergePerson' || action === 'separatePerson') return false;
  return duplicateOf(headquarters) !== null;
}

const ACTION_NAMES = Object.keys(HEADQUARTERS_ACTIONS) as HeadquartersAction[];

/**
 * Whether an event of headquarters fits where it stands. That a decision came before its day is for
 * its own event to account for, and `decisionReached` stands for the decision that stays behind.
 */
export function mayFollowAtHeadquarters(state: CaseState, event: CaseEvent): boolean {
  if (event.kind === 'decisionReached') {
    // At headquarters it follows on the decision itself, which a branch does not have.
    const { decisionId } = event.payload;
    const isMade = state.headquarters.decisions.some((each) => each.decisionId === decisionId);
    return isMade || allowedByTable(state, 'decisionMade');
  }
  if (event.kind === 'decisionReleased') {
    const { releasedOn, override } = event.payload;
    return (
      state.submission !== null &&
      (override !== null || releasedOn >= state.submission.replyNotBefore)
    );
  }
  if (event.kind === 'caseClosed') {
    return headquartersActionState(state, 'closeCase', event.payload.closedOn).allowed;
  }
  // Offices that worked apart are shown to a person where it is delivered, and hold up no import.
  if (event.kind !== 'registrationCompleted' && isServiceEvent(event)) {
    return state.service.registration !== null || allowedByTable(state, event.kind);
  }
  return allowedByTable(state, event.kind);
}

function allowedByTable(state: CaseState, kind: CaseEvent['kind']): boolean {
  return ACTION_NAMES.some(
    (action) =>
      HEADQUARTERS_ACTIONS[action].event === kind &&
      headquartersActionState(state, action, '0000-01-01').allowed,
  );
}

function rule(
  event: CaseEventKind,
  from: readonly CaseStatus[],
  permission: HqPermission,
  guards: readonly Guard[] = [],
): HeadquartersRule {
  return { from, permission, event, guards };
}
