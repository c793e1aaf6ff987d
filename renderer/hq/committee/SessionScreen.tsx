import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, Pencil, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useLookEvery } from '#renderer/access/hq/overview.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { ConfirmDialog } from '#renderer/components/Dialog.tsx';
import { type Fact, Facts } from '#renderer/components/Facts.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Page, Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { clockTime } from '#renderer/language/days.ts';
import type { OpenSession } from '#shared/contracts/hq/committee.ts';
import { SessionId } from '#shared/domain/committee/sessionEvents.ts';
import { AddendaPanel } from './AddendaPanel.tsx';
import { AgendaPanel } from './AgendaPanel.tsx';
import { AttendancePanel } from './AttendancePanel.tsx';
import { CallOff } from './CallOff.tsx';
import { SessionBadge } from './SessionBadge.tsx';
import { useCommitteeAction } from './useCommitteeAction.ts';

export interface SessionScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

const LOOK_MS = 5_000;

/** One session: when and where, who is there, what is on its agenda, and its minutes. */
export function SessionScreen({ params }: SessionScreenProps) {
  const { t } = useTranslation(['committee', 'common']);
  const { queries } = useHq();
  const mayVote = useHqMay('cases.vote');
  const sessionId = SessionId.safeParse(params['sessionId']);
  const open = useQuery({
    ...queries.committee.open.queryOptions({
      input: { sessionId: sessionId.success ? sessionId.data : SessionId.parse(NONE) },
    }),
    enabled: sessionId.success,
    refetchInterval: useLookEvery(LOOK_MS),
  });
  const found = open.data;
  return (
    <Page
      title={
        found === undefined ? (
          t('committee:number')
        ) : (
          <>
            {t('committee:number')} <Bdi>{found.session.number}</Bdi>
          </>
        )
      }
      subtitle={found === undefined ? undefined : <DayText day={found.session.heldOn} />}
      action={
        <Row>
          <Link to={'/committee' as string} className={buttonClass('quiet', 'md')}>
            <Icon of={ArrowLeft} flow />
            <span>{t('committee:backToSessions')}</span>
          </Link>
          {mayVote && found?.session.status === 'closed' && (
            <Link
              to={`/committee/session/${found.session.sessionId}/minutes` as string}
              className={buttonClass('main', 'md')}
            >
              <Icon of={Printer} />
              <span>{t('committee:printMinutes')}</span>
            </Link>
          )}
        </Row>
      }
    >
      <Stack gap={5}>
        {!sessionId.success && <Note tone="stop">{t('committee:noSuchSession')}</Note>}
        <HqErrorNote error={open.error} />
        {sessionId.success && open.isPending && <Skeleton label={t('common:loading')} />}
        {found !== undefined && (
          <>
            <Plan found={found} />
            <AttendancePanel
              key={`${found.session.status} ${found.session.present.join(' ')}`}
              found={found}
            />
            <AgendaPanel found={found} />
            {found.session.status === 'open' && <Closing found={found} />}
            {found.session.status === 'closed' && <AddendaPanel session={found.session} />}
            {found.session.status === 'planned' && <CallOff session={found.session} />}
          </>
        )}
      </Stack>
    </Page>
  );
}

const NONE = '00000000-0000-4000-8000-000000000000';

function Plan({ found: { session } }: { readonly found: OpenSession }) {
  const { t } = useTranslation('committee');
  const mayPlan = useHqMay('sessions.plan');
  const chair = session.members.find(({ personId }) => personId === session.chairId);
  const time = (at: string | null, id: 'openedAt' | 'closedAt'): readonly Fact[] =>
    at === null ? [] : [{ id, term: t(id), value: <Bdi>{clockTime(at)}</Bdi> }];
  return (
    <Panel
      title={t('whenWhere')}
      aside={
        <Row>
          <SessionBadge status={session.status} />
          {mayPlan && session.status === 'planned' && (
            <Link
              to={`/committee/plan/${session.sessionId}` as string}
              className={buttonClass('quiet', 'sm')}
            >
              <Icon of={Pencil} size="sm" />
              <span>{t('replan')}</span>
            </Link>
          )}
        </Row>
      }
    >
      <Facts
        layout="columns"
        facts={[
          { id: 'day', term: t('heldOn'), value: <DayText day={session.heldOn} /> },
          { id: 'time', term: t('startsAt'), value: <Bdi>{session.startsAt}</Bdi> },
          {
            id: 'place',
            term: t('place'),
            value: (
              <>
                <Words>{session.place.where}</Words> ({t(`placeKind.${session.place.kind}`)})
              </>
            ),
          },
          { id: 'chair', term: t('chair'), value: <Words>{chair?.name ?? ''}</Words> },
          ...time(session.openedAt, 'openedAt'),
          ...time(session.closedAt, 'closedAt'),
          ...(session.minutesNumber === null
            ? []
            : [
                {
                  id: 'minutes',
                  term: t('minutesNumber'),
                  value: <Bdi>{session.minutesNumber}</Bdi>,
                },
              ]),
          ...(session.calledOff === null
            ? []
            : [
                {
                  id: 'why',
                  term: t('calledOffWhy'),
                  value: <Words>{session.calledOff}</Words>,
                },
              ]),
        ]}
      />
    </Panel>
  );
}

function Closing({ found: { session } }: { readonly found: OpenSession }) {
  const { t } = useTranslation('committee');
  const { client } = useHq();
  const mayLead = useHqMay('cases.decide');
  const [isSure, setSure] = useState(false);
  const close = useCommitteeAction(client.committee.close);
  if (!mayLead) return null;
  return (
    <>
      <HqErrorNote error={close.error} />
      <Row>
        <Button onPress={() => setSure(true)}>{t('close')}</Button>
      </Row>
      <ConfirmDialog
        isOpen={isSure}
        title={t('closeTitle')}
        confirmLabel={t('close')}
        cancelLabel={t('cancel')}
        busy={close.isPending}
        onConfirm={() =>
          close.mutate({ sessionId: session.sessionId }, { onSettled: () => setSure(false) })
        }
        onCancel={() => setSure(false)}
      >
        {t('closeHelp')}
      </ConfirmDialog>
    </>
  );
}
