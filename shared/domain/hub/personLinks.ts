import { z } from 'zod';
import { MergeId } from '../case/mergeEvents.ts';
import { BeneficiaryId, BranchOfficeId, CaseId } from '../identity.ts';

const words = z.string().trim().min(1).max(2000);

/** What is shown of a person and may differ between two records of one. */
export const PersonField = z.enum([
  'name',
  'nationalId',
  'passport',
  'birthDate',
  'sex',
  'nationality',
  'maritalStatus',
  'mobile',
  'region',
  'city',
  'district',
  'street',
  'postalCode',
  'occupation',
  'iban',
]);
export type PersonField = z.infer<typeof PersonField>;

export const CollisionKind = z.enum(['iban', 'mobile', 'member']);
export type CollisionKind = z.infer<typeof CollisionKind>;

/**
 * What people at headquarters said about who is who. Events of cases stay as they are: who is one person
 * follows from these alone, and is taken back by another of them.
 */
export const PERSON_LINK_PAYLOADS = {
  personsMerged: z.strictObject({
    mergeId: MergeId,
    keptId: BeneficiaryId,
    mergedId: BeneficiaryId,
    /** The file of each before; null where it had none yet. */
    keptFileNo: z.string().max(40).nullable(),
    mergedFileNo: z.string().max(40).nullable(),
    /** Fields in which the value of the one who was merged counts from here on. */
    fromMerged: z.array(PersonField).max(PersonField.options.length),
    /** Requests that only repeat another of the same person. */
    duplicates: z.array(z.strictObject({ caseId: CaseId, of: CaseId })).max(50),
    reason: words,
  }),
  mergeUndone: z.strictObject({ mergeId: MergeId, reason: words }),
  personsToldApart: z.strictObject({
    oneId: BeneficiaryId,
    otherId: BeneficiaryId,
    /** What agreed between them then: when more of what is a person's own agrees, it is asked again. */
    agreed: z.array(z.string().max(40)).max(40),
    reason: words,
  }),
  pairAsked: z.strictObject({
    oneId: BeneficiaryId,
    otherId: BeneficiaryId,
    branchOfficeId: BranchOfficeId,
    question: words,
  }),
  collisionDismissed: z.strictObject({
    collisionId: z.uuid(),
    kind: CollisionKind,
    people: z.array(BeneficiaryId).max(2000),
    reason: words,
  }),
} as const;
