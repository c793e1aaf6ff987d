import { z } from 'zod';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { BeneficiaryId, CaseId, Instant } from '#shared/domain/identity.ts';
import { permitted } from './base.ts';

const FoundCase = z.strictObject({
  caseId: CaseId,
  reference: z.string(),
  status: CaseStatus,
  applicantName: z.string().nullable(),
  maskedId: z.string().nullable(),
  updatedAt: Instant,
});

export const SearchResults = z.strictObject({
  /** At most five, who came last first. */
  people: z.array(
    z.strictObject({
      beneficiaryId: BeneficiaryId,
      name: z.string(),
      maskedId: z.string().nullable(),
      caseCount: z.int(),
    }),
  ),
  /** At most eight, opened last first; more of them stand behind what is typed on. */
  cases: z.array(FoundCase),
});
export type SearchResults = z.infer<typeof SearchResults>;

export const searchContract = {
  /** Beginnings of names, ids, mobiles and references, or the end of a reference; for each key typed. */
  find: permitted('people.search')
    .input(z.strictObject({ text: z.string().max(300) }))
    .output(SearchResults),
};
