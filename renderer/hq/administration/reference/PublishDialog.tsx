import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import type { ReferenceDraft } from '#shared/contracts/hq/reference.ts';

export interface PublishDialogProps {
  readonly draft: ReferenceDraft;
  readonly onClose: () => void;
  readonly onPublished: () => Promise<void>;
}

const LONGEST = 500;

/** Why it is published, and what follows: from then on every branch begins its new cases with it. */
export function PublishDialog({ draft, onClose, onPublished }: PublishDialogProps) {
  const { t } = useTranslation(['reference', 'common']);
  const { queries } = useHq();
  const formId = useId();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const publish = useMutation(
    queries.reference.publish.mutationOptions({
      onSuccess: async () => {
        onClose();
        await onPublished();
      },
    }),
  );
  const words = reason.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (words === '' || words.length > LONGEST) return;
    publish.mutate({ kind: draft.kind, savedAt: draft.savedAt, reason: words });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      closeLabel={t('common:close')}
      title={t('reference:publishTitle', {
        kind: t(`reference:kind.${draft.kind}`),
        version: draft.version ?? '',
      })}
      foot={
        <>
          <Button kind="main" type="submit" form={formId} busy={publish.isPending}>
            {t('reference:publishNow')}
          </Button>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <Stack gap={3}>
          <p>
            {t(draft.kind === 'library' ? 'reference:publishLibrary' : 'reference:publishWhat')}
          </p>
          <TextArea
            label={t('reference:reason')}
            help={t('reference:reasonHelp')}
            isRequired
            rows={3}
            longest={LONGEST}
            value={reason}
            onChange={setReason}
            error={asked && words === '' ? t('reference:reasonMissing') : undefined}
          />
          <HqErrorNote error={publish.error} />
        </Stack>
      </form>
    </Dialog>
  );
}
