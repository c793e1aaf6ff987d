import { z } from 'zod';
import { CaseEvent } from '#shared/domain/case/caseEvent.ts';
import { SERVICE_EVENT_PAYLOADS } from '#shared/domain/case/serviceEvents.ts';
import { CaseStatus, Language } from '#shared/domain/case/vocabulary.ts';
import { BeneficiaryId, BranchOfficeId, CaseId, IsoDay } from '#shared/domain/identity.ts';
import { DeliverySaid, RegistrationSaid, SettlementSaid } from '../service.ts';
import { hqPermitted } from './base.ts';

/**
 * What is to be done after the decision: acceptances that were told and are not registered, parts that
 * fall due, deliveries that two offices recorded apart, opinions to ask for.
 */
export const DeliveryView = z.enum(['toRegister', 'due', 'conflicts', 'opinion']);
export type DeliveryView = z.infer<typeof DeliveryView>;

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u);

const label = z.strictObject({ ar: z.string(), en: z.string() }).nullable();

export const DeliveryRow = z.strictObject({
  caseId: CaseId,
  personId: BeneficiaryId,
  reference: z.string(),
  fileNo: z.string().nullable(),
  applicantName: z.string(),
  branchName: z.string(),
  status: CaseStatus,
  /** The part that falls due; null in the other lists. */
  due: z
    .strictObject({
      itemId: z.string(),
      label,
      /** 1 for the first of `parts`. */
      number: z.int(),
      parts: z.int(),
      dueOn: IsoDay,
      isOverdue: z.boolean(),
      /** Halalas that are left of it. */
      amount: z.int().nullable(),
      quantity: z.int().nullable(),
    })
    .nullable(),
});
export type DeliveryRow = z.infer<typeof DeliveryRow>;

const caseInput = z.strictObject({ caseId: CaseId });
const done = z.strictObject({ status: CaseStatus });

export const ServiceCase = z.strictObject({
  caseId: CaseId,
  personId: BeneficiaryId,
  fileNo: z.string().nullable(),
  branchName: z.string(),
  events: z.array(CaseEvent),
  /** Names of those who wrote them. */
  people: z.record(z.string(), z.string()),
  /** Headquarters' own Asia/Riyadh day. */
  today: IsoDay,
});
export type ServiceCase = z.infer<typeof ServiceCase>;

export const hqDeliveryContract = {
  list: hqPermitted('service.register')
    .route({ method: 'GET', path: '/deliveries' })
    .input(
      z.strictObject({
        view: DeliveryView,
        branchOfficeId: BranchOfficeId.optional(),
        /** Of what falls due, one month; left out, everything until the end of this one. */
        month: Month.optional(),
        after: z.string().max(400).optional(),
        limit: z.coerce.number().int().min(1).max(200).default(100),
      }),
    )
    .output(
      z.strictObject({
        rows: z.array(DeliveryRow),
        total: z.int(),
        next: z.string().nullable(),
        counts: z.record(DeliveryView, z.int()),
        overdue: z.int(),
        /** Months in which something falls due, with how much money. */
        months: z.array(z.strictObject({ month: Month, parts: z.int(), amount: z.int() })),
        branches: z.array(z.strictObject({ branchOfficeId: BranchOfficeId, name: z.string() })),
        today: IsoDay,
      }),
    ),
  open: hqPermitted('service.register')
    .route({ method: 'GET', path: '/cases/{caseId}/service' })
    .input(caseInput)
    .output(ServiceCase),
  register: hqPermitted('service.register')
    .route({ method: 'POST', path: '/cases/{caseId}/registration' })
    .input(caseInput.extend(RegistrationSaid.shape))
    .output(done),
  schedule: hqPermitted('service.deliver')
    .route({ method: 'POST', path: '/cases/{caseId}/schedule' })
    .input(caseInput.extend(SERVICE_EVENT_PAYLOADS.serviceScheduled.shape))
    .output(done),
  deliver: hqPermitted('service.deliver')
    .route({ method: 'POST', path: '/cases/{caseId}/deliveries' })
    .input(caseInput.extend({ delivery: DeliverySaid }))
    .output(done),
  settle: hqPermitted('service.deliver')
    .route({ method: 'POST', path: '/cases/{caseId}/deliveries/settlement' })
    .input(caseInput.extend(SettlementSaid.shape))
    .output(done),
  withdraw: hqPermitted('service.register')
    .route({ method: 'POST', path: '/cases/{caseId}/withdrawal' })
    .input(caseInput.extend(SERVICE_EVENT_PAYLOADS.requestWithdrawn.omit({ dataTold: true }).shape))
    .output(done),
  notReached: hqPermitted('service.register')
    .route({ method: 'POST', path: '/cases/{caseId}/not-reached' })
    .input(caseInput.extend(SERVICE_EVENT_PAYLOADS.opinionNotReached.shape))
    .output(done),
  close: hqPermitted('cases.close')
    .route({ method: 'POST', path: '/cases/{caseId}/closing' })
    .input(caseInput)
    .output(done),
  /** The number of the copy that is printed now: a receipt of one delivery (N7), a withdrawal (N8). */
  print: hqPermitted('service.register')
    .route({ method: 'POST', path: '/cases/{caseId}/papers' })
    .input(
      caseInput.extend({
        paper: z.enum(['N7', 'N8']),
        subject: z.uuid().nullable(),
        language: Language,
      }),
    )
    .output(z.strictObject({ copy: z.int() })),
};
