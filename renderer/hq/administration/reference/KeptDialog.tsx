import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import type { KeptAtPauses } from './useKeptAtPauses.ts';

export interface KeptDialogProps {
  readonly title: string;
  readonly kept: Pick<KeptAtPauses<object>, 'isKeeping' | 'keepNow'>;
  readonly error: Error | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Boxes whose words are kept while they are typed. What could not be kept stays before whoever typed it. */
export function KeptDialog({ title, kept, error, onClose, children }: KeptDialogProps) {
  const { t } = useTranslation('reference');
  const close = async () => {
    if (await kept.keepNow()) onClose();
  };
  return (
    <Dialog
      isOpen
      width="lg"
      title={title}
      onClose={() => void close()}
      foot={
        <>
          <Button kind="main" onPress={() => void close()}>
            {t('library.done')}
          </Button>
          <span role="status">{kept.isKeeping && t('keeping')}</span>
        </>
      }
    >
      <Stack gap={4}>
        <HqErrorNote error={error} />
        {children}
      </Stack>
    </Dialog>
  );
}
