import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Bell, CloudUpload, ListChecks, MessageCircle, PenLine, Plus, Sun } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Facts } from '#renderer/components/Facts.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Page, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import {
  type WorkGroup,
  type WorkItem,
  WorkList,
  workItemNameId,
} from '#renderer/components/WorkList.tsx';
import { DayText, InstantText } from '#renderer/language/dates.tsx';
import { clockTime, spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { CaseSummary } from '#shared/contracts/cases.ts';
import { CaseButton } from './CaseButton.tsx';
import { LibraryNews } from './LibraryNews.tsx';
import { OlderData } from './OlderData.tsx';
import { ReferenceNews } from './ReferenceNews.tsx';
import { TrainingOfficePanel } from './TrainingOfficePanel.tsx';
import { useDueGroups } from './useDueGroups.tsx';

const NOON = 12;

/** What to do now, from the store as it stands; an empty day says so kindly. */
export function TodayScreen() {
  const { t } = useTranslation(['today', 'bringList', 'common']);
  const language = useLanguage();
  const status = useOpenStatus();
  const { queries } = useDesk();
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(queries.today.get.queryOptions());
  const day = spokenDay(status.today, language);
  const [hour] = useState(() => Number(clockTime(new Date().toISOString()).slice(0, 2)));
  const isMorning = hour < NOON;
  const firstName = status.person.displayName.trim().split(/\s+/)[0] ?? '';
  const line = (summary: CaseSummary, why: string, action: string): WorkItem => ({
    id: summary.caseId,
    name: summary.applicantName ?? t('today:noName'),
    reference: summary.reference,
    why,
    when: <InstantText instant={summary.updatedAt} today={status.today} />,
    action: <CaseButton item={summary.caseId} caseId={summary.caseId} label={action} />,
  });
  const dueGroups = useDueGroups(data.due);
  const groups: readonly WorkGroup[] = [
    {
      id: 'replyDue',
      title: t('today:replyDue'),
      icon: Bell,
      tone: 'gold',
      items: data.replyDue.map((each) => line(each, t('today:replyDueWhy'), t('today:open'))),
    },
    ...dueGroups.urgent,
    {
      id: 'followUps',
      title: t('today:followUps'),
      icon: MessageCircle,
      tone: 'review',
      items: data.followUps.map(
        (each): WorkItem => ({
          id: each.contactId,
          name: each.name ?? each.phone ?? t('today:noName'),
          why:
            each.referral === 'answered'
              ? t('today:officerAnswered', { topic: each.topic })
              : each.topic,
          ...(each.followUpBy === null
            ? {}
            : { when: <DayText day={each.followUpBy} layout="stack" /> }),
          action: (
            <Button
              size="sm"
              describedBy={workItemNameId(each.contactId)}
              onPress={() =>
                void navigate({
                  to: '/contacts/$contactId',
                  params: { contactId: each.contactId },
                })
              }
            >
              {t('today:followUp')}
            </Button>
          ),
        }),
      ),
    },
    {
      id: 'drafts',
      title: t('today:drafts'),
      icon: PenLine,
      tone: 'brand',
      items: data.drafts.map((each) =>
        line(each, t(`today:next.${nextOf(each)}`), t('today:goOn')),
      ),
    },
    ...dueGroups.expected,
    {
      id: 'waiting',
      title: t('today:waiting'),
      icon: CloudUpload,
      tone: 'info',
      items: data.waiting.map((each) => ({
        ...line(each, '', t('today:open')),
        why:
          each.replyNotBefore === null ? (
            ''
          ) : (
            <>
              {t('today:replyFrom')} <DayText day={each.replyNotBefore} />
            </>
          ),
        when:
          each.submittedAt === null ? undefined : (
            <InstantText instant={each.submittedAt} today={status.today} />
          ),
      })),
    },
  ];
  const isEmpty = groups.every((group) => group.items.length === 0);
  const hidden = data.draftTotal - data.drafts.length + data.waitingTotal - data.waiting.length;
  return (
    <Page
      columns="split"
      title={t(isMorning ? 'today:goodMorning' : 'today:goodEvening', { name: firstName })}
      subtitle={t('today:dateLine', { ...day, branch: status.branch.name })}
      action={<NewCaseButton />}
    >
      <Stack>
        {status.readOnly && <OlderData />}
        {isEmpty ? (
          <EmptyState icon={Sun} title={t('today:emptyTitle')}>
            {t('today:emptyLine')}
          </EmptyState>
        ) : (
          <WorkList groups={groups} />
        )}
        {data.dueHidden > 0 && <p>{t('today:moreDue', { count: data.dueHidden })}</p>}
        {hidden > 0 && <Link to="/cases">{t('today:more', { count: hidden })}</Link>}
      </Stack>
      <Stack>
        <ReferenceNews />
        <LibraryNews />
        {status.branch.training && <TrainingOfficePanel />}
        <Panel title={t('today:sumTitle')} compact>
          <Facts
            facts={[
              {
                id: 'drafts',
                term: t('today:sumDrafts'),
                value: <bdi dir="ltr">{data.draftTotal}</bdi>,
              },
              {
                id: 'waiting',
                term: t('today:sumWaiting'),
                value: <bdi dir="ltr">{data.waitingTotal}</bdi>,
              },
              {
                id: 'contacts',
                term: t('today:sumContacts'),
                value: <bdi dir="ltr">{data.contactsWaiting}</bdi>,
              },
            ]}
          />
        </Panel>
        <Panel title={t('bringList:link')} compact>
          <Stack gap={2}>
            {t('bringList:linkHelp')}
            <div>
              <Link to="/bring-list" className={buttonClass('plain', 'sm')}>
                <Icon of={ListChecks} size="sm" />
                <span>{t('bringList:questions')}</span>
              </Link>
            </div>
          </Stack>
        </Panel>
        <Panel title={t('today:aboutWaitingTitle')} compact>
          {t('today:aboutWaiting')}
        </Panel>
      </Stack>
    </Page>
  );
}

function nextOf(summary: CaseSummary): 'draft' | 'interviewed' | 'matched' | 'signed' | 'voided' {
  if (summary.signatureVoided) return 'voided';
  switch (summary.status) {
    case 'interviewed':
    case 'matched':
    case 'signed':
      return summary.status;
    default:
      return 'draft';
  }
}

/** The one main action of the day; its key works on every screen of the frame. */
function NewCaseButton() {
  const { t } = useTranslation('today');
  const navigate = useNavigate();
  return (
    <Button kind="main" icon={Plus} shortcut="Alt N" onPress={() => void navigate({ to: '/new' })}>
      {t('newCase')}
    </Button>
  );
}
