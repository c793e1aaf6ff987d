import { ContactView } from '#shared/contracts/contacts.ts';
import { ContactChannel } from '#shared/domain/case/vocabulary.ts';
import { ContactId } from '#shared/domain/contacts/contactEvents.ts';
import { BeneficiaryId, CaseId } from '#shared/domain/identity.ts';
import { listRow } from './listRow.ts';

type Search = Readonly<Record<string, unknown>>;

export interface ContactsPlace {
  readonly view?: ContactView;
  readonly channel?: ContactChannel;
  /** The beginning of a name or of a number. */
  readonly who?: string;
  /** The first row. */
  readonly from?: number;
}

const LONGEST_WHO = 200;

/** What the list of contacts shows. What an address says wrongly is passed over. */
export function contactsPlace(search: Search): ContactsPlace {
  const view = ContactView.safeParse(search['view']);
  const channel = ContactChannel.safeParse(search['channel']);
  const { who } = search;
  const isWho = typeof who === 'string' && who !== '' && who.length <= LONGEST_WHO;
  return {
    ...(view.success ? { view: view.data } : {}),
    ...(channel.success ? { channel: channel.data } : {}),
    ...(isWho ? { who } : {}),
    ...listRow(search),
  };
}

/** Whose contact or complaint is recorded, where one comes from a case or from a person's file. */
export function entryPlace(search: Search): {
  readonly caseId?: CaseId;
  readonly beneficiaryId?: BeneficiaryId;
} {
  const caseId = CaseId.safeParse(search['caseId']);
  const beneficiaryId = BeneficiaryId.safeParse(search['beneficiaryId']);
  return {
    ...(caseId.success ? { caseId: caseId.data } : {}),
    ...(beneficiaryId.success ? { beneficiaryId: beneficiaryId.data } : {}),
  };
}

/** With what a new case begins: answers before a visit, the contact that becomes it, or a person's file. */
export function newCasePlace(search: Search): {
  readonly said?: string;
  readonly contact?: ContactId;
  readonly beneficiary?: BeneficiaryId;
} {
  const beneficiary = BeneficiaryId.safeParse(search['beneficiary']);
  const contact = ContactId.safeParse(search['contact']);
  return {
    ...(typeof search['said'] === 'string' ? { said: search['said'] } : {}),
    ...(contact.success ? { contact: contact.data } : {}),
    ...(beneficiary.success ? { beneficiary: beneficiary.data } : {}),
  };
}
