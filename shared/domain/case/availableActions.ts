import type { AnswerPath } from '../answers/answer.ts';
import { appealableDecision } from './appeal.ts';
import { deferredItems } from './appealState.ts';
import type { AuthorityProblem } from './authority.ts';
import type { CaseEventKind, DocumentKey, MatrixRowKey } from './caseEvent.ts';
import type { CaseFacts } from './caseFacts.ts';
import { type CaseState, standingDeclaration } from './caseState.ts';
import { decisionToTell, duplicateOf, openReturn } from './headquartersState.ts';
import type { KnownSubject } from './knownEvents.ts';
import { unansweredKnown } from './knownState.ts';
import { paperDeclaration } from './paperScans.ts';
import type { Permission } from './permission.ts';
import { holdsSigning } from './reduceReferral.ts';
import type { ReferralId } from './referral.ts';
import { BEFORE_NOTICE, registrationBlockers } from './registration.ts';
import {
  accepted,
  IN_SERVICE as DELIVERABLE,
  DELIVERED_STAGES,
  inConflict,
  mayClose,
  nothingDelivered,
  type ServiceBlocker,
  somethingLeft,
} from './serviceActions.ts';
import { opinionDue } from './serviceClosing.ts';
import { BRANCH_STUDY_ACTIONS, type BranchStudyBlocker } from './studyAtBranch.ts';
import { CaseStatus } from './vocabulary.ts';

/** What stands in the way of an action, with the place that a person must go to. */
export type Blocker =
  | BranchStudyBlocker
  | {
      readonly code:
        | 'noticeNotShown'
        | 'servicesNotExplained'
        | 'inquiriesNotConfirmed'
        | 'interviewNotCompleted'
        | 'matchingNotCompleted'
        | 'notSigned'
        | 'notOnPaper'
        | 'opinionAsked'
        | 'nothingReturned'
        | 'decisionNotReleased'
        | 'noAppeal'
        | 'nothingDeferred'
        | ServiceBlocker;
    }
  | {
      readonly code: 'answerMissing' | 'answerProblem' | 'answerConflict';
      readonly section: string;
      readonly path: AnswerPath;
    }
  | {
      readonly code:
        | 'documentUnrecorded'
        | 'documentMissing'
        | 'documentInvalid'
        | 'documentForOfficer'
        | 'originalNotSighted'
        | AuthorityProblem;
      readonly documentKey: DocumentKey;
    }
  | {
      readonly code: 'rowUndecided' | 'rowNeedsReason' | 'rowBlocks' | 'rowNeedsOfficer';
      readonly rowKey: MatrixRowKey;
    }
  | { readonly code: 'knownUnanswered'; readonly subject: KnownSubject }
  | { readonly code: 'itemAwaited'; readonly itemId: string }
  | { readonly code: 'referralOpen'; readonly referralId: ReferralId };

export type BlockerCode = Blocker['code'];

type Guard = (state: CaseState, facts: CaseFacts) => readonly Blocker[];

interface ActionRule {
  /** Stages of the way; that a case is referred or incomplete closes none of them by itself. */
  readonly from: readonly CaseStatus[];
  readonly permission: Permission;
  readonly event: CaseEventKind;
  readonly guards: readonly Guard[];
}

const BEFORE_SUBMISSION = ['draft', 'interviewed', 'matched', 'signed'] as const;
const AT_HEADQUARTERS = [
  'imported',
  'underStudy',
  'readyForCommittee',
  'accepted',
  'rejected',
  'deferred',
  'notified',
] as const;
const IN_SERVICE = [
  'registered',
  'serviceScheduled',
  'serviceDelivered',
  'closed',
  'withdrawn',
] as const;
const WITH_SERVICE = [...IN_SERVICE, 'lapsed'] as const;
const OPEN = [...BEFORE_SUBMISSION, 'submitted'] as const;
const AFTER_DECISION = [
  'accepted',
  'rejected',
  'deferred',
  'notified',
  'registered',
  'serviceScheduled',
  'serviceDelivered',
] as const;
/** A question to the officer may come up as long as something is still to be done (P33). */
const REFERABLE = [...OPEN, ...AT_HEADQUARTERS, 'registered', 'serviceScheduled'] as const;

