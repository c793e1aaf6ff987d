import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/access/desk.ts';
import { InquirySlipBody } from '#renderer/caseParts/inquiry/InquirySlipBody.tsx';
import {
  BranchPaper,
  BranchSheet,
  type SheetCopy,
} from '#renderer/caseParts/papers/BranchPaper.tsx';
import { dayOf, spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Contact } from '#shared/contracts/contacts.ts';
import { ContactId } from '#shared/domain/contacts/contactEvents.ts';
import type { InquiryReferral } from '#shared/domain/contacts/inquiryReferral.ts';

/** N4 for somebody who has no case yet. */
export function InquirySlip() {
  const { t } = useTranslation(['waiting', 'papers']);
  const params = useParams({ from: '/contacts/$contactId/slip/$referralId' });
  const contactId = ContactId.parse(params.contactId);
  const { queries } = useDesk();
  const { data } = useSuspenseQuery(queries.contacts.get.queryOptions({ input: { contactId } }));
  const asked = useSuspenseQuery(
    queries.inquiries.ofContact.queryOptions({ input: { contactId } }),
  ).data;
  const referral = asked.referrals.find(({ referralId }) => referralId === params.referralId);
  return (
    <BranchPaper
      back={{ href: `#/contacts/${contactId}`, label: t('waiting:backToOverview') }}
      name={t('papers:name.N4')}
      counted={referral === undefined ? null : { paper: 'N4', subject: referral.referralId }}
      notes={referral === undefined && t('waiting:inquiry.notHere')}
      sheet={
        referral === undefined
          ? null
          : (copy) => <Sheet contact={data.contact} referral={referral} copy={copy} />
      }
    />
  );
}

interface SheetProps {
  readonly contact: Contact;
  readonly referral: InquiryReferral;
  readonly copy: SheetCopy;
}

function Sheet({ contact, referral, copy }: SheetProps) {
  const { t } = useTranslation(['papers', 'contacts']);
  return (
    <BranchSheet
      form="N4"
      copy={copy}
      title={t('papers:name.N4')}
      subtitle={t('papers:made', spokenDay(dayOf(referral.askedAt), useLanguage()))}
    >
      <InquirySlipBody
        referral={referral}
        who={contact.name ?? t('contacts:nameless')}
        phone={contact.phone}
        topic={contact.topic}
      />
    </BranchSheet>
  );
}
