import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';

export interface RemoveDialogProps {
  readonly busy: boolean;
  readonly error: unknown;
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
}

const LONGEST_REASON = 2000;

/** Before a scan is destroyed: what goes, what stays, and why. */
export function RemoveDialog({ busy, error, onConfirm, onCancel }: RemoveDialogProps) {
  const { t } = useTranslation('scans');
  const [reason, setReason] = useState('');
  const isSaid = reason.trim() !== '' && reason.length <= LONGEST_REASON;
  return (
    <Dialog
      isOpen
      onClose={onCancel}
      role="alertdialog"
      title={t('remove.title')}
      foot={
        <>
          <Button
            kind="danger"
            busy={busy}
            blockedReason={isSaid ? undefined : t('remove.reasonNeeded')}
            onPress={() => onConfirm(reason.trim())}
          >
            {t('remove.confirm')}
          </Button>
          <Button onPress={onCancel}>{t('remove.cancel')}</Button>
        </>
      }
    >
      <Stack gap={3}>
        <DeskErrorNote error={error} />
        <p>{t('remove.body')}</p>
        <TextArea
          label={t('remove.reason')}
          isRequired
          longest={LONGEST_REASON}
          value={reason}
          onChange={setReason}
        />
      </Stack>
    </Dialog>
  );
}
