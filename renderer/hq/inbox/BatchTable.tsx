import { Link } from '@tanstack/react-router';
import { CircleAlert, Inbox, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHqToday } from '#renderer/access/hq/overview.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import type { HqClient } from '#renderer/transport/hqClient.ts';
import { BATCH_LOOKS, batchStateOf } from './importTones.ts';
import styles from './inbox.module.css';
import { ShareBar, ShareLegend } from './ShareBar.tsx';

export type ListedBatch = Awaited<ReturnType<HqClient['intake']['batches']>>['batches'][number];

export interface BatchTableProps {
  readonly batches: readonly ListedBatch[];
  readonly selectedId: string | null;
}

/** Batches as they came, the latest first; a batch opens beside the table. */
export function BatchTable({ batches, selectedId }: BatchTableProps) {
  const { t } = useTranslation('import');
  const today = useHqToday();
  if (batches.length === 0) {
    return (
      <EmptyState icon={Inbox} title={t('noBatches')}>
        {t('noBatchesHelp')}
      </EmptyState>
    );
  }
  return (
    <>
      <ShareLegend />
      <DataTable
        caption={t('view.batches')}
        rows={batches}
        rowId={({ batchId }) => batchId}
        selectedId={selectedId}
        columns={[
          {
            id: 'branch',
            head: t('branch'),
            isRowName: true,
            cell: ({ batchId, branchName, branchCode }) => (
              <>
                <Link
                  to={`/inbox/${batchId}` as string}
                  className={styles.name}
                  aria-current={batchId === selectedId ? 'true' : undefined}
                >
                  {branchName}
                </Link>{' '}
                <span className={styles.quiet}>
                  <Bdi>{branchCode}</Bdi>
                </span>
              </>
            ),
          },
          {
            id: 'number',
            head: t('batch'),
            isFigure: true,
            cell: ({ number }) => <Bdi>{number}</Bdi>,
          },
          {
            id: 'arrived',
            head: t('arrived'),
            cell: ({ receivedAt }) => <InstantText instant={receivedAt} today={today} />,
          },
          {
            id: 'verified',
            head: t('verification'),
            cell: ({ parked }) =>
              parked === 0 ? (
                <Badge tone="ok" icon={ShieldCheck} look="bare">
                  {t('verified')}
                </Badge>
              ) : (
                <Badge tone="review" icon={CircleAlert} look="bare">
                  {t('parked', { count: parked })}
                </Badge>
              ),
          },
          { id: 'cases', head: t('cases'), cell: ({ counts }) => <ShareBar counts={counts} /> },
          {
            id: 'state',
            head: t('condition'),
            isTight: true,
            cell: ({ counts }) => {
              const state = batchStateOf(counts);
              const { tone, icon } = BATCH_LOOKS[state];
              return (
                <Badge tone={tone} icon={icon}>
                  {t(`batchState.${state}`)}
                </Badge>
              );
            },
          },
        ]}
      />
    </>
  );
}
