import type { CaseAssessment } from './assessCase.ts';
import type { FrozenValidity } from './caseEvent.ts';

/** What a submission keeps of each document: in force or not on that day, and by whose word taken. */
export function frozenValidities({
  documents,
}: Pick<CaseAssessment, 'documents'>): FrozenValidity[] {
  return documents.map(({ needed, validity, byOfficer }) => ({
    documentKey: needed.documentKey,
    verdict: validity.verdict,
    validUntil: validity.validUntil,
    byOfficer:
      byOfficer === null
        ? null
        : {
            referralId: byOfficer.referral.referralId,
            outcome: byOfficer.outcome,
            until: byOfficer.until,
          },
  }));
}
