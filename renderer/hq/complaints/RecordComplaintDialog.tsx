import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { HqKeptLine } from '#renderer/access/hq/HqKeptLine.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useKeptForm } from '#renderer/access/hq/keptForm.ts';
import { Choice } from '#renderer/components/Choice.tsx';
import { ConfirmDialog } from '#renderer/components/Dialog.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { PhoneField } from '#renderer/components/NumericFields.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { ContactChannel } from '#shared/domain/case/vocabulary.ts';
import { ComplaintSubject } from '#shared/domain/contacts/contactEvents.ts';
import { ActorId } from '#shared/domain/identity.ts';

export interface RecordComplaintDialogProps {
  readonly people: readonly { readonly personId: ActorId; readonly displayName: string }[];
  readonly onClose: () => void;
}

const TEXT = 'complaint-text';
const NOBODY = 'nobody';

/** A complaint that reached headquarters itself, written down as it was said. */
export function RecordComplaintDialog({ people, onClose }: RecordComplaintDialogProps) {
  const { t } = useTranslation(['hqComplaints', 'complaints', 'common', 'interview']);
  const { queries } = useHq();
  const cache = useQueryClient();
  const form = useKeptForm('complaint', { about: 'service', channel: 'phone', against: NOBODY });
  const about = ComplaintSubject.catch('service').parse(form.text('about'));
  const channel = ContactChannel.catch('phone').parse(form.text('channel'));
  const [text, name, phone] = [form.text('text'), form.text('name'), form.text('phone')];
  const accused = ActorId.safeParse(form.text('against'));
  const [isTried, setTried] = useState(false);
  const record = useMutation(
    queries.complaints.record.mutationOptions({
      onSuccess: async () => {
        form.forget();
        await cache.invalidateQueries({ queryKey: queries.complaints.key() });
        onClose();
      },
    }),
  );
  const isMissing = text.trim() === '';
  const save = () => {
    setTried(true);
    if (isMissing) {
      focusField(TEXT);
      return;
    }
    record.mutate({
      about,
      channel,
      text: text.trim(),
      name: name.trim() === '' ? null : name.trim(),
      phone: phone.trim() === '' ? null : phone.trim(),
      against: accused.data ?? null,
    });
  };
  return (
    <ConfirmDialog
      isOpen
      title={t('hqComplaints:record')}
      confirmLabel={t('hqComplaints:save')}
      cancelLabel={t('common:cancel')}
      busy={record.isPending}
      onConfirm={save}
      onCancel={onClose}
    >
      <Fields>
        <Choice
          label={t('complaints:about')}
          value={about}
          options={ComplaintSubject.options.map((value) => ({
            value,
            label: t(`complaints:subject.${value}`),
          }))}
          onChange={(value) => form.set('about', value)}
        />
        <TextArea
          id={TEXT}
          label={t('complaints:text')}
          help={t('complaints:textHelp')}
          isRequired
          rows={3}
          longest={4000}
          value={text}
          onChange={(typed) => form.set('text', typed)}
          error={isTried && isMissing ? t('complaints:textNeeded') : undefined}
        />
        <TextField
          label={t('complaints:complainant')}
          span={6}
          value={name}
          onChange={(typed) => form.set('name', typed.slice(0, 200))}
        />
        <PhoneField
          label={t('hqComplaints:phone')}
          span={6}
          value={phone}
          onChange={(typed) => form.set('phone', typed.slice(0, 40))}
        />
        <Select
          label={t('hqComplaints:channel')}
          span={6}
          value={channel}
          options={ContactChannel.options.map((value) => ({
            value,
            label: t(`common:channel.${value}`),
          }))}
          onChange={(value) => form.set('channel', value)}
          placeholder={t('interview:choose')}
          nothingFound={t('interview:nothingFound')}
        />
        <Select
          label={t('hqComplaints:against')}
          help={t('complaints:againstHelp')}
          span={6}
          value={accused.data ?? NOBODY}
          options={[
            { value: NOBODY, label: t('complaints:againstNobody') },
            ...people.map(({ personId, displayName }) => ({
              value: personId,
              label: displayName,
            })),
          ]}
          onChange={(value) => form.set('against', value)}
          placeholder={t('interview:choose')}
          nothingFound={t('interview:nothingFound')}
        />
      </Fields>
      <HqErrorNote error={record.error} />
      <HqKeptLine form={form} />
    </ConfirmDialog>
  );
}
