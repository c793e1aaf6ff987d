import { MessageCircleQuestion, MessageSquareReply, Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHqToday } from '#renderer/access/hq/overview.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { type Fact, Facts } from '#renderer/components/Facts.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import type { Lead } from '#shared/contracts/hq/leads.ts';
import { AnswerDialog } from './AnswerDialog.tsx';
import { LeadInquiries, ReferLeadDialog } from './LeadInquiries.tsx';
import { SendDialog } from './SendDialog.tsx';

/** All that is known of it, and what may be done. */
export function LeadDetail({ lead }: { readonly lead: Lead }) {
  const { t } = useTranslation(['leads', 'waiting']);
  const mayWrite = useHqMay('leads.write');
  const today = useHqToday();
  const [open, setOpen] = useState<'answer' | 'send' | 'refer' | null>(null);
  const close = () => setOpen(null);
  const fact = (id: string, term: string, value: Fact['value'] | null): readonly Fact[] =>
    value === null || value === '' ? [] : [{ id, term, value }];
  return (
    <Stack gap={3}>
      <Facts
        layout="columns"
        facts={[
          ...fact('phone', t('leads:phone'), lead.phone && <Bdi>{lead.phone}</Bdi>),
          ...fact('reach', t('leads:reach'), lead.reach),
          ...fact('said', t('leads:said'), lead.said),
          ...fact('by', t('leads:recordedBy'), lead.recordedBy),
          ...fact('answer', t('leads:answer'), lead.answer),
          ...fact(
            'sent',
            t('leads:sentTo'),
            lead.sentAt && (
              <>
                {lead.branchName} ·{' '}
                <InstantText instant={lead.sentAt} today={today} layout="line" />
              </>
            ),
          ),
          ...fact('outcome', t('leads:outcome'), lead.outcome),
          ...fact(
            'case',
            t('leads:caseReference'),
            lead.caseReference && <Bdi>{lead.caseReference}</Bdi>,
          ),
        ]}
      />
      {lead.referral !== null && <LeadInquiries lead={lead} />}
      {mayWrite && (lead.state === 'open' || lead.state === 'sent') && (
        <Row gap={2}>
          <Button icon={MessageSquareReply} onPress={() => setOpen('answer')}>
            {t('leads:answer')}
          </Button>
          {lead.state === 'open' && (
            <Button icon={Send} onPress={() => setOpen('send')}>
              {t('leads:send')}
            </Button>
          )}
          {lead.referral === null && (
            <Button icon={MessageCircleQuestion} onPress={() => setOpen('refer')}>
              {t('waiting:refer')}
            </Button>
          )}
        </Row>
      )}
      {open === 'answer' && <AnswerDialog lead={lead} onClose={close} />}
      {open === 'refer' && <ReferLeadDialog lead={lead} onClose={close} />}
      {open === 'send' && <SendDialog lead={lead} onClose={close} />}
    </Stack>
  );
}
