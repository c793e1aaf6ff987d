import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CalendarPlus, Gavel } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useLookEvery } from '#renderer/access/hq/overview.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { SessionBadge } from './SessionBadge.tsx';

/** Sessions to come and sessions that were. */
export function SessionsPart() {
  return (
    <Stack gap={5}>
      <SessionList view="coming" />
      <SessionList view="past" />
    </Stack>
  );
}

function SessionList({ view }: { readonly view: 'coming' | 'past' }) {
  const { t } = useTranslation(['committee', 'common']);
  const { queries } = useHq();
  const mayPlan = useHqMay('sessions.plan');
  const list = useQuery({
    ...queries.committee.list.queryOptions({ input: { view } }),
    refetchInterval: useLookEvery(),
  });
  const planLink = mayPlan && view === 'coming' && (
    <Link to={'/committee/plan' as string} className={buttonClass('main', 'md')}>
      <Icon of={CalendarPlus} />
      <span>{t('committee:plan')}</span>
    </Link>
  );
  return (
    <Panel title={t(`committee:${view}`)} body="flush" aside={planLink}>
      <HqErrorNote error={list.error} />
      {list.isPending ? (
        <Skeleton label={t('common:loading')} />
      ) : (
        <DataTable
          caption={t(`committee:${view}`)}
          rows={list.data?.sessions ?? []}
          rowId={({ sessionId }) => sessionId}
          empty={
            <EmptyState
              icon={Gavel}
              title={t(view === 'coming' ? 'committee:noComing' : 'committee:noPast')}
            >
              {view === 'coming' ? t('committee:noComingHelp') : undefined}
            </EmptyState>
          }
          columns={[
            {
              id: 'number',
              head: t('committee:number'),
              isRowName: true,
              cell: ({ sessionId, number }) => (
                <Link to={`/committee/session/${sessionId}` as string}>
                  <Bdi>{number}</Bdi>
                </Link>
              ),
            },
            {
              id: 'day',
              head: t('committee:heldOn'),
              cell: ({ heldOn }) => <DayText day={heldOn} />,
            },
            {
              id: 'time',
              head: t('committee:startsAt'),
              cell: ({ startsAt }) => <Bdi>{startsAt}</Bdi>,
            },
            { id: 'place', head: t('committee:place'), cell: ({ place }) => place.where },
            { id: 'chair', head: t('committee:chair'), cell: ({ chairName }) => chairName },
            {
              id: 'cases',
              head: t('committee:caseCount'),
              isFigure: true,
              cell: ({ cases }) => <Bdi>{cases}</Bdi>,
            },
            {
              id: 'decided',
              head: t('committee:decidedCount'),
              isFigure: true,
              cell: ({ decided }) => <Bdi>{decided}</Bdi>,
            },
            {
              id: 'status',
              head: t('committee:stateHead'),
              cell: ({ status }) => <SessionBadge status={status} />,
            },
          ]}
        />
      )}
    </Panel>
  );
}
