import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import type { LibraryDraft } from '#shared/domain/library/libraryDraft.ts';
import { useKeptAtPauses } from './useKeptAtPauses.ts';
import { useLibraryChange } from './useLibraryChange.ts';

export interface LibraryNoticeDialogProps {
  readonly notice: LibraryDraft['notice'];
  readonly onClose: () => void;
}

/** What every reader of the library is told of its texts, in both languages; kept while it is typed. */
export function LibraryNoticeDialog({ notice, onClose }: LibraryNoticeDialogProps) {
  const { t } = useTranslation('reference');
  const { mutateAsync, error } = useLibraryChange();
  const keep = useCallback(
    (typed: LibraryDraft['notice']) => mutateAsync({ kind: 'notice', notice: typed }),
    [mutateAsync],
  );
  const { draft, change, isKeeping, keepNow } = useKeptAtPauses(notice, keep);
  const close = async () => {
    if (await keepNow()) onClose();
  };
  return (
    <Dialog
      isOpen
      width="lg"
      title={t('library.notice')}
      onClose={() => void close()}
      foot={
        <>
          <Button kind="main" onPress={() => void close()}>
            {t('library.done')}
          </Button>
          <span role="status">{isKeeping && t('keeping')}</span>
        </>
      }
    >
      <Stack gap={4}>
        <HqErrorNote error={error} />
        <TextArea
          dir="rtl"
          lang="ar"
          isRequired
          label={t('arabicWords')}
          help={t('library.noticeHelp')}
          value={draft.ar}
          onChange={(ar) => change({ ar })}
        />
        <TextArea
          dir="ltr"
          lang="en"
          isRequired
          label={t('englishWords')}
          value={draft.en}
          onChange={(en) => change({ en })}
        />
      </Stack>
    </Dialog>
  );
}
