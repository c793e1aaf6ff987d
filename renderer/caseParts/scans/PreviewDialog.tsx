import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import type { DrawnPage } from './drawnPage.ts';
import { ScanViewer } from './ScanViewer.tsx';

export interface PreviewDialogProps {
  readonly pages: readonly DrawnPage[];
  readonly name: string;
  readonly busy: boolean;
  readonly error: unknown;
  /** What is compared or said before it is kept. */
  readonly asked?: ReactNode;
  /** What of that is still missing, in words. */
  readonly blockedReason?: string | undefined;
  readonly onKeep: () => void;
  /** For a picture of the camera: back to it. */
  readonly onAgain: (() => void) | null;
  readonly onDiscard: () => void;
}

/** What would be kept, looked at before it is: legible, whole, the right paper. */
export function PreviewDialog(props: PreviewDialogProps) {
  const { pages, busy, onAgain } = props;
  const { t } = useTranslation('scans');
  const [page, setPage] = useState(0);
  return (
    <Dialog
      isOpen
      onClose={busy ? () => undefined : props.onDiscard}
      role="alertdialog"
      width="lg"
      title={t('preview.title')}
      foot={
        <>
          <Button
            kind="main"
            busy={busy}
            autoFocus
            blockedReason={props.blockedReason}
            onPress={props.onKeep}
          >
            {busy ? t('keeping') : t('preview.keep')}
          </Button>
          {onAgain !== null && <Button onPress={onAgain}>{t('live.again')}</Button>}
          <Button onPress={props.onDiscard}>{t('preview.discard')}</Button>
        </>
      }
    >
      <Stack gap={3}>
        <DeskErrorNote error={props.error} />
        <ScanViewer
          name={props.name}
          bytes={pages[page]?.bytes}
          page={page}
          count={pages.length}
          onPage={setPage}
        />
        {props.asked}
        <p>
          {t('preview.pages', { count: pages.length })}. {t('preview.redrawn')}
        </p>
      </Stack>
    </Dialog>
  );
}
