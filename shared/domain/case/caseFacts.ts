import type { AnswerPath } from '../answers/answer.ts';
import type { AuthorityProblem } from './authority.ts';
import type { DocumentKey, MatrixRowKey } from './caseEvent.ts';

/**
 * What the rules in force find in a case today. Made by `assessCase`; kept apart from the state, since
 * validity depends on the day and completeness on the questionnaire.
 */
export interface CaseFacts {
  readonly interview: {
    /** Fields that still want an answer, in the order of the form. */
    readonly missing: readonly { readonly section: string; readonly path: AnswerPath }[];
    /** Answers that cannot stand as they are. */
    readonly problems: readonly { readonly section: string; readonly path: AnswerPath }[];
  };
  readonly documents: {
    /** Needed, and neither laid on the desk nor said to be absent. */
    readonly unrecorded: readonly DocumentKey[];
    /** Required, and absent or unreadable. */
    readonly missing: readonly DocumentKey[];
    /** Laid on the desk and recorded without their original having been seen. */
    readonly originalNotSighted: readonly DocumentKey[];
    /** Not in force as of today. */
    readonly invalid: readonly DocumentKey[];
    /** Recorded, and taken on the officer's word alone, which is not there yet. */
    readonly forOfficer: readonly DocumentKey[];
  };
  /** What keeps somebody from signing for the applicant. */
  readonly authority: readonly {
    readonly code: AuthorityProblem;
    readonly documentKey: DocumentKey;
  }[];
  readonly matching: {
    readonly total: number;
    readonly decided: number;
    readonly undecided: readonly MatrixRowKey[];
    readonly needReason: readonly MatrixRowKey[];
    /** A mismatch on M1-M4: blocks signing until corrected or answered by the officer (P32). */
    readonly blocking: readonly MatrixRowKey[];
    /** Such a mismatch that was raised and to which the officer has not said "go on" yet. */
    readonly raised: readonly MatrixRowKey[];
  };
  /** Items that the case was left incomplete for and that have not come. */
  readonly awaited: readonly string[];
}
