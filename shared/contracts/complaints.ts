import { z } from 'zod';
import { ContactChannel } from '#shared/domain/case/vocabulary.ts';
import {
  CONTACT_EVENT_PAYLOADS,
  ComplaintId,
  ComplaintSubject,
} from '#shared/domain/contacts/contactEvents.ts';
import { ActorId, BeneficiaryId, CaseId, Instant, IsoDay } from '#shared/domain/identity.ts';
import { permitted } from './base.ts';

export const Complaint = z.strictObject({
  complaintId: ComplaintId,
  number: z.string(),
  at: Instant,
  by: z.string(),
  channel: ContactChannel,
  about: ComplaintSubject,
  text: z.string(),
  beneficiaryId: BeneficiaryId.nullable(),
  caseId: CaseId.nullable(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  /** The name of the member of this desk whom it names. */
  against: z.string().nullable(),
  recordedOn: IsoDay,
  dueBy: IsoDay,
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredOn: IsoDay.nullable(),
  /** False while it waits on this laptop for headquarters' receipt. */
  receipted: z.boolean(),
});
export type Complaint = z.infer<typeof Complaint>;

export const ComplaintReceipt = z.strictObject({
  number: z.string(),
  about: ComplaintSubject,
  channel: ContactChannel,
  recordedOn: IsoDay,
  dueBy: IsoDay,
});
export type ComplaintReceipt = z.infer<typeof ComplaintReceipt>;

const OneComplaint = z.strictObject({ complaintId: ComplaintId });

/** Nothing of a complaint goes to the person whom it names: `complaintNotShown`, as if it were not there. */
export const complaintsContract = {
  record: permitted('complaints.record')
    .input(
      CONTACT_EVENT_PAYLOADS.complaintRecorded.omit({
        complaintId: true,
        number: true,
        recordedOn: true,
        dueBy: true,
      }),
    )
    .output(z.strictObject({ complaintId: ComplaintId, number: z.string(), dueBy: IsoDay })),
  list: permitted('complaints.record')
    .input(
      z.strictObject({
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(100).default(50),
      }),
    )
    .output(z.strictObject({ complaints: z.array(Complaint), next: z.int().nullable() })),
  get: permitted('complaints.record').input(OneComplaint).output(Complaint),
  receipt: permitted('complaints.record').input(OneComplaint).output(ComplaintReceipt),
  /** The members of this desk, of whom a complaint may name one; and how long an answer may take. */
  form: permitted('complaints.record').output(
    z.strictObject({
      people: z.array(z.strictObject({ actorId: ActorId, displayName: z.string() })),
      dueBy: IsoDay,
    }),
  ),
};
