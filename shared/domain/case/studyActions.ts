import type { HqPermission } from '../hub/hqPermission.ts';
import type { CaseEventKind } from './caseEvent.ts';
import type { CaseState } from './caseState.ts';
import { openReturn, standingDecision } from './headquartersState.ts';
import { isReferralOpen } from './reduceReferral.ts';
import { awaitingOf, openRequest, openVisit } from './studyState.ts';
import type { CaseStatus } from './vocabulary.ts';

/** What stands in the way of a step of the study. */
export type StudyBlocker =
  | 'returnOpen'
  | 'setAside'
  | 'referralOpen'
  | 'noOfficer'
  | 'studyNotBegun'
  | 'studyBegunAlready'
  | 'visitOpen'
  | 'noVisitOpen'
  | 'requestOpen'
  | 'noRequestOpen'
  | 'nothingAwaited'
  | 'decisionToldAlready';

type Guard = (state: CaseState) => readonly StudyBlocker[];

export interface StudyRule {
  readonly from: readonly CaseStatus[];
  readonly permission: HqPermission;
  readonly event: CaseEventKind;
  readonly guards: readonly Guard[];
}

const BEFORE_SUBMISSION = ['draft', 'interviewed', 'matched', 'signed'] as const;
const STUDIED = ['imported', 'underStudy'] as const;
const ANSWERED = ['accepted', 'rejected', 'deferred', 'notified'] as const;
/** A question to the officer may come up as long as something is still to be done (P33). */
const OPEN = [
  ...BEFORE_SUBMISSION,
  'submitted',
  ...STUDIED,
  'readyForCommittee',
  ...ANSWERED,
  'registered',
  'serviceScheduled',
] as const;

const notReturned: Guard = ({ headquarters }) =>
  openReturn(headquarters) === null ? [] : ['returnOpen'];
const notSetAside: Guard = ({ headquarters }) =>
  headquarters.setAside === null ? [] : ['setAside'];
const noReferral: Guard = ({ referrals }) =>
  referrals.some(isReferralOpen) ? ['referralOpen'] : [];
const assigned: Guard = ({ study }) => (study.officer === null ? ['noOfficer'] : []);
const begun: Guard = ({ study }) => {
  if (study.officer === null) return ['noOfficer'];
  return study.begun === null ? ['studyNotBegun'] : [];
};
/** A case that came back corrected is begun anew. */
const notBegun: Guard = ({ stage, study }) =>
  stage === 'underStudy' && study.begun !== null ? ['studyBegunAlready'] : [];
const visitOpen: Guard = ({ study }) => (openVisit(study) === null ? ['noVisitOpen'] : []);
const noVisit: Guard = ({ study }) => (openVisit(study) === null ? [] : ['visitOpen']);
const requestOpen: Guard = ({ study }) => (openRequest(study) === null ? ['noRequestOpen'] : []);
const noRequest: Guard = ({ study }) => (openRequest(study) === null ? [] : ['requestOpen']);
const somethingAwaited: Guard = (state) => (awaitingOf(state) === null ? ['nothingAwaited'] : []);
/** A deferral that the person has heard is not over; any other answer that was told is. */
const mayBeStudiedAgain: Guard = ({ stage, headquarters }) => {
  if (stage !== 'notified') return [];
  const items = standingDecision(headquarters)?.content?.items ?? [];
  return items.length > 0 &&
    items.every(({ outcome }) => outcome !== 'accepted') &&
    items.some(({ outcome }) => outcome === 'deferred')
    ? []
    : ['decisionToldAlready'];
};

/** What may be done in the study of a case, from which stage, by whom, and what must be true first. */
export const STUDY_ACTIONS = {
  assignStudy: rule('studyAssigned', STUDIED, 'study.assign', [notReturned, notSetAside]),
  declareConflict: rule('studyConflictDeclared', STUDIED, 'study.write', [assigned]),
  beginStudy: rule('studyBegun', STUDIED, 'study.write', [
    assigned,
    notBegun,
    notReturned,
    notSetAside,
  ]),
  addStudyNote: rule(
    'studyNoteAdded',
    [...STUDIED, 'readyForCommittee', 'deferred'],
    'study.write',
  ),
  scheduleVisit: rule('visitScheduled', ['underStudy'], 'study.write', [
    begun,
    noVisit,
    notReturned,
    notSetAside,
  ]),
  cancelVisit: rule('visitCancelled', ['underStudy'], 'study.write', [visitOpen]),
  recordVisit: rule('visitRecorded', ['underStudy'], 'study.write', [visitOpen]),
  requestMore: rule('moreRequested', ['underStudy'], 'study.write', [
    begun,
    noRequest,
    notReturned,
    notSetAside,
  ]),
  withdrawMore: rule('moreWithdrawn', ['underStudy'], 'study.write', [requestOpen]),
  answerMore: rule('moreItemAnswered', ['underStudy'], 'study.write', [requestOpen]),
  reportStudy: rule('studyReported', ['underStudy'], 'study.write', [
    begun,
    noRequest,
    noVisit,
    noReferral,
    notReturned,
    notSetAside,
  ]),
  /** Goes with the report; where the report stays behind it follows on the study itself. */
  completeStudy: rule('studyCompleted', ['underStudy', 'readyForCommittee'], 'study.write'),
  resumeStudy: rule('studyResumed', ['readyForCommittee', 'deferred', 'notified'], 'study.write', [
    mayBeStudiedAgain,
    notReturned,
    notSetAside,
  ]),
  remindAwaited: rule('awaitedReminded', [...BEFORE_SUBMISSION, 'underStudy'], 'study.write', [
    somethingAwaited,
  ]),
  lapseCase: rule('caseLapsed', [...BEFORE_SUBMISSION, 'underStudy'], 'study.write', [
    somethingAwaited,
  ]),
  reopenCase: rule('caseReopened', ['lapsed'], 'cases.reopen'),
  refer: rule('caseReferred', OPEN, 'referrals.write', [notSetAside]),
  addQuestion: rule('referralQuestionAdded', OPEN, 'referrals.write', [notSetAside]),
  answerReferral: rule('referralAnswered', OPEN, 'referrals.answer'),
  withdrawReferral: rule('referralWithdrawn', OPEN, 'referrals.write'),
} as const satisfies Record<string, StudyRule>;

function rule(
  event: CaseEventKind,
  from: readonly CaseStatus[],
  permission: HqPermission,
  guards: readonly Guard[] = [],
): StudyRule {
  return { from, permission, event, guards };
}
