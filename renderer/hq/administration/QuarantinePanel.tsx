import { useMutation, useQuery } from '@tanstack/react-query';
import { Download, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqToday } from '#renderer/access/hq/overview.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { VisuallyHidden } from '#renderer/components/VisuallyHidden.tsx';
import { DayText, InstantText } from '#renderer/language/dates.tsx';
import { dayOf } from '#renderer/language/days.ts';
import { useSizeWords } from '#renderer/language/sizes.ts';
import { saveNamedPieces } from '#renderer/transport/filePieces.ts';
import type { HqClient } from '#renderer/transport/hqClient.ts';
import type { DeviceListed } from '#shared/contracts/hq/devices.ts';
import styles from './administration.module.css';
import { LaptopName } from './LaptopName.tsx';

/** What was not taken in, from whom, and why; the bytes are kept until their day. */
export function QuarantinePanel({ devices }: { readonly devices: readonly DeviceListed[] }) {
  const { t } = useTranslation(['hqAdministration', 'sync', 'common']);
  const sizeWords = useSizeWords();
  const mayTake = useHqMay('quarantine.take');
  const take = useTakeBytes();
  const { queries } = useHq();
  const today = useHqToday();
  const list = useQuery({ ...queries.intake.quarantine.queryOptions(), staleTime: 0 });
  const entries = list.data?.entries ?? [];
  return (
    <Panel
      title={t('hqAdministration:refused')}
      note={t('hqAdministration:refusedEntries', { count: entries.length })}
      body="flush"
      foot={
        mayTake && entries.length > 0 ? (
          <p className={styles.muted}>{t('hqAdministration:bytesHelp')}</p>
        ) : undefined
      }
    >
      <HqErrorNote error={list.error ?? take.error} />
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
              id: 'size',
              head: t('hqAdministration:size'),
              cell: ({ bytes }) =>
                bytes === 0 ? t('hqAdministration:tooLargeToRead') : sizeWords(bytes),
            },
            {
              id: 'until',
              head: t('hqAdministration:keptUntil'),
              cell: ({ expiresAt }) => <DayText day={dayOf(expiresAt)} />,
            },
            ...(mayTake
              ? [
                  {
                    id: 'take',
                    head: t('hqAdministration:takeBytes'),
                    isHeadHidden: true,
                    isTight: true,
                    cell: ({ quarantineId, code, bytes }: RefusedEntry) =>
                      bytes === 0 ? null : (
                        <Button
                          kind="quiet"
                          size="sm"
                          icon={Download}
                          busy={take.isPending && take.variables === quarantineId}
                          onPress={() => take.mutate(quarantineId)}
                        >
                          {t('hqAdministration:takeBytes')}
                          <VisuallyHidden>{` ${t(`sync:refusal.${code}`)} ${sizeWords(bytes)}`}</VisuallyHidden>
                        </Button>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Panel>
  );
}

type RefusedEntry = Awaited<ReturnType<HqClient['intake']['quarantine']>>['entries'][number];

/** Hands the bytes to the browser for saving, as they came. */
function useTakeBytes() {
  const { client } = useHq();
  return useMutation({
    mutationFn: (quarantineId: string) =>
      saveNamedPieces((offset) => client.intake.refusedBytes({ quarantineId, offset })),
  });
}
