import type { AnswerPath } from '../answers/answer.ts';
import type { NeededDocument } from '../documents/neededDocuments.ts';
import type { IsoDay } from '../identity.ts';
import type { Row } from '../questionnaire/rows.ts';
import type { DisplayValue } from './displayValue.ts';
import type { MatchingRule, NationalityTable } from './matchingRules.ts';
import type { ComputedVerdict, Correction, ReadDocument } from './matrixRow.ts';
import type { FilledForm } from './rowSide.ts';

/** Everything that one row of the matrix is made of. */
export interface RowContext {
  readonly rule: MatchingRule;
  readonly needed: NeededDocument;
  readonly interview: FilledForm;
  /** The row of the interview that it is about; null for the applicant. */
  readonly row: Row | null;
  /** undefined while the document was not recorded. */
  readonly document: ReadDocument | undefined;
  readonly paper: FilledForm;
  readonly today: IsoDay;
  readonly nationalities: NationalityTable;
}

/** What a row finds, before it is given its key, label and version. */
export interface RowFinding {
  readonly statedPaths: readonly AnswerPath[];
  readonly readPaths: readonly AnswerPath[];
  readonly corrections: readonly Correction[];
  readonly stated: DisplayValue;
  readonly read: DisplayValue | null;
  readonly statedNormalized: string | null;
  readonly readNormalized: string | null;
  readonly computed: ComputedVerdict | null;
}
