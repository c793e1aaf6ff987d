import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Choice } from '#renderer/components/Choice.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import type { DeviceListed } from '#shared/contracts/hq/devices.ts';
import { LaptopName } from './LaptopName.tsx';

const REASONS = ['lost', 'replaced', 'left', 'other'] as const;
type Reason = (typeof REASONS)[number];
const LONGEST_REASON = 500;

export interface RevokeDialogProps {
  readonly device: DeviceListed;
  readonly onClose: () => void;
}

/** Shuts a laptop out: felt at its next contact. What it sent before stays, and it is never undone. */
export function RevokeDialog({ device, onClose }: RevokeDialogProps) {
  const { t } = useTranslation(['hqAdministration', 'common']);
  const { queries } = useHq();
  const cache = useQueryClient();
  const formId = useId();
  const [reason, setReason] = useState<Reason | null>(null);
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const revoke = useMutation(
    queries.devices.revoke.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: queries.devices.key() });
        onClose();
      },
    }),
  );
  const written = words.trim();
  const needsWords = reason === 'other' && written === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason === null || needsWords) return;
    const said = reason === 'other' ? [] : [t(`hqAdministration:revokeReason.${reason}`)];
    const whole = [...said, ...(written === '' ? [] : [written])].join(': ');
    revoke.mutate({ deviceId: device.deviceId, reason: whole.slice(0, LONGEST_REASON) });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('hqAdministration:revokeTitle')}
      closeLabel={t('common:close')}
      foot={
        <>
          <Button kind="danger" type="submit" form={formId} busy={revoke.isPending}>
            {t('hqAdministration:revokeNow')}
          </Button>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <Stack>
          <p>
            <LaptopName device={device} />
          </p>
          <Choice
            label={t('hqAdministration:revokeWhy')}
            isRequired
            value={reason}
            help={reason === null ? undefined : t(`hqAdministration:revokeHelp.${reason}`)}
            options={REASONS.map((each) => ({
              value: each,
              label: t(`hqAdministration:revokeReason.${each}`),
            }))}
            onChange={(chosen) => setReason(REASONS.find((each) => each === chosen) ?? null)}
            error={asked && reason === null ? t('hqAdministration:revokeReasonMissing') : undefined}
          />
          <TextArea
            label={t('hqAdministration:revokeWords')}
            value={words}
            onChange={setWords}
            longest={LONGEST_REASON - 100}
            rows={2}
            error={asked && needsWords ? t('hqAdministration:revokeWordsMissing') : undefined}
          />
          <Note tone="review">{t('hqAdministration:revokeFollows')}</Note>
          <HqErrorNote error={revoke.error} />
        </Stack>
      </form>
    </Dialog>
  );
}
