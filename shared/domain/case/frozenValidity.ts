import { z } from 'zod';
import { IsoDay } from '../identity.ts';
import type { CaseAssessment } from './assessCase.ts';
import { DocumentKey } from './caseKeys.ts';
import { ReferralId } from './referral.ts';
import { ValidityVerdict } from './vocabulary.ts';

/** What was found of a document on a day that counts: at submission, and again for the committee. */
export const FrozenValidity = z.strictObject({
  documentKey: DocumentKey,
  verdict: ValidityVerdict,
  /** The last day on which it is valid, where it has one. */
  validUntil: IsoDay.nullable(),
  /**
   * The officer's word under which it was taken although it was not in force: the verdict above stays
   * what it was. Null where it needed none.
   */
  byOfficer: z
    .strictObject({
      referralId: ReferralId,
      outcome: z.enum(['grace', 'acceptIdentity']),
      /** The last day of the grace. */
      until: IsoDay.nullable(),
    })
    .nullable(),
});
export type FrozenValidity = z.infer<typeof FrozenValidity>;

/** What is kept of each document on the day of the assessment: in force or not, and by whose word taken. */
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
