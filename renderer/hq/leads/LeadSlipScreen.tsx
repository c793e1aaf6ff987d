import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { InquirySlipBody } from '#renderer/caseParts/inquiry/InquirySlipBody.tsx';
import { HqPaper, HqSheet } from '#renderer/caseParts/papers/HqPaper.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { dayOf, spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { HqInquiry } from '#shared/contracts/hq/inquiries.ts';
import { ReferralId } from '#shared/domain/case/referral.ts';
import { ContactId } from '#shared/domain/contacts/contactEvents.ts';

export interface LeadSlipScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

/** N4 for somebody who came to headquarters itself and has no case yet. */
export function LeadSlipScreen({ params }: LeadSlipScreenProps) {
  const { t } = useTranslation(['waiting', 'papers', 'common']);
  const { client, queries } = useHq();
  const parsed = ContactId.safeParse(params['leadId']);
  const leadId = parsed.success ? parsed.data : ('' as ContactId);
  const asked = useQuery(queries.inquiries.ofLead.queryOptions({ input: { leadId } }));
  const inquiry = asked.data?.inquiries.find(
    ({ referral }) => referral.referralId === params['referralId'],
  );
  if (asked.isPending) return <Skeleton label={t('common:loading')} />;
  return (
    <HqPaper
      back={{ href: '#/leads', label: t('waiting:backToOverview') }}
      name={t('papers:name.N4')}
      record={(language) =>
        client.inquiries.printSlip({
          referralId: ReferralId.parse(params['referralId']),
          language,
        })
      }
      notes={
        inquiry === undefined && (
          <>
            <HqErrorNote error={asked.error} />
            {t('waiting:inquiry.notHere')}
          </>
        )
      }
      sheet={inquiry === undefined ? null : (copy) => <Sheet inquiry={inquiry} copy={copy} />}
    />
  );
}

interface SheetProps {
  readonly inquiry: HqInquiry;
  readonly copy: number | null;
}

function Sheet({ inquiry: { referral, contact }, copy }: SheetProps) {
  const { t } = useTranslation(['papers', 'hqDelivery', 'leads']);
  return (
    <HqSheet
      unit={t('hqDelivery:unit')}
      form="N4"
      copy={copy}
      title={t('papers:name.N4')}
      subtitle={t('papers:made', spokenDay(dayOf(referral.askedAt), useLanguage()))}
    >
      <InquirySlipBody
        referral={referral}
        who={contact?.name ?? t('leads:nameless')}
        phone={contact?.phone ?? null}
        topic={contact?.topic ?? ''}
      />
    </HqSheet>
  );
}
