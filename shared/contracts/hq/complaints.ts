import { z } from 'zod';
import { ContactChannel } from '#shared/domain/case/vocabulary.ts';
import { ComplaintId, ComplaintSubject } from '#shared/domain/contacts/contactEvents.ts';
import { ActorId, BeneficiaryId, CaseId, Instant, IsoDay } from '#shared/domain/identity.ts';
import { hqPermitted } from './base.ts';

/** `open` waits for an answer, or after an appeal for the director's. */
export const ComplaintView = z.enum(['open', 'answered']);
export type ComplaintView = z.infer<typeof ComplaintView>;

export const HqComplaint = z.strictObject({
  complaintId: ComplaintId,
  number: z.string(),
  recordedAt: Instant,
  recordedBy: z.string(),
  /** Null where headquarters itself recorded it. */
  branchName: z.string().nullable(),
  channel: ContactChannel,
  about: ComplaintSubject,
  text: z.string(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  beneficiaryId: BeneficiaryId.nullable(),
  caseId: CaseId.nullable(),
  /** The name of whom it is about. */
  against: z.string().nullable(),
  recordedOn: IsoDay,
  dueBy: IsoDay,
  isOverdue: z.boolean(),
  answer: z.strictObject({ text: z.string(), by: z.string(), on: IsoDay }).nullable(),
  /** The complainant was not content with the answer: the director answers. */
  appeal: z.strictObject({ reason: z.string(), on: IsoDay, isOpen: z.boolean() }).nullable(),
});
export type HqComplaint = z.infer<typeof HqComplaint>;

const words = z.string().trim().min(1).max(4000);
const short = z.string().trim().max(200);
const one = z.strictObject({ complaintId: ComplaintId });

/** Nothing of a complaint is shown to the person whom it names: `notFound`, as if it were not there. */
export const hqComplaintsContract = {
  list: hqPermitted('complaints.read')
    .route({ method: 'GET', path: '/complaints' })
    .input(
      z.strictObject({
        view: ComplaintView.default('open'),
        offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
        limit: z.coerce.number().int().min(1).max(1_000).default(50),
      }),
    )
    .output(
      z.strictObject({
        complaints: z.array(HqComplaint),
        next: z.int().nullable(),
        open: z.int(),
        overdue: z.int(),
        /** Of whom one may be recorded here. */
        people: z.array(z.strictObject({ personId: ActorId, displayName: z.string() })),
      }),
    ),
  open: hqPermitted('complaints.read')
    .route({ method: 'GET', path: '/complaints/{complaintId}' })
    .input(one)
    .output(HqComplaint),
  /** One that reached headquarters itself. */
  record: hqPermitted('complaints.answer')
    .route({ method: 'POST', path: '/complaints' })
    .input(
      z.strictObject({
        channel: ContactChannel,
        about: ComplaintSubject,
        text: words,
        name: short.nullable(),
        phone: z.string().trim().max(40).nullable(),
        against: ActorId.nullable(),
      }),
    )
    .output(HqComplaint),
  /** Goes down to the branch that recorded it. `ownComplaint` for an appeal against one's own answer. */
  answer: hqPermitted('complaints.answer')
    .route({ method: 'POST', path: '/complaints/{complaintId}/answer' })
    .input(one.extend({ answer: words }))
    .output(HqComplaint),
  /** The complainant is not content: from here on the director alone answers. */
  appeal: hqPermitted('complaints.answer')
    .route({ method: 'POST', path: '/complaints/{complaintId}/appeal' })
    .input(one.extend({ reason: words }))
    .output(HqComplaint),
};
