import { z } from 'zod';
import { DeliveryVerdict } from '#shared/domain/case/serviceEvents.ts';
import { CaseStatus, ContactChannel } from '#shared/domain/case/vocabulary.ts';
import { BeneficiaryId, BranchOfficeId, CaseId, Instant, IsoDay } from '#shared/domain/identity.ts';
import { hqPermitted } from './base.ts';

export const RegistryOrder = z.enum(['latest', 'name', 'file']);
export type RegistryOrder = z.infer<typeof RegistryOrder>;

/** One person of the registry, under whatever files they came. */
export const RegistryPerson = z.strictObject({
  personId: BeneficiaryId,
  fileNo: z.string(),
  /** Empty while no part of the name is known. */
  name: z.string(),
  maskedId: z.string().nullable(),
  /** A choice of the form's `familyCategory`; empty while it was not stated. */
  category: z.string(),
  branchName: z.string(),
  cases: z.int(),
  openCases: z.int(),
  /** Choices of the form's support items, of all requests. */
  needs: z.array(z.string()),
  latestReference: z.string(),
  latestStatus: CaseStatus,
  latestAt: Instant,
  /** Halalas. */
  deliveredAmount: z.int(),
  conflicts: z.int(),
});
export type RegistryPerson = z.infer<typeof RegistryPerson>;

export const RegistryFilter = z.strictObject({
  branchOfficeId: BranchOfficeId.optional(),
  /** Of the latest request. */
  status: CaseStatus.optional(),
  category: z.string().min(1).max(80).optional(),
  need: z.string().min(1).max(80).optional(),
  /** Of the latest request, both days included. */
  since: IsoDay.optional(),
  until: IsoDay.optional(),
  /** A name in any spelling, an id, a phone, a reference or a file number. */
  text: z.string().max(300).optional(),
});
export type RegistryFilter = z.infer<typeof RegistryFilter>;

const Request = z.strictObject({
  caseId: CaseId,
  reference: z.string(),
  branchName: z.string(),
  status: CaseStatus,
  submittedAt: Instant.nullable(),
  decisionNumbers: z.array(z.string()),
  items: z.array(
    z.strictObject({
      itemId: z.string(),
      label: z.strictObject({ ar: z.string(), en: z.string() }).nullable(),
      /** Null while nothing that was let go stands on it. */
      outcome: z.enum(['accepted', 'rejected', 'deferred']).nullable(),
      /** Halalas of the whole approval, and of what was handed over. */
      approvedAmount: z.int().nullable(),
      deliveredAmount: z.int(),
    }),
  ),
  /** Whether two offices delivered something of it apart. */
  hasConflict: z.boolean(),
});

export const RegistryFile = z.strictObject({
  personId: BeneficiaryId,
  fileNo: z.string(),
  /** Other numbers under which this person came before they were joined. */
  otherFileNos: z.array(z.string()),
  name: z.string(),
  maskedId: z.string().nullable(),
  /** For who helps this person now: they call it. */
  mobile: z.string().nullable(),
  category: z.string(),
  city: z.string().nullable(),
  /** The one changed last first. */
  requests: z.array(Request),
  /** From the latest request that names any. */
  household: z.array(
    z.strictObject({
      rowId: z.string(),
      name: z.string(),
      relation: z.strictObject({ ar: z.string(), en: z.string() }).nullable(),
      maskedId: z.string().nullable(),
      birthYear: z.int().nullable(),
    }),
  ),
  /** What was handed over, the latest first. */
  deliveries: z.array(
    z.strictObject({
      deliveryId: z.string(),
      caseId: CaseId,
      label: z.strictObject({ ar: z.string(), en: z.string() }).nullable(),
      deliveredOn: IsoDay,
      amount: z.int().nullable(),
      quantity: z.int().nullable(),
      deliverer: z.string(),
      outcome: DeliveryVerdict.shape.outcome.nullable(),
    }),
  ),
  /** Papers that were laid on a desk, those that end first first. */
  documents: z.array(
    z.strictObject({
      caseId: CaseId,
      documentKey: z.string(),
      name: z.strictObject({ ar: z.string(), en: z.string() }).nullable(),
      endsOn: IsoDay.nullable(),
      pages: z.int(),
    }),
  ),
  /** Contacts of the branches and of headquarters, the latest first; at most 100. */
  contacts: z.array(
    z.strictObject({
      contactId: z.string(),
      at: Instant,
      channel: ContactChannel,
      topic: z.string(),
      said: z.string(),
      answer: z.string(),
      branchName: z.string().nullable(),
    }),
  ),
  today: IsoDay,
});
export type RegistryFile = z.infer<typeof RegistryFile>;

const choices = z.array(
  z.strictObject({ name: z.string(), label: z.strictObject({ ar: z.string(), en: z.string() }) }),
);

export const hqRegistryContract = {
  /**
   * A stretch of the list: behind `after`, the cursor of the stretch before it, which costs the same
   * anywhere in the list; or from `offset` on, for whoever jumps into the middle of it.
   */
  list: hqPermitted('registry.read')
    .route({ method: 'GET', path: '/registry' })
    .input(
      RegistryFilter.extend({
        order: RegistryOrder.default('latest'),
        after: z.string().max(400).optional(),
        offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
        limit: z.coerce.number().int().min(1).max(100).default(50),
      }),
    )
    .output(
      z.strictObject({
        people: z.array(RegistryPerson),
        /** Of everybody who fits, not of this stretch alone. */
        total: z.int(),
        /** The search found more than so many, and the list holds that many: it wants another word. */
        isCut: z.boolean(),
        /** Where the next stretch begins; null behind the last one. */
        next: z.string().nullable(),
      }),
    ),
  /** What the list can be narrowed by, in the words of the form in force. */
  filters: hqPermitted('registry.read')
    .route({ method: 'GET', path: '/registry/filters' })
    .output(
      z.strictObject({
        branches: z.array(z.strictObject({ branchOfficeId: BranchOfficeId, name: z.string() })),
        categories: choices,
        needs: choices,
      }),
    ),
  /** `notFound` for somebody who is not in the registry. */
  open: hqPermitted('registry.read')
    .route({ method: 'GET', path: '/registry/{personId}' })
    .input(z.strictObject({ personId: BeneficiaryId }))
    .output(RegistryFile),
};
