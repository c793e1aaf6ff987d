import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  CircleCheck,
  FolderOpen,
  Hourglass,
  type LucideIcon,
  MessageCircle,
  MessageCircleQuestion,
  Plus,
  Send,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useMoreRows } from '#renderer/access/hq/moreRows.ts';
import { useHqToday, useLookEvery } from '#renderer/access/hq/overview.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Segmented } from '#renderer/components/Choice.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { Tone } from '#renderer/components/tone.ts';
import { InstantText } from '#renderer/language/dates.tsx';
import { type Lead, type LeadState, LeadView } from '#shared/contracts/hq/leads.ts';
import { LeadDetail } from './LeadDetail.tsx';
import { RecordLeadDialog } from './RecordLeadDialog.tsx';

const LOOKS = {
  open: { tone: 'review', icon: Hourglass },
  answered: { tone: 'ok', icon: CircleCheck },
  sent: { tone: 'info', icon: Send },
  followedUp: { tone: 'ok', icon: CircleCheck },
  case: { tone: 'ok', icon: FolderOpen },
} as const satisfies Record<LeadState, { readonly tone: Tone; readonly icon: LucideIcon }>;

export interface LeadsScreenProps {
  readonly search: Readonly<Record<string, unknown>>;
}

/** Calls, letters, messages and requests that reach headquarters itself: answered here, or sent to a branch. */
export function LeadsScreen({ search }: LeadsScreenProps) {
  const { t } = useTranslation(['leads', 'common']);
  const { queries } = useHq();
  const navigate = useNavigate();
  const today = useHqToday();
  const mayWrite = useHqMay('leads.write');
  const view = LeadView.catch('open').parse(search['view']);
  const { limit, onMore } = useMoreRows();
  const [openId, setOpenId] = useState<string | null>(null);
  const [isRecording, setRecording] = useState(false);
  const { data, error } = useQuery({
    ...queries.leads.list.queryOptions({ input: { view, offset: 0, limit } }),
    placeholderData: keepPreviousData,
    refetchInterval: useLookEvery(),
  });
  const more = onMore(data?.leads.length ?? 0);
  const nameOf = (lead: Lead) => lead.name ?? lead.phone ?? lead.reach ?? t('leads:nameless');
  return (
    <Page
      title={t('leads:title')}
      subtitle={t('leads:subtitle')}
      action={
        mayWrite ? (
          <Button kind="main" icon={Plus} onPress={() => setRecording(true)}>
            {t('leads:record')}
          </Button>
        ) : undefined
      }
    >
      <Segmented
        label={t('leads:view')}
        value={view}
        options={LeadView.options.map((value) => ({ value, label: t(`leads:views.${value}`) }))}
        onChange={(chosen) =>
          void navigate({ to: '/leads' as string, search: { view: chosen } as never })
        }
      />
      <HqErrorNote error={error} />
      {data !== undefined &&
        (data.leads.length === 0 ? (
          <EmptyState icon={MessageCircle} title={t('leads:emptyTitle')}>
            {t('leads:emptyLine')}
          </EmptyState>
        ) : (
          <Panel body="flush" label={t('leads:title')}>
            <DataTable
              caption={t('leads:title')}
              rows={data.leads}
              rowId={({ leadId }) => leadId}
              drawer={{
                openId,
                onToggle: (id) => setOpenId(id === openId ? null : id),
                openLabel: (lead) => t('leads:openOf', { name: nameOf(lead) }),
                closeLabel: (lead) => t('leads:closeOf', { name: nameOf(lead) }),
                content: (lead) => <LeadDetail lead={lead} />,
              }}
              columns={[
                {
                  id: 'who',
                  head: t('leads:who'),
                  isRowName: true,
                  cell: (lead) =>
                    lead.name ??
                    (lead.phone === null ? nameOf(lead) : <bdi dir="ltr">{lead.phone}</bdi>),
                },
                { id: 'need', head: t('leads:need'), cell: ({ need }) => need },
                {
                  id: 'channel',
                  head: t('leads:channel'),
                  cell: ({ channel }) => t(`common:channel.${channel}`),
                },
                {
                  id: 'state',
                  head: t('leads:condition'),
                  isTight: true,
                  cell: ({ state, referral }) =>
                    referral !== null && (state === 'open' || state === 'sent') ? (
                      <Badge
                        tone={referral === 'open' ? 'info' : 'review'}
                        icon={MessageCircleQuestion}
                      >
                        {t(`leads:referral.${referral}`)}
                      </Badge>
                    ) : (
                      <Badge tone={LOOKS[state].tone} icon={LOOKS[state].icon}>
                        {t(`leads:state.${state}`)}
                      </Badge>
                    ),
                },
                {
                  id: 'at',
                  head: t('leads:at'),
                  isTight: true,
                  cell: ({ recordedAt }) => <InstantText instant={recordedAt} today={today} />,
                },
              ]}
            />
          </Panel>
        ))}
      {data !== undefined && data.next !== null && more !== null && (
        <Button kind="quiet" onPress={more}>
          {t('leads:more')}
        </Button>
      )}
      {isRecording && <RecordLeadDialog onClose={() => setRecording(false)} />}
    </Page>
  );
}
