import { useTranslation } from 'react-i18next';
import { PaperFacts } from '#renderer/caseParts/PaperFacts.tsx';
import { SlipAppointment, SlipThread } from '#renderer/caseParts/papers/SlipParts.tsx';
import { Words, writtenPhone } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import type { InquiryReferral } from '#shared/domain/contacts/inquiryReferral.ts';
import { parseSaudiMobile } from '#shared/domain/identifiers/phone.ts';

export interface InquirySlipBodyProps {
  readonly referral: InquiryReferral;
  /** Of whom the question is, and what they asked. */
  readonly who: string;
  readonly phone: string | null;
  readonly topic: string;
}

/** What stands on slip N4 of somebody who has no case yet: to whom, why, what is asked, and when they meet. */
export function InquirySlipBody({ referral, who, phone, topic }: InquirySlipBodyProps) {
  const { t } = useTranslation(['waiting', 'contacts']);
  const { reason, appointment, thread } = referral;
  return (
    <>
      <PaperFacts
        facts={[
          {
            id: 'to',
            term: t('waiting:paper.to'),
            value: <strong>{t('waiting:paper.toWhom')}</strong>,
            isWide: true,
          },
          { id: 'who', term: t('contacts:name'), value: <Words>{who}</Words> },
          ...(phone === null
            ? []
            : [
                {
                  id: 'phone',
                  term: t('contacts:phone'),
                  value: <Bdi>{writtenPhone(parseSaudiMobile(phone) ?? phone)}</Bdi>,
                },
              ]),
          { id: 'topic', term: t('contacts:topic'), value: <Words>{topic}</Words>, isWide: true },
          {
            id: 'reason',
            term: t('waiting:paper.reason'),
            value: t(`waiting:reason.${reason}`),
            isWide: true,
          },
          {
            id: 'appointment',
            term: t('waiting:paper.appointment'),
            value: <SlipAppointment appointment={appointment} />,
            isWide: true,
          },
        ]}
      />
      <SlipThread
        entries={thread.map(({ entryId, kind, text }) => ({
          id: entryId,
          isAnswer: kind === 'answer',
          text,
        }))}
        noPenalty={t('waiting:inquiry.noPenalty')}
      />
    </>
  );
}
