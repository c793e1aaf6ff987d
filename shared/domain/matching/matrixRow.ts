import type { AnswerPath, AnswerSet } from '../answers/answer.ts';
import type { DocumentKey, MatrixRowKey, VersionedName } from '../case/caseEvent.ts';
import type { Presentation, Verdict } from '../case/vocabulary.ts';
import type { LocalText } from '../questionnaire/model.ts';
import type { DisplayValue } from './displayValue.ts';
import type { ReasonCode, ReasonParams } from './reasonCodes.ts';

/** What the rule itself finds between stated and read. */
export interface ComputedVerdict {
  readonly verdict: Verdict;
  readonly reasonCode: ReasonCode;
  readonly params: ReasonParams;
}

/** "Correct what was stated": the stated answer that may take the reading's value as it stands. */
export interface Correction {
  readonly stated: AnswerPath;
  readonly read: AnswerPath;
}

/** One row of the matching matrix (policy P32), read on one document, about one subject. */
export interface MatrixRow {
  readonly rowKey: MatrixRowKey;
  /** `M12a`: the matrix row, with a letter where one row of the policy compares several fields. */
  readonly row: string;
  readonly documentKey: DocumentKey;
  readonly label: LocalText;
  /** The family member that the row is about; null for the applicant. */
  readonly subject: string | null;
  readonly statedPaths: readonly AnswerPath[];
  /** Inside the document's readings. */
  readonly readPaths: readonly AnswerPath[];
  readonly corrections: readonly Correction[];
  readonly stated: DisplayValue;
  /** null while nothing is read. */
  readonly read: DisplayValue | null;
  readonly statedNormalized: string | null;
  readonly readNormalized: string | null;
  /** null while the document is not read yet. */
  readonly computed: ComputedVerdict | null;
  /** Why the document itself is absent or unreadable: it is the reason of all its rows. */
  readonly documentReason: string | null;
  /** Whether a mismatch on this row stands in the way of signing (M1-M4). */
  readonly blocksSigning: boolean;
  readonly ruleVersion: VersionedName;
}

/** A document as the matrix looks at it; `RecordedDocument` of the case state fits. */
export interface ReadDocument {
  readonly presentation: Presentation;
  readonly originalSighted: boolean;
  /** Why it is absent or unreadable; it serves as the reason of all rows of the document. */
  readonly reason?: string | null;
  readonly readings: AnswerSet;
}
