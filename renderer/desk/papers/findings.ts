import type { CaseAssessment } from '#shared/domain/case/assessCase.ts';
import type { RecordedVerdict } from '#shared/domain/case/caseState.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import type { MatrixRow } from '#shared/domain/matching/matrixRow.ts';

/** A row of the matching that a signature must be seen together with. */
export interface Finding {
  readonly id: string;
  readonly label: string;
  /** The member of the family that it is about. */
  readonly subject: string | null;
  readonly document: string;
  readonly row: MatrixRow;
  readonly recorded: RecordedVerdict;
}

/**
 * The verdicts that are not plain matches: whatever differs, is absent or cannot be read, and what a
 * person judged otherwise than the rule and gave a reason for (P32).
 */
export function findingsOf(
  { matrix, documents }: Pick<CaseAssessment, 'matrix' | 'documents'>,
  language: Language,
): readonly Finding[] {
  return matrix.flatMap(({ row, standing }): readonly Finding[] => {
    if (standing === null || !isFinding(standing)) return [];
    const document = documents.find(({ needed }) => needed.documentKey === row.documentKey);
    return [
      {
        id: row.rowKey,
        label: row.label[language],
        subject: row.subject,
        document: document?.needed.label[language] ?? row.documentKey,
        row,
        recorded: standing,
      },
    ];
  });
}

function isFinding(recorded: RecordedVerdict): boolean {
  const { verdict, computed, reason } = recorded;
  if (verdict !== computed && reason !== null && reason.text !== null) return true;
  return verdict !== 'match' && verdict !== 'notApplicable';
}
