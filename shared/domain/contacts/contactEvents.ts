import { z } from 'zod';
import { ContactChannel, InitiatedBy } from '../case/vocabulary.ts';
import { ActorId, BeneficiaryId, CaseId, IsoDay } from '../identity.ts';

/** A contact or complaint of this desk. */
export const ContactId = z.uuid().brand<'ContactId'>();
export type ContactId = z.infer<typeof ContactId>;

export const ComplaintId = z.uuid().brand<'ComplaintId'>();
export type ComplaintId = z.infer<typeof ComplaintId>;

/** What a complaint is about (policy, section 8). */
export const ComplaintSubject = z.enum(['service', 'delay', 'conduct']);
export type ComplaintSubject = z.infer<typeof ComplaintSubject>;

const shortText = z.string().trim().max(200);
const longText = z.string().trim().max(4000);

/** Who it is with: someone whom the desk knows, or a name and a number only. */
export const Correspondent = z.strictObject({
  beneficiaryId: BeneficiaryId.nullable(),
  name: shortText.nullable(),
  phone: z.string().trim().max(40).nullable(),
});
export type Correspondent = z.infer<typeof Correspondent>;

/** Whether it says anything at all of who it is with. */
export function isNamed({ beneficiaryId, name, phone }: Correspondent): boolean {
  return beneficiaryId !== null || (name ?? '') !== '' || (phone ?? '') !== '';
}

/** Events of the desk that belong to people rather than to one case. */
export const CONTACT_EVENT_PAYLOADS = {
  /** Somebody reached the association over one of the eight channels, or was reached by it (P5, P18-P25). */
  contactRecorded: z.strictObject({
    contactId: ContactId,
    channel: ContactChannel,
    initiatedBy: InitiatedBy,
    who: Correspondent,
    topic: shortText.min(1),
    said: longText,
    answer: longText,
    /** A suggestion to the association rather than a question or a need (P5). */
    isSuggestion: z.boolean(),
    /** The day by which somebody reports back; null when nothing is left to do. */
    followUpBy: IsoDay.nullable(),
    caseId: CaseId.nullable(),
  }),
  contactFollowedUp: z.strictObject({
    contactId: ContactId,
    outcome: longText.min(1),
    nextBy: IsoDay.nullable(),
  }),
  /** The contact became this case, and is of this person from now on. */
  contactLinked: z.strictObject({
    contactId: ContactId,
    caseId: CaseId,
    beneficiaryId: BeneficiaryId,
  }),
  /** Of whom a contact is that names nobody of this desk, or that it is of nobody known after all. */
  contactPersonNamed: z.strictObject({ contactId: ContactId, who: Correspondent }),
  complaintRecorded: z.strictObject({
    complaintId: ComplaintId,
    number: z.string().max(40),
    channel: ContactChannel,
    about: ComplaintSubject,
    text: longText.min(1),
    who: Correspondent,
    caseId: CaseId.nullable(),
    /** The member of this desk whom it names: to them it is never shown. */
    against: ActorId.nullable(),
    recordedOn: IsoDay,
    dueBy: IsoDay,
  }),
  /** Headquarters has answered; comes by sync, from somebody other than the person complained of. */
  complaintAnswered: z.strictObject({
    complaintId: ComplaintId,
    answer: longText.min(1),
    answeredBy: z.string().trim().min(1).max(120),
    answeredOn: IsoDay,
  }),
} as const;
