import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { InquirySlipBody } from '#renderer/caseParts/inquiry/InquirySlipBody.tsx';
import { usePageMargins } from '#renderer/caseParts/usePageMargins.ts';
import { Button } from '#renderer/components/Button.tsx';
import { PaperRoom } from '#renderer/components/PaperRoom.tsx';
import { PrintPage } from '#renderer/components/PrintPage.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { dayOf, spokenDay } from '#renderer/language/days.ts';
import { InLanguage } from '#renderer/language/InLanguage.tsx';
import { directionOf } from '#renderer/language/i18n.ts';
import { LanguageChoice } from '#renderer/language/LanguageChoice.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { HqInquiry } from '#shared/contracts/hq/inquiries.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import { ContactId } from '#shared/domain/contacts/contactEvents.ts';

export interface LeadSlipScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

/** N4 for somebody who came to headquarters itself and has no case yet. */
export function LeadSlipScreen({ params }: LeadSlipScreenProps) {
  const { t } = useTranslation(['leads', 'waiting', 'papers', 'common']);
  const { queries } = useHq();
  const [language, setLanguage] = useState<Language>(useLanguage());
  const parsed = ContactId.safeParse(params['leadId']);
  const leadId = parsed.success ? parsed.data : ('' as ContactId);
  const asked = useQuery(queries.inquiries.ofLead.queryOptions({ input: { leadId } }));
  const inquiry = asked.data?.inquiries.find(
    ({ referral }) => referral.referralId === params['referralId'],
  );
  if (asked.isPending) return <Skeleton label={t('common:loading')} />;
  return (
    <PaperRoom
      back={{ href: '#/leads', label: t('waiting:backToOverview') }}
      name={t('papers:name.N4')}
      isInside
      notes={
        inquiry === undefined ? (
          <>
            <HqErrorNote error={asked.error} />
            {t('waiting:inquiry.notHere')}
          </>
        ) : undefined
      }
      end={
        inquiry === undefined ? undefined : (
          <>
            <LanguageChoice
              label={t('papers:paperLanguage')}
              value={language}
              onChange={setLanguage}
            />
            <Button kind="main" icon={Printer} onPress={() => window.print()}>
              {t('common:print')}
            </Button>
          </>
        )
      }
    >
      {inquiry !== undefined && (
        <InLanguage language={language}>
          <Sheet inquiry={inquiry} />
        </InLanguage>
      )}
    </PaperRoom>
  );
}

function Sheet({ inquiry: { referral, contact } }: { readonly inquiry: HqInquiry }) {
  const { t } = useTranslation(['papers', 'hqDelivery', 'leads']);
  const language = useLanguage();
  const { queries } = useHq();
  const association = useQuery(queries.imports.letterhead.queryOptions()).data;
  const title = t('papers:name.N4');
  usePageMargins(title, language);
  if (association === undefined) return null;
  return (
    <PrintPage
      lang={language}
      dir={directionOf(language)}
      association={inLanguage(association.name, language)}
      unit={t('hqDelivery:unit')}
      title={title}
      subtitle={t('papers:made', spokenDay(dayOf(referral.askedAt), language))}
      foot={[
        <span key="policy">{inLanguage(association.policyVersion, language)}</span>,
        <span key="contact">{inLanguage(association.contactLine, language)}</span>,
      ]}
    >
      <InquirySlipBody
        referral={referral}
        who={contact?.name ?? t('leads:nameless')}
        phone={contact?.phone ?? null}
        topic={contact?.topic ?? ''}
      />
    </PrintPage>
  );
}
