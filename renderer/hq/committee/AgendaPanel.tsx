import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, CirclePlus, Hourglass, ListPlus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { type DataColumn, DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { IconButton } from '#renderer/components/IconButton.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { CommitteeCase, OpenSession } from '#shared/contracts/hq/committee.ts';
import { agendaCase } from '#shared/domain/committee/session.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { AgendaState } from './AgendaState.tsx';
import styles from './committee.module.css';
import { LateBadge } from './LateBadge.tsx';
import { useCommitteeAction } from './useCommitteeAction.ts';

/** The cases of a session in their order, and those that may still come on it. */
export function AgendaPanel({ found }: { readonly found: OpenSession }) {
  const { t } = useTranslation(['committee', 'hqCommittee']);
  const { queries, client } = useHq();
  const { session, cases } = found;
  const isLive = session.status === 'planned' || session.status === 'open';
  const mayArrange = useHqMay('sessions.plan') && isLive;
  const ready = useQuery({ ...queries.committee.ready.queryOptions(), enabled: mayArrange });
  const set = useCommitteeAction(client.committee.setAgenda);
  const ids = session.agenda.map(({ caseId }) => caseId);
  const arrange = (order: readonly CaseId[]) =>
    set.mutate({ sessionId: session.sessionId, cases: [...order], version: session.version });
  const waiting = ready.data?.cases ?? [];
  const columns = useCaseColumns(session.sessionId);
  return (
    <>
      <Panel title={t('committee:agenda')} body="flush">
        <HqErrorNote error={set.error ?? ready.error} />
        <DataTable
          caption={t('committee:agenda')}
          rows={cases}
          rowId={({ caseId }) => caseId}
          empty={
            <EmptyState icon={ListPlus} title={t('committee:agendaEmpty')}>
              {mayArrange ? t('committee:agendaEmptyHelp') : undefined}
            </EmptyState>
          }
          columns={[
            ...columns,
            {
              id: 'state',
              head: t('committee:stateHead'),
              cell: (each) => (
                <AgendaState listed={each} agenda={agendaCase(session, each.caseId)} />
              ),
            },
            ...(mayArrange
              ? [
                  {
                    id: 'order',
                    head: t('committee:order'),
                    isHeadHidden: true,
                    isTight: true,
                    cell: ({ caseId, reference }: CommitteeCase) => (
                      <div className={styles.order}>
                        <IconButton
                          icon={ArrowUp}
                          label={t('committee:up', { reference })}
                          onPress={() => arrange(moved(ids, caseId, -1))}
                        />
                        <IconButton
                          icon={ArrowDown}
                          label={t('committee:down', { reference })}
                          onPress={() => arrange(moved(ids, caseId, 1))}
                        />
                        <IconButton
                          icon={X}
                          label={t('committee:remove', { reference })}
                          onPress={() => arrange(ids.filter((each) => each !== caseId))}
                        />
                      </div>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Panel>
      {mayArrange && (
        <Panel
          title={t('committee:ready')}
          body="flush"
          aside={
            waiting.length > 1 ? (
              <Button
                size="sm"
                icon={ListPlus}
                busy={set.isPending}
                onPress={() => arrange([...ids, ...waiting.map(({ caseId }) => caseId)])}
              >
                {t('committee:addAll')}
              </Button>
            ) : undefined
          }
        >
          <DataTable
            caption={t('committee:ready')}
            rows={waiting}
            rowId={({ caseId }) => caseId}
            empty={<EmptyState icon={Hourglass} title={t('committee:readyEmpty')} />}
            columns={[
              ...columns,
              {
                id: 'add',
                head: t('committee:add'),
                isHeadHidden: true,
                isTight: true,
                cell: ({ caseId, reference }) => (
                  <IconButton
                    icon={CirclePlus}
                    label={t('committee:addCase', { reference })}
                    onPress={() => arrange([...ids, caseId])}
                  />
                ),
              },
            ]}
          />
        </Panel>
      )}
    </>
  );
}

function useCaseColumns(sessionId: string): readonly DataColumn<CommitteeCase>[] {
  const { t } = useTranslation(['committee', 'hqCommittee']);
  const mayVote = useHqMay('cases.vote');
  return [
    {
      id: 'name',
      head: t('hqCommittee:applicant'),
      isRowName: true,
      cell: ({ caseId, applicantName, session }) => (
        <Link
          to={
            (mayVote && session?.sessionId === sessionId
              ? `/committee/session/${sessionId}/case/${caseId}`
              : `/committee/case/${caseId}`) as string
          }
        >
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
      id: 'subject',
      head: t('committee:subjectHead'),
      cell: ({ subject }) => (subject === null ? null : t(`committee:subject.${subject}`)),
    },
    {
      id: 'late',
      head: t('committee:lateHead'),
      cell: ({ lateDays }) => <LateBadge days={lateDays} />,
    },
  ];
}

function moved(ids: readonly CaseId[], caseId: CaseId, by: -1 | 1): readonly CaseId[] {
  const from = ids.indexOf(caseId);
  const to = Math.min(Math.max(from + by, 0), ids.length - 1);
  const rest = ids.filter((each) => each !== caseId);
  return [...rest.slice(0, to), caseId, ...rest.slice(to)];
}
