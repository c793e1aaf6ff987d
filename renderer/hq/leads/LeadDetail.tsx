import { MessageSquareReply, Send } from 'lucide-react';
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
import { SendDialog } from './SendDialog.tsx';

/** All that is known of it, and what may be done. */
export function LeadDetail({ lead }: { readonly lead: Lead }) {
  const { t } = useTranslation('leads');
  const mayWrite = useHqMay('leads.write');
  const today = useHqToday();
  const [open, setOpen] = useState<'answer' | 'send' | null>(null);
  const close = () => setOpen(null);
  const fact = (id: string, term: string, value: Fact['value'] | null): readonly Fact[] =>
    value === null || value === '' ? [] : [{ id, term, value }];
  return (
    <Stack gap={3}>
      <Facts
        layout="columns"
        facts={[
          ...fact('phone', t('phone'), lead.phone && <Bdi>{lead.phone}</Bdi>),
          ...fact('reach', t('reach'), lead.reach),
          ...fact('said', t('said'), lead.said),
          ...fact('by', t('recordedBy'), lead.recordedBy),
          ...fact('answer', t('answer'), lead.answer),
          ...fact(
            'sent',
            t('sentTo'),
            lead.sentAt && (
              <>
                {lead.branchName} · <InstantText instant={lead.sentAt} today={today} />
              </>
            ),
          ),
          ...fact('outcome', t('outcome'), lead.outcome),
          ...fact(
            'case',
            t('caseReference'),
            lead.caseReference && <Bdi>{lead.caseReference}</Bdi>,
          ),
        ]}
      />
      {mayWrite && (lead.state === 'open' || lead.state === 'sent') && (
        <Row gap={2}>
          <Button icon={MessageSquareReply} onPress={() => setOpen('answer')}>
            {t('answer')}
          </Button>
          {lead.state === 'open' && (
            <Button icon={Send} onPress={() => setOpen('send')}>
              {t('send')}
            </Button>
          )}
        </Row>
      )}
      {open === 'answer' && <AnswerDialog lead={lead} onClose={close} />}
      {open === 'send' && <SendDialog lead={lead} onClose={close} />}
    </Stack>
  );
}
