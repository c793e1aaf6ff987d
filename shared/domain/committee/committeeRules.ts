/** What an association sets of its committee's work. */
export interface CommitteeRules {
  /** So many members have to be there who may vote on a case. */
  readonly quorum: number;
  /** Days after the notice in which an appeal may be filed. */
  readonly appealDays: number;
  /** Days from the submission in which the association means to have decided; never told as a promise. */
  readonly targetDays: number;
  /** The most that one item may be given over its whole period, in halalas. */
  readonly mostPerItem: number;
}

/** As the association begins, until it sets other values. */
export const COMMITTEE_RULES: CommitteeRules = {
  quorum: 3,
  appealDays: 30,
  targetDays: 30,
  mostPerItem: 10_000_000,
};
