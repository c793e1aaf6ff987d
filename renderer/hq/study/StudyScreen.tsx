import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { NotebookPen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqToday, useLookEvery } from '#renderer/access/hq/overview.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { type DataColumn, DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Page, Row } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { Tabs } from '#renderer/components/Tabs.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { dayOf } from '#renderer/language/days.ts';
import { type StudyCase, StudyView } from '#shared/contracts/hq/study.ts';
import { ReferralsPart } from './ReferralsPart.tsx';
import styles from './study.module.css';
import { WaitsFor } from './WaitsFor.tsx';

export interface StudyScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

/** The officer's lists: what is theirs to do, what is nobody's, what waits, and the questions of all branches. */
export function StudyScreen({ params }: StudyScreenProps) {
  const { t } = useTranslation('hqStudy');
  const { queries } = useHq();
  const navigate = useNavigate();
  const today = useHqToday();
  const given = StudyView.safeParse(params['view']);
  const isReferrals = params['view'] === 'referrals';
  const view = given.success ? given.data : 'mine';
  const counted = useQuery({
    ...queries.study.list.queryOptions({ input: { view: 'mine', offset: 0 } }),
    refetchInterval: useLookEvery(),
  });
  const selected = isReferrals ? 'referrals' : view;
  const tabs = [...StudyView.options, 'referrals' as const].map((id) => {
    const count = id === 'referrals' ? counted.data?.referrals : counted.data?.counts[id];
    return {
      id,
      label: t(`view.${id}`),
      ...(count === undefined ? {} : { count }),
      content:
        id !== selected ? null : (
          <div className={styles.part}>
            {id === 'referrals' ? (
              <ReferralsPart />
            ) : (
              <CaseList key={id} view={id} unassigned={counted.data?.counts.unassigned ?? 0} />
            )}
          </div>
        ),
    };
  });
  return (
    <Page title={t('title')} subtitle={<DayText day={today} />}>
      <HqErrorNote error={counted.error} />
      <Tabs
        label={t('tabsLabel')}
        selectedId={selected}
        onSelect={(id) => void navigate({ to: `/study/${id}` as string })}
        tabs={tabs}
      />
    </Page>
  );
}

const PAGE = 100;

interface CaseListProps {
  readonly view: StudyView;
  /** Cases that nobody has taken: offered to whoever has nothing of their own to do. */
  readonly unassigned: number;
}

function CaseList({ view, unassigned }: CaseListProps) {
  const { t } = useTranslation(['hqStudy', 'common']);
  const { queries } = useHq();
  const [offset, setOffset] = useState(0);
  const list = useQuery({
    ...queries.study.list.queryOptions({ input: { view, offset } }),
    refetchInterval: useLookEvery(),
  });
  const columns: readonly DataColumn<StudyCase>[] = [
    {
      id: 'name',
      head: t('hqStudy:applicant'),
      isRowName: true,
      cell: ({ caseId, applicantName }) => (
        <Link to={`/study/case/${caseId}` as string}>{applicantName || t('hqStudy:nameless')}</Link>
      ),
    },
    {
      id: 'reference',
      head: t('hqStudy:reference'),
      cell: ({ reference }) => <Bdi>{reference}</Bdi>,
    },
    { id: 'branch', head: t('hqStudy:branch'), cell: ({ branchName }) => branchName },
    ...(view === 'mine' || view === 'unassigned'
      ? []
      : [
          {
            id: 'officer',
            head: t('hqStudy:officer'),
            cell: ({ officerName }: StudyCase) => officerName ?? t('hqStudy:noOfficer'),
          },
        ]),
    {
      id: 'submitted',
      head: t('hqStudy:submitted'),
      cell: ({ submittedAt }) =>
        submittedAt === null ? null : <DayText day={dayOf(submittedAt)} />,
    },
    {
      id: 'waits',
      head: t('hqStudy:waitsFor'),
      cell: (row) => <WaitsFor row={row} />,
    },
    {
      id: 'reply',
      head: t('hqStudy:replyNotBefore'),
      cell: ({ replyNotBefore }) =>
        replyNotBefore === null ? null : <DayText day={replyNotBefore} />,
    },
  ];
  if (list.isPending) return <Skeleton label={t('common:loading')} />;
  return (
    <Panel body="flush" label={t(`hqStudy:view.${view}`)}>
      <HqErrorNote error={list.error} />
      <DataTable
        caption={t(`hqStudy:view.${view}`)}
        rows={list.data?.cases ?? []}
        rowId={({ caseId }) => caseId}
        columns={columns}
        empty={
          <EmptyState icon={NotebookPen} title={t(`hqStudy:empty.${view}`)}>
            {view === 'mine' && unassigned > 0 && (
              <Link to={'/study/unassigned' as string}>
                {t('hqStudy:takeOne', { count: unassigned })}
              </Link>
            )}
          </EmptyState>
        }
      />
      {(offset > 0 || list.data?.next != null) && (
        <Row>
          {offset > 0 && (
            <Button onPress={() => setOffset(Math.max(0, offset - PAGE))}>
              {t('common:back')}
            </Button>
          )}
          {list.data?.next != null && (
            <Button onPress={() => setOffset(list.data?.next ?? 0)}>{t('hqStudy:more')}</Button>
          )}
        </Row>
      )}
    </Panel>
  );
}
