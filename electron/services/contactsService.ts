import { findBeneficiary } from '#db/desk/beneficiaries.ts';
import { listCases } from '#db/desk/cases.ts';
import { listComplaintsOfPerson } from '#db/desk/complaints.ts';
import {
  countContactsWaiting,
  findContact,
  listContactsOfNumber,
  listContactsOfPerson,
  listFollowUps,
  listContacts as listStored,
  type StoredContact,
} from '#db/desk/contacts.ts';
import { readCaseEvents } from '#db/desk/journal.ts';
import { listKnownPeople } from '#db/desk/knownPeople.ts';
import { listDeskPeople } from '#db/desk/people.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { Contact, contactsContract, HistoryEntry } from '#shared/contracts/contacts.ts';
import type { CaseEvent, CaseEventKind } from '#shared/domain/case/caseEvent.ts';
import { ContactId } from '#shared/domain/contacts/contactEvents.ts';
import type { ActorId, BeneficiaryId } from '#shared/domain/identity.ts';
import type { ContractInput } from './contractInput.ts';
import { complaintReader, correspondentOf } from './correspondents.ts';
import { appendOfDesk } from './deskEvents.ts';
import type { OpenDesk } from './openDesk.ts';

type Input<Name extends keyof typeof contactsContract> = ContractInput<
  (typeof contactsContract)[Name]
>;

const MOST_CASES = 30;
const MOST_ENTRIES = 200;
const MOST_MAYBE = 5;

/** What of a case stands in a person's history; the case's own timeline says the rest. */
const TOLD_OF_A_CASE: ReadonlySet<CaseEventKind> = new Set<CaseEventKind>([
  'caseOpened',
  'declarationSigned',
  'caseSubmitted',
  'paperPrinted',
]);

/**
 * @throws DeskError `caseNotFound` when the case or the person it is linked to is not here
 */
export function recordContact(desk: OpenDesk, input: Input<'record'>): { contactId: ContactId } {
  const contactId = ContactId.parse(desk.store.ids.uuid());
  const who = correspondentOf(desk, input.who, input.caseId);
  appendOfDesk(desk, { kind: 'contactRecorded', payload: { ...input, contactId, who } }, [
    'contact',
    'contact-who',
  ]);
  return { contactId };
}

/** @throws DeskError `contactNotFound` */
export function followUpContact(desk: OpenDesk, input: Input<'followUp'>): Contact {
  contactAtHand(desk, input.contactId);
  appendOfDesk(desk, { kind: 'contactFollowedUp', payload: input }, [
    `followUp/${input.contactId}`,
  ]);
  return shownContact(desk, contactAtHand(desk, input.contactId));
}

/**
 * Says whose a contact is, which named nobody known, or takes that back.
 * @throws DeskError `contactNotFound`; `caseNotFound` for nobody of this desk; `actionNotAllowed` for what
 * became a case
 */
export function nameContactPerson(
  desk: OpenDesk,
  { contactId, beneficiaryId }: Input<'namePerson'>,
): Contact {
  const { name, phone, caseId } = contactAtHand(desk, contactId);
  if (caseId !== null) throw new DeskError('actionNotAllowed');
  const who = correspondentOf(desk, { beneficiaryId, name, phone }, null);
  appendOfDesk(desk, { kind: 'contactPersonNamed', payload: { contactId, who } });
  return shownContact(desk, contactAtHand(desk, contactId));
}

export function listContacts(
  desk: OpenDesk,
  { channel, view, who, offset, limit }: Input<'list'>,
): { contacts: Contact[]; next: number | null; waiting: number } {
  const db = desk.store.reader;
  const page = listStored(db, { channel, view, who }, { offset, limit });
  return {
    contacts: page.contacts.map((contact) => shownContact(desk, contact)),
    next: page.next,
    waiting: countContactsWaiting(db),
  };
}

/** @throws DeskError `contactNotFound` */
export function getContact(desk: OpenDesk, { contactId }: Input<'get'>) {
  const contact = contactAtHand(desk, contactId);
  return {
    contact: shownContact(desk, contact),
    followUps: listFollowUps(desk.store.reader, contactId).map(({ actorId, ...followUp }) => ({
      ...followUp,
      by: deskNameOf(desk, actorId),
    })),
  };
}

/** @throws DeskError `contactNotFound` */
export function contactAtHand(desk: OpenDesk, contactId: ContactId): StoredContact {
  const contact = findContact(desk.store.reader, contactId);
  if (contact === null) throw new DeskError('contactNotFound');
  return contact;
}

/** Contacts, cases with their papers, and complaints of one person, the latest first. */
export function historyOf(
  desk: OpenDesk,
  { beneficiaryId }: { readonly beneficiaryId: BeneficiaryId },
): { entries: HistoryEntry[]; maybe: Contact[]; complaintsUnread: number } {
  const db = desk.store.reader;
  const phone = findBeneficiary(db, beneficiaryId)?.mobile ?? '';
  const contacts = listContactsOfPerson(db, beneficiaryId, MOST_ENTRIES).map(
    (contact): HistoryEntry => ({
      kind: 'contact',
      at: contact.at,
      contact: shownContact(desk, contact),
    }),
  );
  const cases = listCases(db, { beneficiaryId }, { limit: MOST_CASES }).cases.flatMap((each) =>
    readCaseEvents(db, each.caseId)
      .filter(({ kind }) => TOLD_OF_A_CASE.has(kind))
      .map(
        (event): HistoryEntry => ({
          kind: 'case',
          at: event.at,
          caseId: each.caseId,
          reference: each.reference,
          status: each.status,
          event: event.kind,
          paper: paperOf(event),
        }),
      ),
  );
  const found = listComplaintsOfPerson(db, complaintReader(desk), beneficiaryId);
  const complaints = found.complaints.map(
    ({ at, complaintId, number, answeredOn }): HistoryEntry => ({
      kind: 'complaint',
      at,
      complaintId,
      number,
      isAnswered: answeredOn !== null,
    }),
  );
  return {
    entries: [...contacts, ...cases, ...complaints]
      .toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
      .slice(0, MOST_ENTRIES),
    maybe: listContactsOfNumber(db, phone, MOST_MAYBE).map((contact) =>
      shownContact(desk, contact),
    ),
    complaintsUnread: found.unread,
  };
}

function paperOf(event: CaseEvent) {
  return event.kind === 'paperPrinted' ? event.payload.paper : null;
}

export function shownContact(desk: OpenDesk, stored: StoredContact): Contact {
  const { position: _position, actorId, ...contact } = stored;
  return { ...contact, by: deskNameOf(desk, actorId) };
}

/** Who somebody is that this desk knows, here or elsewhere; empty for nobody. */
export function deskNameOf(desk: OpenDesk, actorId: ActorId): string {
  const { reader } = desk.store;
  const isThey = (person: { readonly actorId: ActorId }) => person.actorId === actorId;
  const found = listDeskPeople(reader).find(isThey) ?? listKnownPeople(reader).find(isThey);
  return found?.displayName ?? '';
}
