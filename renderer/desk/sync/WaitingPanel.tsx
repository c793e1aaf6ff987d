import { Link } from '@tanstack/react-router';
import { Clock, CloudUpload, Inbox } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useOpenStatus } from '#renderer/access/status.ts';
import { Badge, CountBadge } from '#renderer/components/Badge.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import type { SyncStatus } from '#shared/contracts/sync.ts';

/** Submitted cases that headquarters has not receipted. */
export function WaitingPanel({ status }: { readonly status: SyncStatus }) {
  const { t } = useTranslation(['sync', 'today']);
  const { today } = useOpenStatus();
  const { waiting, counts, oldestWaitingAt, progress } = status;
  return (
    <Panel
      title={t('sync:waitingTitle')}
      aside={counts.onThisLaptop > 0 ? <CountBadge count={counts.onThisLaptop} /> : undefined}
      note={
        oldestWaitingAt === null ? undefined : (
          <span>
            {t('sync:oldest')} <InstantText instant={oldestWaitingAt} today={today} layout="line" />
          </span>
        )
      }
      body={waiting.length === 0 ? 'plain' : 'flush'}
    >
      {waiting.length === 0 ? (
        <EmptyState icon={Inbox} title={t('sync:nothingWaits')}>
          {t('sync:nothingWaitsLine', { count: counts.eventsWaiting })}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('sync:waitingTitle')}
          rows={waiting}
          rowId={(row) => row.caseId}
          columns={[
            {
              id: 'name',
              head: t('sync:columnCase'),
              isRowName: true,
              cell: (row) => (
                <Link to="/case/$caseId/$step" params={{ caseId: row.caseId, step: 'now' }}>
                  {row.applicantName ?? t('today:noName')}
                </Link>
              ),
            },
            {
              id: 'reference',
              head: t('sync:columnReference'),
              cell: (row) => <bdi dir="ltr">{row.reference}</bdi>,
            },
            {
              id: 'submitted',
              head: t('sync:columnSubmitted'),
              cell: (row) =>
                row.submittedAt === null ? null : (
                  <InstantText instant={row.submittedAt} today={today} />
                ),
            },
            {
              id: 'state',
              head: t('sync:columnState'),
              cell: () =>
                progress === null ? (
                  <Badge icon={Clock}>{t('sync:stateWaits')}</Badge>
                ) : (
                  <Badge tone="info" icon={CloudUpload}>
                    {t('sync:stateSending')}
                  </Badge>
                ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
