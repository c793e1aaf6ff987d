import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqToday, useLookEvery } from '#renderer/access/hq/overview.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { InquiryPanel } from '#renderer/caseParts/inquiry/InquiryPanel.tsx';
import {
  InquiryQuestionFields,
  typedInquiry,
} from '#renderer/caseParts/inquiry/InquiryQuestionFields.tsx';
import { useFormText } from '#renderer/caseParts/study/formText.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import type { Lead } from '#shared/contracts/hq/leads.ts';
import type { LeadDialogProps } from './AnswerDialog.tsx';
import { useLeadAction } from './useLeadAction.ts';

/** Questions on this lead to the social-research officer (P33), and the answers that are owed to the person. */
export function LeadInquiries({ lead }: { readonly lead: Lead }) {
  const { client, queries } = useHq();
  const cache = useQueryClient();
  const mayWrite = useHqMay('leads.write');
  const { data, error } = useQuery({
    ...queries.inquiries.ofLead.queryOptions({ input: { leadId: lead.leadId } }),
    refetchInterval: useLookEvery(),
  });
  const onChanged = () =>
    Promise.all(
      [queries.inquiries, queries.leads, queries.overview].map((each) =>
        cache.invalidateQueries({ queryKey: each.key() }),
      ),
    );
  return (
    <>
      <HqErrorNote error={error} />
      {data?.inquiries.map(({ referral, people }) => {
        const { referralId } = referral;
        return (
          <InquiryPanel
            key={referralId}
            referral={referral}
            people={people}
            errorNote={(refusal) => <HqErrorNote error={refusal} />}
            onChanged={onChanged}
            slip={`#/leads/${lead.leadId}/slip/${referralId}`}
            {...(mayWrite
              ? {
                  ask: {
                    add: (question: string) =>
                      client.inquiries.addQuestion({ referralId, question }),
                    withdraw: (reason: string) => client.inquiries.withdraw({ referralId, reason }),
                  },
                }
              : {})}
          />
        );
      })}
    </>
  );
}

/** The question to the officer; a refusal stays in the dialog with all that was written. */
export function ReferLeadDialog({ lead, onClose }: LeadDialogProps) {
  const { t } = useTranslation(['waiting', 'leads']);
  const { client, queries } = useHq();
  const cache = useQueryClient();
  const today = useHqToday();
  const form = useFormText();
  const [tried, setTried] = useState(false);
  const act = useLeadAction(client.inquiries.refer);
  const submit = () => {
    setTried(true);
    const asked = typedInquiry(form, today);
    if (asked === null) return;
    act.mutate(
      { leadId: lead.leadId, ...asked },
      {
        onSuccess: () => {
          void cache.invalidateQueries({ queryKey: queries.inquiries.key() });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('waiting:refer')}
      closeLabel={t('leads:close')}
      foot={
        <>
          <Button kind="main" busy={act.isPending} onPress={submit}>
            {t('waiting:send')}
          </Button>
          <Button onPress={onClose}>{t('leads:cancel')}</Button>
        </>
      }
    >
      <Stack gap={3}>
        <p>{lead.need}</p>
        <InquiryQuestionFields form={form} today={today} tried={tried} />
        <HqErrorNote error={act.error} />
      </Stack>
    </Dialog>
  );
}
