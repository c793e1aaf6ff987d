import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { TextArea } from '#renderer/components/TextArea.tsx';
import type { LibraryDraft } from '#shared/domain/library/libraryDraft.ts';
import type { DocumentFault } from '#shared/domain/publication/documentFault.ts';
import { KeptDialog } from './KeptDialog.tsx';
import { useKeptAtPauses } from './useKeptAtPauses.ts';
import { useLibraryChange } from './useLibraryChange.ts';

export interface LibraryNoticeDialogProps {
  readonly notice: LibraryDraft['notice'];
  readonly faults: readonly DocumentFault[];
  readonly onClose: () => void;
}

/** What every reader of the library is told of its texts, in both languages. */
export function LibraryNoticeDialog({ notice, faults, onClose }: LibraryNoticeDialogProps) {
  const { t } = useTranslation('reference');
  const { mutateAsync, error } = useLibraryChange();
  const keep = useCallback(
    (typed: LibraryDraft['notice']) => mutateAsync({ kind: 'notice', notice: typed }),
    [mutateAsync],
  );
  const { draft, change, ...kept } = useKeptAtPauses(notice, keep);
  const faultAt = (language: 'ar' | 'en') => {
    const found = faults.find((each) => each.in === 'path' && each.path === `notice.${language}`);
    return found?.in === 'path' ? t(`fault.${found.code}`, { detail: found.detail }) : undefined;
  };
  return (
    <KeptDialog title={t('library.notice')} kept={kept} error={error} onClose={onClose}>
      <TextArea
        dir="rtl"
        lang="ar"
        isRequired
        label={t('arabicWords')}
        help={t('library.noticeHelp')}
        value={draft.ar}
        onChange={(ar) => change({ ar })}
        error={faultAt('ar')}
      />
      <TextArea
        dir="ltr"
        lang="en"
        isRequired
        label={t('englishWords')}
        value={draft.en}
        onChange={(en) => change({ en })}
        error={faultAt('en')}
      />
    </KeptDialog>
  );
}
