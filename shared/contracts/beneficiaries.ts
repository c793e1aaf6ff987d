import { z } from 'zod';
import { Answer, AnswerPath, PrintedDate, RowId } from '#shared/domain/answers/answer.ts';
import { DocumentKey } from '#shared/domain/case/caseKeys.ts';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { BeneficiaryId, CaseId, Instant, IsoDay } from '#shared/domain/identity.ts';
import { permitted } from './base.ts';
import { CaseSummary } from './cases.ts';

/** `open`: with a request of which something may still come; `papers`: with a paper that ends soon. */
export const BeneficiaryView = z.enum(['all', 'open', 'papers']);
export type BeneficiaryView = z.infer<typeof BeneficiaryView>;

export const BeneficiaryOrder = z.enum(['latest', 'name']);
export type BeneficiaryOrder = z.infer<typeof BeneficiaryOrder>;

const Face = z.strictObject({
  beneficiaryId: BeneficiaryId,
  /** Empty while no part of the name is known. */
  name: z.string(),
  maskedId: z.string().nullable(),
  maskedMobile: z.string().nullable(),
  birthDate: PrintedDate.nullable(),
  /** A choice of the form's `familyCategory`; empty while it was not stated. */
  category: z.string(),
  caseCount: z.int(),
});

export const BeneficiaryRow = Face.extend({
  openCount: z.int(),
  latestCase: z.strictObject({
    caseId: CaseId,
    reference: z.string(),
    status: CaseStatus,
    updatedAt: Instant,
  }),
});
export type BeneficiaryRow = z.infer<typeof BeneficiaryRow>;

export const KnownAnswer = z.strictObject({
  path: AnswerPath,
  answer: Answer,
  saidOn: IsoDay,
  caseId: CaseId,
  isFresh: z.boolean(),
});

export const BeneficiaryFile = Face.extend({
  /** The number for who helps this person now: they call it. */
  mobile: z.string().nullable(),
  /** On which file headquarters keeps this person, and with which files it was joined. */
  atHeadquarters: z.strictObject({
    fileNo: z.string().nullable(),
    joinedWith: z.array(z.string()),
    isJoined: z.boolean(),
  }),
  /** The one changed last first; at most 50 of `caseCount`. */
  requests: z.array(CaseSummary),
  /** From the latest requests, for the form in force. */
  known: z.strictObject({
    answers: z.array(KnownAnswer),
    rows: z.array(z.strictObject({ repeat: z.string(), rowId: RowId })),
  }),
  /** Papers that were laid on the desk and end from today on, the first to end first. */
  papers: z.array(
    z.strictObject({
      caseId: CaseId,
      documentKey: DocumentKey,
      name: z.strictObject({ ar: z.string(), en: z.string() }).nullable(),
      endsOn: IsoDay,
      /** Within the days in which the desk reminds of it. */
      isSoon: z.boolean(),
    }),
  ),
});
export type BeneficiaryFile = z.infer<typeof BeneficiaryFile>;

export const beneficiariesContract = {
  list: permitted('people.search')
    .input(
      z.strictObject({
        view: BeneficiaryView.default('all'),
        order: BeneficiaryOrder.default('latest'),
        category: z.string().min(1).max(80).optional(),
        /** Finds like the search: the 200 who came last. */
        text: z.string().max(300).optional(),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(100).default(50),
      }),
    )
    .output(z.strictObject({ people: z.array(BeneficiaryRow), total: z.int() })),
  /** `caseNotFound` for somebody who has no request here. */
  get: permitted('case.read')
    .input(z.strictObject({ beneficiaryId: BeneficiaryId }))
    .output(BeneficiaryFile),
};
