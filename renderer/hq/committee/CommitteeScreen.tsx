import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Gavel } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqToday, useLookEvery, useOverview } from '#renderer/access/hq/overview.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { Tabs } from '#renderer/components/Tabs.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { DecisionStand } from '#shared/contracts/hq/decisions.ts';
import styles from './committee.module.css';
import { LateBadge } from './LateBadge.tsx';
import { SessionsPart } from './SessionsPart.tsx';

export interface CommitteeScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

/** Cases on their way to an answer: those to decide, those that wait for their day, those that are told. */
export function CommitteeScreen({ params }: CommitteeScreenProps) {
  const { t } = useTranslation(['hqCommittee', 'committee', 'common']);
  const { queries } = useHq();
  const navigate = useNavigate();
  const today = useHqToday();
  const given = DecisionStand.safeParse(params['stand']);
  const stand = given.success ? given.data : 'toDecide';
  const shown = given.success ? given.data : 'sessions';
  const overview = useOverview();
  const late = overview.data?.waiting.lateDecisions ?? 0;
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
      empty={
        <EmptyState icon={Gavel} title={t(`hqCommittee:empty.${stand}`)}>
          {t(`hqCommittee:emptyHelp.${stand}`)}
        </EmptyState>
      }
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
        {
          id: 'session',
          head: t('committee:number'),
          cell: ({ session }) =>
            session === null ? null : (
              <Link to={`/committee/session/${session.sessionId}` as string}>
                <Bdi>{session.number}</Bdi>
              </Link>
            ),
        },
        {
          id: 'late',
          head: t('committee:lateHead'),
          cell: ({ lateDays }) => <LateBadge days={lateDays} />,
        },
      ]}
    />
  );
  return (
    <Page title={t('hqCommittee:title')} subtitle={<DayText day={today} />}>
      {late > 0 && (
        <Note tone="review" slim>
          {t('committee:lateNote', { count: late })}
        </Note>
      )}
      <HqErrorNote error={list.error} />
      <Tabs
        label={t('hqCommittee:title')}
        selectedId={shown}
        onSelect={(id) =>
          void navigate({ to: (id === 'sessions' ? '/committee' : `/committee/${id}`) as string })
        }
        tabs={[
          {
            id: 'sessions',
            label: t('committee:sessions'),
            content:
              shown === 'sessions' ? (
                <div className={styles.part}>
                  <SessionsPart />
                </div>
              ) : null,
          },
          ...DecisionStand.options.map((id) => ({
            id,
            label: t(`hqCommittee:stand.${id}`),
            ...(counts === undefined ? {} : { count: counts[id] }),
            content:
              id === shown ? (
                <div className={styles.part}>
                  <Panel body="flush" label={t(`hqCommittee:stand.${id}`)}>
                    {table}
                  </Panel>
                </div>
              ) : null,
          })),
        ]}
      />
    </Page>
  );
}
