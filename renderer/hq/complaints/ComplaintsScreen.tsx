import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { CircleAlert, MessageSquareWarning } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useMoreRows } from '#renderer/access/hq/moreRows.ts';
import { useLookEvery } from '#renderer/access/hq/overview.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { Tabs } from '#renderer/components/Tabs.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { ComplaintView, type HqComplaint } from '#shared/contracts/hq/complaints.ts';
import styles from './complaints.module.css';
import { RecordComplaintDialog } from './RecordComplaintDialog.tsx';

export interface ComplaintsScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

/** The register of complaints: what waits for an answer with its clock, and what was answered. */
export function ComplaintsScreen({ params }: ComplaintsScreenProps) {
  const { t } = useTranslation(['hqComplaints', 'common']);
  const { queries } = useHq();
  const navigate = useNavigate();
  const mayAnswer = useHqMay('complaints.answer');
  const [isRecording, setRecording] = useState(false);
  const given = ComplaintView.safeParse(params['view']);
  const view = given.success ? given.data : 'open';
  const { limit, onMore } = useMoreRows();
  const list = useQuery({
    ...queries.complaints.list.queryOptions({ input: { view, limit } }),
    placeholderData: keepPreviousData,
    refetchInterval: useLookEvery(),
  });
  const more = onMore(list.data?.complaints.length ?? 0);
  const content = list.isPending ? (
    <Skeleton label={t('common:loading')} />
  ) : (
    <>
      <Panel body="flush" label={t(`hqComplaints:view.${view}`)}>
        <ComplaintsTable complaints={list.data?.complaints ?? []} view={view} />
      </Panel>
      {list.data != null && list.data.next !== null && more !== null && (
        <Button kind="quiet" onPress={more}>
          {t('hqComplaints:more')}
        </Button>
      )}
    </>
  );
  return (
    <Page
      title={t('hqComplaints:title')}
      subtitle={
        (list.data?.overdue ?? 0) > 0
          ? t('hqComplaints:overdue', { count: list.data?.overdue ?? 0 })
          : t('hqComplaints:subtitle')
      }
      action={
        mayAnswer ? (
          <Button onPress={() => setRecording(true)}>{t('hqComplaints:record')}</Button>
        ) : undefined
      }
    >
      <HqErrorNote error={list.error} />
      <Tabs
        label={t('hqComplaints:title')}
        selectedId={view}
        onSelect={(id) => void navigate({ to: `/complaints/${id}` as string })}
        tabs={ComplaintView.options.map((id) => ({
          id,
          label: t(`hqComplaints:view.${id}`),
          ...(id === 'open' && list.data !== undefined ? { count: list.data.open } : {}),
          content: id === view ? <div className={styles.part}>{content}</div> : null,
        }))}
      />
      {isRecording && (
        <RecordComplaintDialog
          people={list.data?.people ?? []}
          onClose={() => setRecording(false)}
        />
      )}
    </Page>
  );
}

interface ComplaintsTableProps {
  readonly complaints: readonly HqComplaint[];
  readonly view: ComplaintView;
}

function ComplaintsTable({ complaints, view }: ComplaintsTableProps) {
  const { t } = useTranslation(['hqComplaints', 'complaints', 'common']);
  return (
    <DataTable
      caption={t(`hqComplaints:view.${view}`)}
      rows={complaints}
      rowId={({ complaintId }) => complaintId}
      empty={
        <EmptyState icon={MessageSquareWarning} title={t(`hqComplaints:empty.${view}`)}>
          {t(`hqComplaints:emptyHelp.${view}`)}
        </EmptyState>
      }
      columns={[
        {
          id: 'number',
          head: t('complaints:number'),
          isRowName: true,
          cell: ({ complaintId, number }) => (
            <Link to={`/complaints/one/${complaintId}` as string}>
              <Bdi>{number}</Bdi>
            </Link>
          ),
        },
        {
          id: 'about',
          head: t('complaints:about'),
          cell: ({ about }) => t(`complaints:subject.${about}`),
        },
        {
          id: 'branch',
          head: t('hqComplaints:from'),
          cell: ({ branchName }) => branchName ?? t('hqComplaints:headquarters'),
        },
        {
          id: 'due',
          head: t('complaints:dueBy'),
          cell: ({ dueBy, isOverdue, appeal }) => (
            <>
              <DayText day={dueBy} />
              {isOverdue && (
                <div>
                  <Badge tone="stop" icon={CircleAlert}>
                    {t('hqComplaints:late')}
                  </Badge>
                </div>
              )}
              {appeal?.isOpen === true && (
                <div>
                  <Badge tone="review" icon={CircleAlert}>
                    {t('hqComplaints:appealed')}
                  </Badge>
                </div>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
