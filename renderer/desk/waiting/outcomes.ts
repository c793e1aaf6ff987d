import type { OpenCase } from '#renderer/access/caseFile.ts';
import type { AssessedDocument, CaseAssessment } from '#shared/domain/case/assessCase.ts';

export const OUTCOMES = ['goOn', 'grace', 'bring', 'acceptIdentity'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Documents on the desk that are no longer in force: for these grace can be given. */
export function documentsForGrace({ documents }: CaseAssessment): readonly AssessedDocument[] {
  return documents.filter(
    ({ recorded, validity }) =>
      recorded?.presentation === 'presented' &&
      (validity.verdict === 'expired' || validity.verdict === 'tooOld'),
  );
}

/** What an answer can allow in this case; what is submitted is not asked for again at the branch. */
export function openOutcomes({ assessment, state }: OpenCase): readonly Outcome[] {
  const isHere = state.submission === null;
  return OUTCOMES.filter((outcome) => {
    switch (outcome) {
      case 'goOn':
        return true;
      case 'grace':
        return isHere && documentsForGrace(assessment).length > 0;
      case 'bring':
        return isHere;
      case 'acceptIdentity':
        return (
          isHere &&
          assessment.documents.some(
            ({ needed, validity }) =>
              needed.identity && (needed.officer || validity.verdict !== 'valid'),
          )
        );
    }
  });
}
