import type { Verdict } from '#shared/domain/case/vocabulary.ts';
import { blocksSigning, needsReason } from '#shared/domain/matching/matchingSummary.ts';
import type { MatrixRow } from '#shared/domain/matching/matrixRow.ts';

/** What a person may find who looks at stated and read; the others are the rules' or the document's. */
const BY_EYE: readonly Verdict[] = ['match', 'review', 'mismatch', 'notApplicable'];

/**
 * The verdicts that a person at the branch may give this row, the rule's own first. A mismatch on
 * M1-M4 can only be raised to headquarters, which is `review`: nobody here may call it a match.
 */
export function verdictsOpenTo(row: MatrixRow): readonly Verdict[] {
  const computed = row.computed?.verdict;
  if (computed === undefined) return [];
  if (row.blocksSigning && computed === 'mismatch') return ['review'];
  return [computed, ...BY_EYE.filter((verdict) => verdict !== computed)];
}

/** A mismatch that stops signing, for which raising it is the one way besides correcting. */
export function mustBeRaised(row: MatrixRow): boolean {
  return row.computed !== null && blocksSigning(row, row.computed.verdict);
}

/** Whether this verdict on this row waits for words; one reason given for the whole document serves. */
export function wantsWords(row: MatrixRow, verdict: Verdict): boolean {
  return needsReason(verdict, row.computed) && row.documentReason === null;
}
