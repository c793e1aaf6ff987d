import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/access/desk.ts';
import { useAssociation } from '#renderer/access/reference.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { InquirySlipBody } from '#renderer/caseParts/inquiry/InquirySlipBody.tsx';
import { usePageMargins } from '#renderer/caseParts/usePageMargins.ts';
import { usePrintKey } from '#renderer/caseParts/usePrintKey.ts';
import { Button } from '#renderer/components/Button.tsx';
import { PaperRoom } from '#renderer/components/PaperRoom.tsx';
import { PrintPage } from '#renderer/components/PrintPage.tsx';
import { dayOf, spokenDay } from '#renderer/language/days.ts';
import { InLanguage } from '#renderer/language/InLanguage.tsx';
import { directionOf } from '#renderer/language/i18n.ts';
import { LanguageChoice } from '#renderer/language/LanguageChoice.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Contact } from '#shared/contracts/contacts.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import { ContactId } from '#shared/domain/contacts/contactEvents.ts';
import type { InquiryReferral } from '#shared/domain/contacts/inquiryReferral.ts';

/** N4 for somebody who has no case yet. */
export function InquirySlip() {
  const { t } = useTranslation(['waiting', 'papers', 'contacts', 'common']);
  const params = useParams({ from: '/contacts/$contactId/slip/$referralId' });
  const contactId = ContactId.parse(params.contactId);
  const { queries } = useDesk();
  const [language, setLanguage] = useState<Language>(useLanguage());
  const { data } = useSuspenseQuery(queries.contacts.get.queryOptions({ input: { contactId } }));
  const asked = useSuspenseQuery(
    queries.inquiries.ofContact.queryOptions({ input: { contactId } }),
  ).data;
  const referral = asked.referrals.find(({ referralId }) => referralId === params.referralId);
  usePrintKey(referral !== undefined);
  return (
    <PaperRoom
      back={{ href: `#/contacts/${contactId}`, label: t('waiting:backToOverview') }}
      name={t('papers:name.N4')}
      isHeading={referral === undefined}
      notes={referral === undefined ? t('waiting:inquiry.notHere') : undefined}
      end={
        referral === undefined ? undefined : (
          <>
            <LanguageChoice
              label={t('papers:paperLanguage')}
              value={language}
              onChange={setLanguage}
            />
            <Button kind="main" icon={Printer} shortcut="Ctrl P" onPress={() => window.print()}>
              {t('common:print')}
            </Button>
          </>
        )
      }
    >
      {referral !== undefined && (
        <InLanguage language={language}>
          <Sheet contact={data.contact} referral={referral} />
        </InLanguage>
      )}
    </PaperRoom>
  );
}

function Sheet({
  contact,
  referral,
}: {
  readonly contact: Contact;
  readonly referral: InquiryReferral;
}) {
  const { t } = useTranslation(['papers', 'contacts']);
  const language = useLanguage();
  const association = useAssociation();
  const { branch } = useOpenStatus();
  const title = t('papers:name.N4');
  usePageMargins(title, language);
  return (
    <PrintPage
      lang={language}
      dir={directionOf(language)}
      association={association.name[language]}
      unit={`${branch.name} · ${t('papers:department')}`}
      title={title}
      subtitle={t('papers:made', spokenDay(dayOf(referral.askedAt), language))}
      foot={[
        <span key="policy">{association.policyVersion[language]}</span>,
        <span key="contact">{association.contactLine[language]}</span>,
      ]}
    >
      <InquirySlipBody
        referral={referral}
        who={contact.name ?? t('contacts:nameless')}
        phone={contact.phone}
        topic={contact.topic}
      />
    </PrintPage>
  );
}
