import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Gavel } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqToday, useLookEvery } from '#renderer/access/hq/overview.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { Tabs } from '#renderer/components/Tabs.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { DecisionStand } from '#shared/contracts/hq/decisions.ts';
import styles from './committee.module.css';

export interface CommitteeScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

/** Cases on their way to an answer: those to decide, those that wait for their day, those that are told. */
export function CommitteeScreen({ params }: CommitteeScreenProps) {
  const { t } = useTranslation(['hqCommittee', 'common']);
  const { queries } = useHq();
  const navigate = useNavigate();
  const today = useHqToday();
  const given = DecisionStand.safeParse(params['stand']);
  const stand = given.success ? given.data : 'toDecide';
  const list = useQuery({
    ...queries.decisions.list.queryOptions({ input: { stand } }),
    refetchInterval: useLookEvery(),
  });
  const counts = list.data?.counts;
  const table = list.isPending ? (
    <Skeleton label={t('common:loading')} />
  ) : (
    <DataTable
      caption={t(`hqCommittee:stand.${stand}`)}
      rows={list.data?.cases ?? []}
      rowId={({ caseId }) => caseId}
      empty={<EmptyState icon={Gavel} title={t(`hqCommittee:empty.${stand}`)} />}
      columns={[
        {
          id: 'name',
          head: t('hqCommittee:applicant'),
          isRowName: true,
          cell: ({ caseId, applicantName }) => (
            <Link to={`/committee/case/${caseId}` as string}>
              {applicantName || t('hqCommittee:nameless')}
            </Link>
          ),
        },
        {
          id: 'reference',
          head: t('hqCommittee:reference'),
          cell: ({ reference }) => <Bdi>{reference}</Bdi>,
        },
        { id: 'branch', head: t('hqCommittee:branch'), cell: ({ branchName }) => branchName },
        {
          id: 'day',
          head: t('hqCommittee:replyNotBefore'),
          cell: ({ replyNotBefore }) =>
            replyNotBefore === null ? null : <DayText day={replyNotBefore} />,
        },
      ]}
    />
  );
  return (
    <Page title={t('hqCommittee:title')} subtitle={<DayText day={today} />}>
      <HqErrorNote error={list.error} />
      <Tabs
        label={t('hqCommittee:title')}
        selectedId={stand}
        onSelect={(id) => void navigate({ to: `/committee/${id}` as string })}
        tabs={DecisionStand.options.map((id) => ({
          id,
          label: t(`hqCommittee:stand.${id}`),
          ...(counts === undefined ? {} : { count: counts[id] }),
          content:
            id === stand ? (
              <div className={styles.part}>
                <Panel body="flush" label={t(`hqCommittee:stand.${id}`)}>
                  {table}
                </Panel>
              </div>
            ) : null,
        }))}
      />
    </Page>
  );
}
