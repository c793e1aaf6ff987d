import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { HqKeptLine } from '#renderer/access/hq/HqKeptLine.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useKeptForm } from '#renderer/access/hq/keptForm.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { ContactChannel } from '#shared/domain/case/vocabulary.ts';
import { useLeadAction } from './useLeadAction.ts';

/** Who reached headquarters, over which of the eight channels, for what, and how they are reached. */
export function RecordLeadDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['leads', 'common']);
  const { client } = useHq();
  const form = useKeptForm('lead', { channel: 'phone' });
  const channel = ContactChannel.catch('phone').parse(form.text('channel'));
  const typed = {
    name: form.text('name'),
    phone: form.text('phone'),
    reach: form.text('reach'),
    need: form.text('need'),
    said: form.text('said'),
  };
  const [isTold, setTold] = useState(false);
  const record = useLeadAction(client.leads.record);
  const write = (field: keyof typeof typed) => (text: string) => form.set(field, text);
  const isReachable = [typed.name, typed.phone, typed.reach].some((each) => each.trim() !== '');
  const hasNeed = typed.need.trim() !== '';
  const submit = () => {
    setTold(true);
    if (!isReachable || !hasNeed) return;
    record.mutate(
      { ...typed, channel },
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
      title={t('leads:recordTitle')}
      width="lg"
      closeLabel={t('leads:close')}
      foot={
        <>
          <Button kind="main" busy={record.isPending} onPress={submit}>
            {t('leads:save')}
          </Button>
          <Button onPress={onClose}>{t('leads:cancel')}</Button>
        </>
      }
    >
      <Stack gap={3}>
        <Fields>
          <Select
            label={t('leads:channel')}
            isRequired
            span={6}
            value={channel}
            options={ContactChannel.options.map((value) => ({
              value,
              label: t(`common:channel.${value}`),
            }))}
            onChange={(chosen) => form.set('channel', chosen)}
            placeholder={t('leads:channel')}
            nothingFound={t('leads:channel')}
          />
          <TextField
            label={t('leads:name')}
            span={6}
            value={typed.name}
            onChange={write('name')}
            {...(isTold && !isReachable ? { error: t('leads:reachMissing') } : {})}
          />
          <TextField
            label={t('leads:phone')}
            span={6}
            dir="ltr"
            inputMode="tel"
            value={typed.phone}
            onChange={write('phone')}
          />
          <TextField
            label={t('leads:reach')}
            help={t('leads:reachHelp')}
            span={6}
            value={typed.reach}
            onChange={write('reach')}
          />
          <TextField
            label={t('leads:need')}
            help={t('leads:needHelp')}
            isRequired
            span={12}
            value={typed.need}
            onChange={write('need')}
            {...(isTold && !hasNeed ? { error: t('leads:needMissing') } : {})}
          />
        </Fields>
        <TextArea
          label={t('leads:said')}
          rows={3}
          longest={4000}
          value={typed.said}
          onChange={write('said')}
        />
        <HqErrorNote error={record.error} />
        <HqKeptLine form={form} />
      </Stack>
    </Dialog>
  );
}
