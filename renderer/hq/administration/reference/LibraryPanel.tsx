import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { clockTime } from '#renderer/language/days.ts';
import { parseLibrary } from '#shared/domain/library/library.ts';
import { LibraryDraft, type PageDraft } from '#shared/domain/library/libraryDraft.ts';
import type { DocumentFault } from '#shared/domain/publication/documentFault.ts';
import { DraftPanel } from './DraftPanel.tsx';
import { LibraryNoticeDialog } from './LibraryNoticeDialog.tsx';
import { LibraryPageDialog } from './LibraryPageDialog.tsx';
import { LibraryPagesTable } from './LibraryPagesTable.tsx';

const NO_FAULTS: readonly DocumentFault[] = [];

/** The pages that branches read: written here in boxes, kept as a draft, and published together. */
export function LibraryPanel() {
  const { t } = useTranslation(['reference', 'common']);
  const { queries } = useHq();
  const mayPublish = useHqMay('reference.publish');
  const library = useQuery(queries.reference.libraryDraft.queryOptions());
  const [edited, setEdited] = useState<PageDraft | 'notice' | null>(null);
  if (library.isPending) return <Skeleton label={t('common:loading')} />;
  if (library.error !== null) return <HqErrorNote error={library.error} />;
  const { state } = library.data;
  const inForce = parseLibrary(library.data.inForce);
  const draft = LibraryDraft.safeParse(library.data.draft ?? library.data.inForce);
  const faults = state?.faults ?? NO_FAULTS;
  const close = () => setEdited(null);
  return (
    <Stack>
      <Panel
        title={t('reference:library.title')}
        note={
          <span role="status">
            {state === null
              ? t('reference:library.inForce', { version: inForce.version })
              : t('reference:draftKept', { time: clockTime(state.savedAt) })}
          </span>
        }
      >
        <Stack gap={4}>
          <p>{t('reference:library.note')}</p>
          {draft.success ? (
            <LibraryPagesTable
              inForce={inForce}
              draft={draft.data}
              mayWrite={mayPublish}
              onEdit={setEdited}
              onEditNotice={() => setEdited('notice')}
            />
          ) : (
            <Note tone="review">{t('reference:library.notPlain')}</Note>
          )}
        </Stack>
      </Panel>
      {state !== null && <DraftPanel draft={state} />}
      {draft.success && edited === 'notice' && (
        <LibraryNoticeDialog notice={draft.data.notice} faults={faults} onClose={close} />
      )}
      {edited !== null && edited !== 'notice' && (
        <LibraryPageDialog page={edited} faults={faults} onClose={close} />
      )}
    </Stack>
  );
}