const welcomed: Guard = (state) => [
  ...(state.privacyNotice ? [] : [{ code: 'noticeNotShown' } as const]),
  ...(state.servicesExplained ? [] : [{ code: 'servicesNotExplained' } as const]),
  ...(state.inquiriesConfirmed ? [] : [{ code: 'inquiriesNotConfirmed' } as const]),
];

const interviewComplete: Guard = (state, facts) => [
  ...facts.interview.missing.map((at) => ({ code: 'answerMissing', ...at }) as const),
  ...facts.interview.problems.map((at) => ({ code: 'answerProblem', ...at }) as const),
  ...Object.keys(state.conflicts).map(
    (path) => ({ code: 'answerConflict', section: '', path }) as const,
  ),
];

const interviewed: Guard = (state) =>
  state.interviewCompleted ? [] : [{ code: 'interviewNotCompleted' }];

const matrixDecided: Guard = (_state, { documents, matching }) => [
  ...documents.unrecorded.map(
    (documentKey) => ({ code: 'documentUnrecorded', documentKey }) as const,
  ),
  ...documents.originalNotSighted.map(
    (documentKey) => ({ code: 'originalNotSighted', documentKey }) as const,
  ),
  ...matching.undecided.map((rowKey) => ({ code: 'rowUndecided', rowKey }) as const),
  ...matching.needReason.map((rowKey) => ({ code: 'rowNeedsReason', rowKey }) as const),
];

const nothingBlocksSigning: Guard = (_state, { documents, matching, authority }) => [
  ...authority,
  ...matching.blocking.map((rowKey) => ({ code: 'rowBlocks', rowKey }) as const),
  ...documents.missing.map((documentKey) => ({ code: 'documentMissing', documentKey }) as const),
  // A deed that has lapsed is told once, and with what to do.
  ...documents.invalid
    .filter((documentKey) => !authority.some((each) => each.documentKey === documentKey))
    .map((documentKey) => ({ code: 'documentInvalid', documentKey }) as const),
  ...documents.forOfficer.map(
    (documentKey) => ({ code: 'documentForOfficer', documentKey }) as const,
  ),
  ...matching.raised.map((rowKey) => ({ code: 'rowNeedsOfficer', rowKey }) as const),
];

/** What can be seen on no document and in no answer must be said to have come. */
const nothingAwaited: Guard = (_state, { awaited }) =>
  awaited.map((itemId) => ({ code: 'itemAwaited', itemId }) as const);

/** Work goes on while a question lies with the officer; the signature waits for what it is about. */
const officerHeard: Guard = ({ referrals }) =>
  referrals
    .filter(holdsSigning)
    .map(({ referralId }) => ({ code: 'referralOpen', referralId }) as const);

/** Whether the applicant is somebody who is known must have been said (policy, lifecycle). */
const knownAnswered: Guard = (state) =>
  unansweredKnown(state).map((subject) => ({ code: 'knownUnanswered', subject }) as const);

const matched: Guard = (state) =>
  state.matchingCompleted ? [] : [{ code: 'matchingNotCompleted' }];

const signed: Guard = (state) => (standingDeclaration(state) ? [] : [{ code: 'notSigned' }]);

/** Only what was signed by ink has an original of which there can be a picture (policy, section 6). */
const signedOnPaper: Guard = (state) => {
  const declaration = standingDeclaration(state);
  if (declaration === null) return [{ code: 'notSigned' }];
  return paperDeclaration(declaration) === null ? [{ code: 'notOnPaper' }] : [];
};

/** S1 is asked once, from the interview on; whoever declined is not asked again (policy, section 8). */
const notYetAsked: Guard = (state) => (state.opinion === null ? [] : [{ code: 'opinionAsked' }]);

const answerOwed: Guard = ({ headquarters }) =>
  openReturn(headquarters)?.wants === 'answer' ? [] : [{ code: 'nothingReturned' }];

/** What headquarters has not released, nobody at a branch knows or tells (P35). */
const decisionReleased: Guard = ({ headquarters }) =>
  decisionToTell(headquarters) === null ? [{ code: 'decisionNotReleased' }] : [];

