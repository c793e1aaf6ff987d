import { findInquiry, listInquiries } from '#db/desk/inquiries.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { FormScope } from '#shared/contracts/formDrafts.ts';
import type { ContactReferrals, inquiriesContract } from '#shared/contracts/inquiries.ts';
import type { ContactId } from '#shared/domain/contacts/contactEvents.ts';
import { type InquiryReferral, inquiryStanding } from '#shared/domain/contacts/inquiryReferral.ts';
import { contactAtHand, deskNameOf } from './contactsService.ts';
import type { ContractInput } from './contractInput.ts';
import { appendOfDesk } from './deskEvents.ts';
import { type OpenDesk, todayOf } from './openDesk.ts';

type Input<Name extends keyof typeof inquiriesContract> = ContractInput<
  (typeof inquiriesContract)[Name]
>;

/** @throws DeskError `contactNotFound` */
export function inquiriesOf(desk: OpenDesk, { contactId }: Input<'ofContact'>): ContactReferrals {
  contactAtHand(desk, contactId);
  return shownInquiries(desk, contactId);
}

/**
 * @throws DeskError `contactNotFound`; `inquiryIsCase` where the contact became a case, which has
 * referrals of its own; `inputInvalid` for an appointment that is over
 */
export function referInquiry(desk: OpenDesk, input: Input<'refer'>): ContactReferrals {
  const contact = contactAtHand(desk, input.contactId);
  if (contact.caseId !== null) throw new DeskError('inquiryIsCase');
  const today = todayOf(desk);
  if (input.appointment !== null && input.appointment.on < today) {
    throw new DeskError('inputInvalid');
  }
  const { ids } = desk.store;
  const payload = { ...input, referralId: ids.uuid(), entryId: ids.uuid(), askedOn: today };
  appendOfDesk(desk, { kind: 'inquiryReferred', payload }, [`inquiry/${input.contactId}`]);
  return shownInquiries(desk, input.contactId);
}

/** @throws DeskError `contactNotFound` */
export function addInquiryQuestion(desk: OpenDesk, input: Input<'addQuestion'>): ContactReferrals {
  const { contactId } = inquiryAtHand(desk, input.referralId);
  const payload = { ...input, entryId: desk.store.ids.uuid(), askedOn: todayOf(desk) };
  appendOfDesk(desk, { kind: 'inquiryQuestionAdded', payload }, [threadForm(payload)]);
  return shownInquiries(desk, contactId);
}

/** @throws DeskError `contactNotFound`, `inquiryClosed`; `inputInvalid` for a day that is to come */
export function answerInquiry(desk: OpenDesk, input: Input<'answer'>): ContactReferrals {
  const { contactId } = openInquiry(desk, input.referralId);
  if (input.answeredOn > todayOf(desk)) throw new DeskError('inputInvalid');
  const payload = { ...input, entryId: desk.store.ids.uuid() };
  appendOfDesk(desk, { kind: 'inquiryAnswered', payload }, formsOf(payload));
  return shownInquiries(desk, contactId);
}

/** @throws DeskError `contactNotFound`, `inquiryClosed` */
export function withdrawInquiry(desk: OpenDesk, input: Input<'withdraw'>): ContactReferrals {
  const { contactId } = openInquiry(desk, input.referralId);
  const payload = { ...input, entryId: desk.store.ids.uuid() };
  appendOfDesk(desk, { kind: 'inquiryWithdrawn', payload }, formsOf(payload));
  return shownInquiries(desk, contactId);
}

interface OfReferral {
  readonly referralId: string;
}

function threadForm({ referralId }: OfReferral): FormScope {
  return `inquiryThread/${referralId}`;
}

/** What was begun on a referral that is over. */
function formsOf(referral: OfReferral): readonly FormScope[] {
  return [threadForm(referral), `inquiryAnswer/${referral.referralId}`];
}

function inquiryAtHand(desk: OpenDesk, referralId: string): InquiryReferral {
  const found = findInquiry(desk.store.reader, referralId);
  if (found === null) throw new DeskError('contactNotFound');
  return found;
}

function openInquiry(desk: OpenDesk, referralId: string): InquiryReferral {
  const found = inquiryAtHand(desk, referralId);
  if (inquiryStanding(found) !== 'open') throw new DeskError('inquiryClosed');
  return found;
}

function shownInquiries(desk: OpenDesk, contactId: ContactId): ContactReferrals {
  const referrals = listInquiries(desk.store.reader, contactId);
  const actors = referrals.flatMap(({ thread }) =>
    thread.flatMap((entry) => (entry.kind === 'question' ? [entry.actorId] : [])),
  );
  return {
    referrals: [...referrals],
    people: Object.fromEntries(actors.map((actorId) => [actorId, deskNameOf(desk, actorId)])),
  };
}
