import { z } from 'zod';
import { PrintedDate } from '#shared/domain/answers/answer.ts';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { BeneficiaryId, CaseId, Instant } from '#shared/domain/identity.ts';
import { permitted } from './base.ts';

export const PersonFound = z.strictObject({
  beneficiaryId: BeneficiaryId,
  name: z.string(),
  maskedId: z.string().nullable(),
  maskedMobile: z.string().nullable(),
  birthDate: PrintedDate.nullable(),
  cases: z.array(
    z.strictObject({
      caseId: CaseId,
      reference: z.string(),
      status: CaseStatus,
      updatedAt: Instant,
    }),
  ),
  matchedOn: z.array(z.enum(['id', 'name', 'mobile', 'birthDate'])),
});
export type PersonFound = z.infer<typeof PersonFound>;

export const peopleContract = {
  /**
   * "Do we know this person?" Each given part narrows; at least one is given. At most 20, best first.
   * A birth date or a mobile finds by equality, an id by its beginning, a name by its normalised words.
   */
  search: permitted('people.search')
    .input(
      z.strictObject({
        idNumber: z.string().max(40).optional(),
        name: z.string().max(400).optional(),
        mobile: z.string().max(40).optional(),
        birthDate: PrintedDate.optional(),
      }),
    )
    .output(z.strictObject({ people: z.array(PersonFound) })),
};