const mayAppeal: Guard = (state) =>
  'decision' in appealableDecision(state) ? [] : [{ code: 'noAppeal' }];

const somethingDeferred: Guard = (state) =>
  deferredItems(state).length === 0 ? [{ code: 'nothingDeferred' }] : [];

/** The guards of what follows on a decision are the same at headquarters, which alone knows the day. */
const service =
  (guard: (state: CaseState, today: string) => readonly ServiceBlocker[]): Guard =>
  (state) =>
    guard(state, '0000-01-01').map((code) => ({ code }));

/** A request that only repeats another goes no further: the other one is answered and served. */
const ownRequest: Guard = ({ headquarters }) =>
  duplicateOf(headquarters) === null ? [] : [{ code: 'duplicate' }];

const opinionWanted: Guard = (state) => (opinionDue(state) ? [] : [{ code: 'opinionAsked' }]);

const ANSWERED = ['notified', 'serviceDelivered'] as const;
const AFTER_INTERVIEW = CaseStatus.exclude(['draft', 'withdrawn', 'duplicate', 'lapsed']).options;

/**
 * What may happen to a case, from which stage, by whom, and what must be true first (policy, lifecycle).
 * The button, the desk's service and the hub all ask this one table.
 */
export const CASE_ACTIONS = {
  showPrivacyNotice: rule('privacyNoticeShown', BEFORE_SUBMISSION, 'case.write'),
  explainServices: rule('servicesExplained', BEFORE_SUBMISSION, 'case.write'),
  recordInquiry: rule('inquiryRecorded', BEFORE_SUBMISSION, 'case.write'),
  confirmInquiries: rule('inquiriesConfirmed', BEFORE_SUBMISSION, 'case.write'),
  changeAnswers: rule('answersChanged', BEFORE_SUBMISSION, 'case.write'),
  completeInterview: rule('interviewCompleted', ['draft'], 'case.write', [
    welcomed,
    interviewComplete,
  ]),
  recordDocument: rule('documentRecorded', BEFORE_SUBMISSION, 'case.write'),
  recordVerdict: rule('verdictRecorded', BEFORE_SUBMISSION, 'case.write'),
  attachScan: rule('scanAttached', BEFORE_SUBMISSION, 'case.write'),
  removeScan: rule('scanRemoved', BEFORE_SUBMISSION, 'case.write'),
  completeMatching: rule('matchingCompleted', ['interviewed'], 'case.write', [
    interviewed,
    welcomed,
    interviewComplete,
    matrixDecided,
    nothingBlocksSigning,
    nothingAwaited,
    knownAnswered,
  ]),
  signDeclaration: rule('declarationSigned', ['matched'], 'declaration.sign', [
    matched,
    interviewComplete,
    matrixDecided,
    nothingBlocksSigning,
    nothingAwaited,
    officerHeard,
  ]),
  scanSignedPaper: rule(
    'signedPaperScanned',
    ['signed', 'submitted', ...AT_HEADQUARTERS, ...WITH_SERVICE],
    'case.write',
    [signedOnPaper],
  ),
  removePaperScan: rule(
    'signedPaperScanRemoved',
    [...OPEN, ...AT_HEADQUARTERS, ...WITH_SERVICE],
    'case.write',
  ),
  submitCase: rule('caseSubmitted', ['signed'], 'case.submit', [
    signed,
    nothingBlocksSigning,
    nothingAwaited,
    officerHeard,
    knownAnswered,
  ]),
  findKnown: rule('knownPeopleFound', BEFORE_SUBMISSION, 'case.write'),
  answerKnown: rule('knownPersonAnswered', BEFORE_SUBMISSION, 'case.write'),
  leaveIncomplete: rule('leftIncomplete', BEFORE_SUBMISSION, 'case.write'),
  receiveItem: rule('awaitedItemReceived', BEFORE_SUBMISSION, 'case.write'),
  answerReturn: rule('returnAnswered', ['submitted'], 'case.write', [ownRequest, answerOwed]),
  refer: rule('caseReferred', REFERABLE, 'case.refer'),
  addQuestion: rule('referralQuestionAdded', REFERABLE, 'case.refer'),
  answerReferral: rule('referralAnswered', REFERABLE, 'referral.answer'),
  withdrawReferral: rule('referralWithdrawn', REFERABLE, 'case.refer'),
  ...BRANCH_STUDY_ACTIONS,
  tellDecision: rule('decisionTold', AFTER_DECISION, 'case.write', [ownRequest, decisionReleased]),
  fileAppeal: rule('appealFiled', [...AFTER_DECISION, 'closed'], 'case.write', [
    ownRequest,
    mayAppeal,
  ]),
  answerDeferral: rule('deferralAnswered', AFTER_DECISION, 'case.write', [
    ownRequest,
    somethingDeferred,
  ]),
  completeRegistration: rule(
    'registrationCompleted',
    [...BEFORE_NOTICE, 'notified'],
    'case.write',
    [ownRequest, service(registrationBlockers)],
  ),
  scheduleService: rule('serviceScheduled', DELIVERABLE, 'service.deliver', [
    ownRequest,
    service(accepted),
    service(somethingLeft),
  ]),
  deliverService: rule('serviceDelivered', DELIVERABLE, 'service.deliver', [
    ownRequest,
    service(accepted),
    service(somethingLeft),
  ]),
  settleDeliveries: rule('deliverySettled', DELIVERED_STAGES, 'service.deliver', [
    service(inConflict),
  ]),
  withdrawRequest: rule(
    'requestWithdrawn',
    [...BEFORE_SUBMISSION, 'submitted', ...AT_HEADQUARTERS, 'registered', 'serviceScheduled'],
    'case.write',
    [service(nothingDelivered)],
  ),
  closeCase: rule('caseClosed', ['serviceDelivered'], 'case.write', [service(mayClose)]),
  printPaper: rule('paperPrinted', [...OPEN, ...AT_HEADQUARTERS, ...WITH_SERVICE], 'papers.print'),
  giveOpinion: rule('opinionGiven', AFTER_INTERVIEW, 'opinion.give', [notYetAsked]),
  declineOpinion: rule('opinionDeclined', AFTER_INTERVIEW, 'opinion.give', [notYetAsked]),
  /** S2, after the service or the answer. */
  giveServiceOpinion: rule('opinionGiven', ANSWERED, 'opinion.give', [opinionWanted]),
  declineServiceOpinion: rule('opinionDeclined', ANSWERED, 'opinion.give', [opinionWanted]),
  noteNotReached: rule('opinionNotReached', ANSWERED, 'case.write', [opinionWanted]),
} as const satisfies Record<string, ActionRule>;

