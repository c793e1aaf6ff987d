import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { HqKeptLine } from '#renderer/access/hq/HqKeptLine.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useKeptForm } from '#renderer/access/hq/keptForm.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import type { Lead } from '#shared/contracts/hq/leads.ts';
import { useLeadAction } from './useLeadAction.ts';

export interface LeadDialogProps {
  readonly lead: Lead;
  readonly onClose: () => void;
}

/** What the person was told. */
export function AnswerDialog({ lead, onClose }: LeadDialogProps) {
  const { t } = useTranslation('leads');
  const { client } = useHq();
  const form = useKeptForm(`leadAnswer.${lead.leadId}`);
  const answer = form.text('answer');
  const [isMissing, setMissing] = useState(false);
  const act = useLeadAction(client.leads.answer);
  const submit = () => {
    if (answer.trim() === '') setMissing(true);
    else
      act.mutate(
        { leadId: lead.leadId, answer },
        {
          onSuccess: () => {
            form.forget();
            onClose();
          },
        },
      );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('answerTitle')}
      closeLabel={t('close')}
      foot={
        <>
          <Button kind="main" busy={act.isPending} onPress={submit}>
            {t('save')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <Stack gap={3}>
        <p>{lead.need}</p>
        <TextArea
          label={t('answer')}
          help={t('answerHelp')}
          isRequired
          rows={4}
          longest={4000}
          value={answer}
          onChange={(text) => {
            form.set('answer', text);
            setMissing(false);
          }}
          {...(isMissing ? { error: t('answerMissing') } : {})}
        />
        <HqErrorNote error={act.error} />
        <HqKeptLine form={form} />
      </Stack>
    </Dialog>
  );
}
