import type { StudyBlocker } from '#shared/domain/case/studyActions.ts';

/** Why a step of the study is refused, and what each refusal is over HTTP. */
export const STUDY_ERROR_STATUS = {
  studyNotHere: 409,
  studySetAside: 409,
  studyReturned: 409,
  studyReferralOpen: 409,
  studyLapsed: 409,
  studyNoOfficer: 409,
  studyNotBegun: 409,
  studyBegunAlready: 409,
  studyVisitOpen: 409,
  studyNoVisit: 409,
  studyRequestOpen: 409,
  studyNoRequest: 409,
  studyNothingAwaited: 409,
  studyToldAlready: 409,
  studyDuplicate: 409,
  /** Another officer studies the case. */
  studyOfOther: 403,
  /** This officer has declared that an interest of theirs stands against it. */
  officerConflicted: 409,
  /** No longer at work here, or not a social-research officer. */
  officerUnfit: 422,
  /** A day that is over where one to come is meant, or one to come where it is over. */
  dayPast: 422,
  dayToCome: 422,
  documentNotOfCase: 422,
  /** Branch or another officer has answered it meanwhile. */
  referralClosed: 409,
  /** What was submitted is asked for by a request for more. */
  bringAfterSubmission: 422,
  itemAnswered: 409,
} as const;

export type StudyErrorCode = keyof typeof STUDY_ERROR_STATUS;

export const STUDY_ERROR_CODES = Object.keys(STUDY_ERROR_STATUS) as [
  StudyErrorCode,
  ...StudyErrorCode[],
];

/** The sentence for what the table of actions finds in the way. */
export const STUDY_BLOCKER_ERRORS = {
  returnOpen: 'studyReturned',
  setAside: 'studySetAside',
  referralOpen: 'studyReferralOpen',
  noOfficer: 'studyNoOfficer',
  studyNotBegun: 'studyNotBegun',
  studyBegunAlready: 'studyBegunAlready',
  visitOpen: 'studyVisitOpen',
  noVisitOpen: 'studyNoVisit',
  requestOpen: 'studyRequestOpen',
  noRequestOpen: 'studyNoRequest',
  nothingAwaited: 'studyNothingAwaited',
  decisionToldAlready: 'studyToldAlready',
} as const satisfies Record<StudyBlocker, StudyErrorCode>;
