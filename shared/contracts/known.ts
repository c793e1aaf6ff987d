import { z } from 'zod';
import { PrintedDate } from '#shared/domain/answers/answer.ts';
import { KnownPersonAnswer, KnownStrength, KnownSubject } from '#shared/domain/case/knownEvents.ts';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { BeneficiaryId, CaseId, EventId, Instant, IsoDay } from '#shared/domain/identity.ts';
import { PersonSaid } from '#shared/domain/known/personSaid.ts';
import { Agreement } from '#shared/domain/linkage/explainPair.ts';
import { FieldKind } from '#shared/domain/linkage/fields.ts';
import { Appended, CaseInput, permitted } from './base.ts';

/** What a field says about the question whether two are one person, for `explainInWords`. */
const Evidence = z.strictObject({
  field: z.string(),
  kind: FieldKind,
  agreement: Agreement,
  /** In bits. */
  weight: z.number(),
});

/** Somebody whom this branch knows and who may be the one who was spoken of. */
export const KnownHere = z.strictObject({
  subject: KnownSubject,
  beneficiaryId: BeneficiaryId,
  strength: KnownStrength,
  sameIdentifier: z.boolean(),
  probability: z.number().min(0).max(1),
  evidence: z.array(Evidence),
  name: z.string(),
  maskedId: z.string().nullable(),
  maskedMobile: z.string().nullable(),
  birthDate: PrintedDate.nullable(),
  /** The requests opened last, at most three. */
  cases: z.array(
    z.strictObject({
      caseId: CaseId,
      reference: z.string(),
      status: CaseStatus,
      updatedAt: Instant,
    }),
  ),
});
export type KnownHere = z.infer<typeof KnownHere>;

/** A person like the one who was spoken of may be registered at another branch: no data, only how like. */
export const KnownElsewhere = z.strictObject({
  subject: KnownSubject,
  strength: KnownStrength,
  sameIdentifier: z.boolean(),
});
export type KnownElsewhere = z.infer<typeof KnownElsewhere>;

export const knownContract = {
  /**
   * Who may be the one who is spoken of, likeliest first, at most five of either; empty where there is too
   * little to tell. Changes nothing.
   */
  candidates: permitted('people.search')
    .input(
      z.strictObject({
        said: PersonSaid,
        /** The case in which it is said: neither its own person nor those answered for are found. */
        caseId: CaseId.nullable().default(null),
      }),
    )
    .output(
      z.strictObject({
        here: z.array(KnownHere),
        elsewhere: z.array(KnownElsewhere),
        /** False while the people of this desk are still being read in: more may be found in a moment. */
        isWhole: z.boolean(),
      }),
    ),
  /** Asks for a case as it stands on record and writes down what is new; those found and as they stand. */
  check: permitted('case.write').input(CaseInput).output(Appended),
  /**
   * Those who were found for a case, as this desk can show them.
   * `asOf` is the case's last event: what was found may change with each.
   */
  found: permitted('case.read')
    .input(CaseInput.extend({ asOf: EventId.optional() }))
    .output(z.strictObject({ here: z.array(KnownHere), elsewhere: z.array(KnownElsewhere) })),
  /**
   * Whom an entry of the match index means, from headquarters: the branch to call, and for a relations
   * officer the file and the last request. `hubUnreachable` where it cannot be asked now.
   */
  askHeadquarters: permitted('people.search')
    .input(z.strictObject({ subject: KnownSubject, caseId: CaseId.nullable() }))
    .output(
      z.strictObject({
        branches: z.array(z.string()),
        details: z
          .strictObject({ fileNo: z.string().nullable(), lastRequestOn: IsoDay.nullable() })
          .nullable(),
      }),
    ),
  /**
   * The answer of the person who knows. "The same person" puts the case on their file and takes over what
   * is known and was not said yet. `caseNotFound` for somebody who has no case here.
   */
  answer: permitted('case.write')
    .input(CaseInput.extend({ answer: KnownPersonAnswer }))
    .output(Appended),
};
