/** Why the committee's work is refused, and what each refusal is over HTTP. */
export const COMMITTEE_ERROR_STATUS = {
  sessionNotPlanned: 409,
  sessionNotOpen: 409,
  sessionNotClosed: 409,
  /** Somebody else changed it meanwhile. */
  sessionChanged: 409,
  memberUnfit: 422,
  noQuorum: 409,
  notAMember: 409,
  memberAbsent: 409,
  memberRecused: 409,
  memberOfFirstDecision: 409,
  recusedAlready: 409,
  alreadyVoted: 409,
  motionReplaced: 409,
  motionMissing: 409,
  /** With the names of those who have not voted. */
  votesMissing: 409,
  notCarried: 409,
  notOnAgenda: 404,
  onAnotherAgenda: 409,
  hasVotes: 409,
  amountAboveAsked: 422,
  amountAboveLimit: 422,
  caseSetAside: 409,
  caseReturned: 409,
  caseReferred: 409,
  caseMerged: 409,
  caseWithdrawn: 409,
  caseNotReady: 409,
  caseDecided: 409,
  firstNotReleased: 409,
  formChanged: 409,
  appealNotTold: 409,
  appealNothingRejected: 409,
  appealTwice: 409,
  appealFinal: 409,
  appealWithdrawn: 409,
  appealLate: 422,
  appealEarly: 422,
  /** Decided or replaced meanwhile. */
  appealNotOpen: 409,
} as const;

export type CommitteeErrorCode = keyof typeof COMMITTEE_ERROR_STATUS;

export const COMMITTEE_ERROR_CODES = Object.keys(COMMITTEE_ERROR_STATUS) as [
  CommitteeErrorCode,
  ...CommitteeErrorCode[],
];
