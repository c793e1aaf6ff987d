import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { BadgeCheck, Gavel, Inbox, Laptop, PenLine } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { Page, Stack } from '#renderer/components/Page.tsx';
import { Stations } from '#renderer/components/Stations.tsx';
import { useMomentWords } from '#renderer/language/moments.ts';
import { ContactsPanel } from './ContactsPanel.tsx';
import { CopiesPanel } from './CopiesPanel.tsx';
import { EnrolmentPanel } from './EnrolmentPanel.tsx';
import { FeedPanel } from './FeedPanel.tsx';
import { PageProblemsPanel } from './PageProblemsPanel.tsx';
import { RefusalsPanel } from './RefusalsPanel.tsx';
import { SendPanel } from './SendPanel.tsx';
import { StickPanel } from './StickPanel.tsx';
import styles from './sync.module.css';
import { VersionsPanel } from './VersionsPanel.tsx';
import { WaitingPanel } from './WaitingPanel.tsx';

const LOOK_EVERY_MS = 2_000;
const LOOK_WHILE_SENDING_MS = 400;

/** What is safe where, what waits, what was refused and why, and the way to headquarters. */
export function SyncScreen() {
  const { t } = useTranslation('sync');
  const { queries } = useDesk();
  const { data } = useSuspenseQuery({
    ...queries.sync.status.queryOptions(),
    refetchInterval: ({ state }) =>
      state.data?.progress == null && state.data?.receiving == null
        ? LOOK_EVERY_MS
        : LOOK_WHILE_SENDING_MS,
  });
  const { counts, enrolment, refusals, pageProblems, lastContactAt } = data;
  const cache = useQueryClient();
  // The line on top says the same at the same moment.
  useEffect(() => {
    void cache.invalidateQueries({ queryKey: queries.safety.get.queryKey() });
  }, [cache, queries, counts.eventsWaiting, lastContactAt]);
  const moment = useMomentWords(useOpenStatus().today);
  const contact =
    lastContactAt === null ? t('noContact') : t('lastContact', { time: moment(lastContactAt) });
  return (
    <Page
      title={t('title')}
      subtitle={`${t('waitingLine', { count: counts.onThisLaptop })} · ${contact}`}
    >
      <Stack>
        <Stations
          label={t('stations')}
          stations={[
            {
              id: 'drafts',
              name: t('drafts'),
              icon: PenLine,
              count: String(counts.drafts),
              hint: t('draftsHint'),
            },
            {
              id: 'here',
              name: t('onThisLaptop'),
              icon: Laptop,
              count: String(counts.onThisLaptop),
              hint: t('onThisLaptopHint'),
            },
            {
              id: 'accepted',
              name: t('accepted'),
              icon: BadgeCheck,
              tone: 'ok',
              count: String(counts.accepted),
              hint: t('acceptedHint'),
            },
            {
              id: 'inRegistry',
              name: t('inRegistry'),
              icon: Inbox,
              tone: 'ok',
              count: String(counts.inRegistry),
              hint: t('inRegistryHint'),
            },
            {
              id: 'decided',
              name: t('decided'),
              icon: Gavel,
              tone: 'ok',
              count: String(counts.decided),
              hint: t('decidedHint'),
            },
          ]}
        />
        <div className={styles.sides}>
          <Stack>
            {enrolment.state !== 'enrolled' && <EnrolmentPanel enrolment={enrolment} />}
            <WaitingPanel status={data} />
            {refusals.length > 0 && <RefusalsPanel refusals={refusals} />}
            {pageProblems.length > 0 && <PageProblemsPanel pageProblems={pageProblems} />}
            {enrolment.state === 'enrolled' && <StickPanel />}
          </Stack>
          <Stack>
            {enrolment.state === 'enrolled' && <SendPanel status={data} />}
            {enrolment.state === 'enrolled' && <FeedPanel status={data} />}
            <VersionsPanel />
            <CopiesPanel />
            <ContactsPanel contacts={data.contacts} />
          </Stack>
        </div>
      </Stack>
    </Page>
  );
}
