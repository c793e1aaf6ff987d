import { useQuery } from '@tanstack/react-query';
import { Activity } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqToday, useLookEvery } from '#renderer/access/hq/overview.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import { clockTime } from '#renderer/language/days.ts';
import { ClockWords, ContactBadge, SequenceBadge } from './healthSigns.tsx';
import { LaptopName } from './LaptopName.tsx';
import { QuarantinePanel } from './QuarantinePanel.tsx';

/** How the sync of every laptop in use is, by what headquarters itself has seen of it. */
export function HealthPart() {
  const { t } = useTranslation(['hqAdministration', 'common']);
  const { queries } = useHq();
  const today = useHqToday();
  const mayReadRefused = useHqMay('quarantine.read');
  const list = useQuery({
    ...queries.devices.list.queryOptions(),
    refetchInterval: useLookEvery(),
    // Whoever opens this wants to know how it is now.
    staleTime: 0,
  });
  const devices = list.data?.devices ?? [];
  const inUse = devices.filter(({ state }) => state === 'enrolled');
  return (
    <Stack>
      <HqErrorNote error={list.error} />
      <Panel
        title={t('hqAdministration:health')}
        note={
          list.dataUpdatedAt === 0
            ? undefined
            : t('hqAdministration:asOf', {
                time: clockTime(new Date(list.dataUpdatedAt).toISOString()),
              })
        }
        body="flush"
      >
        {list.isPending ? (
          <Skeleton label={t('common:loading')} />
        ) : (
          <DataTable
            caption={t('hqAdministration:health')}
            rows={inUse}
            rowId={({ deviceId }) => deviceId}
            empty={
              <EmptyState icon={Activity} title={t('hqAdministration:noLaptops')}>
                {t('hqAdministration:noLaptopsHelp')}
              </EmptyState>
            }
            columns={[
              {
                id: 'name',
                head: t('hqAdministration:laptop'),
                isRowName: true,
                cell: (device) => <LaptopName device={device} />,
              },
              {
                id: 'contact',
                head: t('hqAdministration:lastContact'),
                cell: (device) => <ContactBadge device={device} today={today} />,
              },
              {
                id: 'batch',
                head: t('hqAdministration:lastBatch'),
                cell: ({ lastBatch }) =>
                  lastBatch === null ? (
                    t('hqAdministration:noBatch')
                  ) : (
                    <>
                      <Bdi>{lastBatch.number}</Bdi> ·{' '}
                      {t('hqAdministration:eventCount', { count: lastBatch.events })} ·{' '}
                      <InstantText instant={lastBatch.receivedAt} today={today} />
                    </>
                  ),
              },
              {
                id: 'sequence',
                head: t('hqAdministration:sequence'),
                cell: (device) => <SequenceBadge device={device} today={today} />,
              },
              {
                id: 'clock',
                head: t('hqAdministration:clock'),
                cell: ({ clockSkewMs }) => <ClockWords skewMs={clockSkewMs} />,
              },
              {
                id: 'refused',
                head: t('hqAdministration:refusedCount'),
                isFigure: true,
                cell: ({ refused }) => <Bdi>{refused}</Bdi>,
              },
            ]}
          />
        )}
      </Panel>
      {mayReadRefused && <QuarantinePanel devices={devices} />}
    </Stack>
  );
}
