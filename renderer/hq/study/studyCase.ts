import type { CaseRules } from '#renderer/access/reference.ts';
import type { StudyFile } from '#shared/contracts/hq/study.ts';
import type { AssessedDocument } from '#shared/domain/case/assessCase.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';

/** A case as the screens of the study have it. */
export interface StudyAtHand {
  readonly file: StudyFile;
  readonly state: CaseState;
  /** Null where the form of the case is not here. */
  readonly rules: CaseRules | null;
  /** Every document as it stands today, with newer papers that the study has seen. */
  readonly documents: readonly AssessedDocument[];
  /** The person at the screen is the officer in charge, and has begun. */
  readonly isMine: boolean;
}