export type CaseAction = keyof typeof CASE_ACTIONS;

export interface ActionState {
  readonly action: CaseAction;
  /** False when the case is not at a stage from which this can be done at all. */
  readonly inPlace: boolean;
  /** What must be done first; empty when the action may be taken. */
  readonly blockers: readonly Blocker[];
  readonly allowed: boolean;
}

/** Whether this action may be taken now, and if not, what stands in its way. Pure. */
export function actionState(state: CaseState, facts: CaseFacts, action: CaseAction): ActionState {
  const { from, guards }: ActionRule = CASE_ACTIONS[action];
  const inPlace = from.includes(state.stage);
  const blockers = guards.flatMap((guard) => guard(state, facts));
  return { action, inPlace, blockers, allowed: inPlace && blockers.length === 0 };
}

/** The state of every action, in the order of the policy's steps. */
export function availableActions(
  state: CaseState,
  facts: CaseFacts,
): Readonly<Record<CaseAction, ActionState>> {
  const entries = (Object.keys(CASE_ACTIONS) as CaseAction[]).map((action) => [
    action,
    actionState(state, facts, action),
  ]);
  return Object.fromEntries(entries) as Record<CaseAction, ActionState>;
}

/** Actions that change what a standing declaration was signed over, or show it to be incomplete, and so void it (P34). */
export const ACTIONS_THAT_VOID = [
  'changeAnswers',
  'recordDocument',
  'recordVerdict',
  'attachScan',
  'removeScan',
  'leaveIncomplete',
] as const;

function rule(
  event: CaseEventKind,
  from: readonly CaseStatus[],
  permission: Permission,
  guards: readonly Guard[] = [],
): ActionRule {
  return { from, permission, event, guards };
}
