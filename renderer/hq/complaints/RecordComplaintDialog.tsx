import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
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
  const [about, setAbout] = useState<ComplaintSubject>('service');
  const [channel, setChannel] = useState<ContactChannel>('phone');
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [against, setAgainst] = useState(NOBODY);
  const [isTried, setTried] = useState(false);
  const record = useMutation(
    queries.complaints.record.mutationOptions({
      onSuccess: async () => {
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
      against: against === NOBODY ? null : ActorId.parse(against),
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
          onChange={(value) => setAbout(ComplaintSubject.parse(value))}
        />
        <TextArea
          id={TEXT}
          label={t('complaints:text')}
          help={t('complaints:textHelp')}
          isRequired
          rows={3}
          longest={4000}
          value={text}
          onChange={setText}
          error={isTried && isMissing ? t('complaints:textNeeded') : undefined}
        />
        <TextField
          label={t('complaints:complainant')}
          span={6}
          value={name}
          onChange={(typed) => setName(typed.slice(0, 200))}
        />
        <PhoneField
          label={t('hqComplaints:phone')}
          span={6}
          value={phone}
          onChange={(typed) => setPhone(typed.slice(0, 40))}
        />
        <Select
          label={t('hqComplaints:channel')}
          span={6}
          value={channel}
          options={ContactChannel.options.map((value) => ({
            value,
            label: t(`common:channel.${value}`),
          }))}
          onChange={(value) => setChannel(ContactChannel.parse(value))}
          placeholder={t('interview:choose')}
          nothingFound={t('interview:nothingFound')}
        />
        <Select
          label={t('hqComplaints:against')}
          help={t('complaints:againstHelp')}
          span={6}
          value={against}
          options={[
            { value: NOBODY, label: t('complaints:againstNobody') },
            ...people.map(({ personId, displayName }) => ({
              value: personId,
              label: displayName,
            })),
          ]}
          onChange={setAgainst}
          placeholder={t('interview:choose')}
          nothingFound={t('interview:nothingFound')}
        />
      </Fields>
      <HqErrorNote error={record.error} />
    </ConfirmDialog>
  );
}
