import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MessageCircleQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqToday, useLookEvery } from '#renderer/access/hq/overview.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import type { ListedReferral } from '#shared/contracts/hq/study.ts';
import { InquiriesTable } from './InquiriesTable.tsx';

/** Questions to the social-research officer from all branches (P33): open ones first, then what was answered. */
export function ReferralsPart() {
  const { t } = useTranslation('hqStudy');
  return (
    <Stack gap={4}>
      <ReferralTable view="open" caption={t('view.referrals')} />
      <InquiriesTable view="open" />
      <ReferralTable view="answered" caption={t('answeredList')} />
      <InquiriesTable view="answered" />
    </Stack>
  );
}

function ReferralTable({
  view,
  caption,
}: {
  readonly view: 'open' | 'answered';
  readonly caption: string;
}) {
  const { t } = useTranslation(['hqStudy', 'waiting', 'common']);
  const { queries } = useHq();
  const today = useHqToday();
  const list = useQuery({
    ...queries.referrals.list.queryOptions({ input: { view, offset: 0 } }),
    refetchInterval: useLookEvery(),
  });
  if (list.isPending) return <Skeleton label={t('common:loading')} />;
  const rows = list.data?.referrals ?? [];
  if (view === 'answered' && rows.length === 0) return null;
  return (
    <Panel body="flush" title={caption}>
      <HqErrorNote error={list.error} />
      <DataTable<ListedReferral>
        caption={caption}
        rows={rows}
        rowId={({ referralId }) => referralId}
        empty={<EmptyState icon={MessageCircleQuestion} title={t('hqStudy:empty.referrals')} />}
        columns={[
          {
            id: 'question',
            head: t('hqStudy:question'),
            isRowName: true,
            cell: ({ caseId, referralId, question }) => (
              <Link to={`/study/case/${caseId}` as string} search={{ at: referralId } as never}>
                <span dir="auto">{question}</span>
              </Link>
            ),
          },
          {
            id: 'reason',
            head: t('hqStudy:referReason'),
            cell: ({ reason }) => t(`waiting:reason.${reason}`),
          },
          {
            id: 'applicant',
            head: t('hqStudy:applicant'),
            cell: ({ applicantName, reference }) => (
              <>
                {applicantName} <Bdi>{reference}</Bdi>
              </>
            ),
          },
          { id: 'branch', head: t('hqStudy:branch'), cell: ({ branchName }) => branchName },
          {
            id: 'at',
            head: t(view === 'open' ? 'hqStudy:askedAt' : 'hqStudy:answeredAt'),
            cell: ({ askedAt, answeredAt }) => (
              <InstantText
                instant={view === 'open' ? askedAt : (answeredAt ?? askedAt)}
                today={today}
              />
            ),
          },
        ]}
      />
    </Panel>
  );
}
