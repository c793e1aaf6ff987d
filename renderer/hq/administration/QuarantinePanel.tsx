import { useQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqToday } from '#renderer/access/hq/overview.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { DayText, InstantText } from '#renderer/language/dates.tsx';
import { dayOf } from '#renderer/language/days.ts';
import type { DeviceListed } from '#shared/contracts/hq/devices.ts';
import { LaptopName } from './LaptopName.tsx';

/** What was not taken in, from whom, and why; the bytes are kept until their day. */
export function QuarantinePanel({ devices }: { readonly devices: readonly DeviceListed[] }) {
  const { t } = useTranslation(['hqAdministration', 'sync', 'common']);
  const { queries } = useHq();
  const today = useHqToday();
  const list = useQuery({ ...queries.intake.quarantine.queryOptions(), staleTime: 0 });
  const entries = list.data?.entries ?? [];
  return (
    <Panel
      title={t('hqAdministration:refused')}
      note={t('hqAdministration:refusedEntries', { count: entries.length })}
      body="flush"
    >
      <HqErrorNote error={list.error} />
      {list.isPending ? (
        <Skeleton label={t('common:loading')} />
      ) : (
        <DataTable
          caption={t('hqAdministration:refused')}
          rows={entries}
          rowId={({ quarantineId }) => quarantineId}
          empty={
            <EmptyState icon={ShieldCheck} title={t('hqAdministration:nothingRefused')}>
              {t('hqAdministration:nothingRefusedHelp')}
            </EmptyState>
          }
          columns={[
            {
              id: 'why',
              head: t('hqAdministration:why'),
              isRowName: true,
              cell: ({ code }) => t(`sync:refusal.${code}`),
            },
            {
              id: 'from',
              head: t('hqAdministration:laptop'),
              cell: ({ deviceId }) => {
                const device = devices.find((each) => each.deviceId === deviceId);
                return device === undefined ? (
                  t('hqAdministration:unknownSender')
                ) : (
                  <LaptopName device={device} />
                );
              },
            },
            {
              id: 'at',
              head: t('hqAdministration:cameAt'),
              cell: ({ receivedAt }) => <InstantText instant={receivedAt} today={today} />,
            },
            {
              id: 'times',
              head: t('hqAdministration:times'),
              isFigure: true,
              cell: ({ times }) => <Bdi>{times}</Bdi>,
            },
            {
              id: 'until',
              head: t('hqAdministration:keptUntil'),
              cell: ({ expiresAt }) => <DayText day={dayOf(expiresAt)} />,
            },
          ]}
        />
      )}
    </Panel>
  );
}
