import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { Stack } from '#renderer/components/Page.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { FormsPanel } from './FormsPanel.tsx';
import { LibraryPanel } from './LibraryPanel.tsx';
import { SettingsPanel } from './SettingsPanel.tsx';

/** What every branch works with: forms, rules, library and settings, their drafts, and the way to publish them. */
export function ReferencePart() {
  const { t } = useTranslation('common');
  const { queries } = useHq();
  const overview = useQuery(queries.reference.overview.queryOptions());
  return (
    <Stack gap={5}>
      <HqErrorNote error={overview.error} />
      {overview.data === undefined ? (
        overview.isPending && <Skeleton label={t('loading')} />
      ) : (
        <FormsPanel kinds={overview.data.kinds.filter(({ kind }) => kind !== 'settings')} />
      )}
      <LibraryPanel />
      <SettingsPanel />
    </Stack>
  );
}
