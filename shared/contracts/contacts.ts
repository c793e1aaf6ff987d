import { z } from 'zod';
import { CaseEventKind } from '#shared/domain/case/caseEvent.ts';
import {
  CaseStatus,
  ContactChannel,
  InitiatedBy,
  PaperCode,
} from '#shared/domain/case/vocabulary.ts';
import {
  CONTACT_EVENT_PAYLOADS,
  ComplaintId,
  ContactId,
  isNamed,
} from '#shared/domain/contacts/contactEvents.ts';
import { BeneficiaryId, CaseId, Instant, IsoDay } from '#shared/domain/identity.ts';
import { permitted } from './base.ts';

export const Contact = z.strictObject({
  contactId: ContactId,
  at: Instant,
  /** Who recorded it. */
  by: z.string(),
  channel: ContactChannel,
  initiatedBy: InitiatedBy,
  beneficiaryId: BeneficiaryId.nullable(),
  caseId: CaseId.nullable(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  topic: z.string(),
  said: z.string(),
  answer: z.string(),
  isSuggestion: z.boolean(),
  followUpBy: IsoDay.nullable(),
  /** Where its question to the social-research officer stands; null for none. */
  referral: z.enum(['open', 'answered']).nullable(),
});
export type Contact = z.infer<typeof Contact>;

export const FollowUp = z.strictObject({
  at: Instant,
  by: z.string(),
  outcome: z.string(),
  nextBy: IsoDay.nullable(),
});

export const ContactView = z.enum(['all', 'waiting', 'suggestions', 'outreach']);
export type ContactView = z.infer<typeof ContactView>;

/** One line of a person's history over everything that the desk knows of them. */
export const HistoryEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('contact'), at: Instant, contact: Contact }),
  z.strictObject({
    kind: z.literal('case'),
    at: Instant,
    caseId: CaseId,
    reference: z.string(),
    status: CaseStatus,
    /** What happened to the case; papers name themselves. */
    event: CaseEventKind,
    paper: PaperCode.nullable(),
  }),
  /** A complaint that the reader may open; its text is read there only. */
  z.strictObject({
    kind: z.literal('complaint'),
    at: Instant,
    complaintId: ComplaintId,
    number: z.string(),
    isAnswered: z.boolean(),
  }),
]);
export type HistoryEntry = z.infer<typeof HistoryEntry>;

const recorded = CONTACT_EVENT_PAYLOADS.contactRecorded;

export const contactsContract = {
  /** Someone is named, by themselves or by their case; a suggestion may be nobody's. */
  record: permitted('contacts.write')
    .input(
      recorded
        .omit({ contactId: true })
        .refine(({ who, caseId, isSuggestion }) => isSuggestion || caseId !== null || isNamed(who)),
    )
    .output(z.strictObject({ contactId: ContactId })),
  followUp: permitted('contacts.write')
    .input(CONTACT_EVENT_PAYLOADS.contactFollowedUp)
    .output(Contact),
  /** Whose a contact is, or null that it is of nobody known; what became a case is of its person. */
  namePerson: permitted('contacts.write')
    .input(z.strictObject({ contactId: ContactId, beneficiaryId: BeneficiaryId.nullable() }))
    .output(Contact),
  list: permitted('contacts.read')
    .input(
      z.strictObject({
        channel: ContactChannel.optional(),
        view: ContactView.default('all'),
        /** The beginning of a name or a phone number. */
        who: z.string().max(200).optional(),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(100).default(50),
      }),
    )
    .output(
      z.strictObject({
        contacts: z.array(Contact),
        next: z.int().nullable(),
        waiting: z.int(),
      }),
    ),
  get: permitted('contacts.read')
    .input(z.strictObject({ contactId: ContactId }))
    .output(z.strictObject({ contact: Contact, followUps: z.array(FollowUp) })),
  /** The latest 200 things that happened with this person. */
  history: permitted('contacts.read')
    .input(z.strictObject({ beneficiaryId: BeneficiaryId }))
    .output(
      z.strictObject({
        entries: z.array(HistoryEntry),
        /** Contacts over this person's number that name nobody who is known: theirs, perhaps. */
        maybe: z.array(Contact),
        /** Complaints that the reader has no right to open; they count as a number only. */
        complaintsUnread: z.int(),
      }),
    ),
};
