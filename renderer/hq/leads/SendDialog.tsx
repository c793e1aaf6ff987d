import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import type { LeadDialogProps } from './AnswerDialog.tsx';
import { useLeadAction } from './useLeadAction.ts';

/** It becomes a task of a branch, with what headquarters asks of it. */
export function SendDialog({ lead, onClose }: LeadDialogProps) {
  const { t } = useTranslation('leads');
  const { queries, client } = useHq();
  const [branchId, setBranchId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { data, error } = useQuery(queries.leads.branches.queryOptions());
  const act = useLeadAction(client.leads.send);
  const branches = data?.branches ?? [];
  const submit = () => {
    const branch = branches.find(({ branchOfficeId }) => branchOfficeId === branchId);
    if (branch === undefined) {
      setMissing(true);
      return;
    }
    const { branchOfficeId } = branch;
    act.mutate({ leadId: lead.leadId, branchOfficeId, note }, { onSuccess: onClose });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('sendTitle')}
      closeLabel={t('close')}
      foot={
        <>
          <Button kind="main" busy={act.isPending} onPress={submit}>
            {t('send')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <Stack gap={3}>
        <p>{t('sendText')}</p>
        <Select
          label={t('branch')}
          isRequired
          value={branchId}
          options={branches.map(({ branchOfficeId, code, name }) => ({
            value: branchOfficeId,
            label: `${name} (\u2066${code}\u2069)`,
          }))}
          onChange={(chosen) => {
            setBranchId(chosen);
            setMissing(false);
          }}
          placeholder={t('chooseBranch')}
          nothingFound={t('noBranch')}
          {...(isMissing ? { error: t('branchMissing') } : {})}
        />
        <TextArea label={t('note')} rows={3} longest={2000} value={note} onChange={setNote} />
        <HqErrorNote error={error ?? act.error} />
      </Stack>
    </Dialog>
  );
}
