import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOpenStatus } from '#renderer/access/status.ts';
import { Facts } from '#renderer/components/Facts.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { useMomentWords } from '#renderer/language/moments.ts';
import type { SyncStatus } from '#shared/contracts/sync.ts';
import styles from './sync.module.css';

/** What came from headquarters: up to when and where its journal was read, and what a branch has to do. */
export function FeedPanel({ status }: { readonly status: SyncStatus }) {
  const { t } = useTranslation(['sync', 'common']);
  const { feed, receiving, atHeadquarters } = status;
  const moment = useMomentWords(useOpenStatus().today);
  const number = (count: number) => <bdi dir="ltr">{count}</bdi>;
  return (
    <Panel title={t('sync:feedTitle')} compact>
      <Stack gap={3}>
        {receiving !== null && (
          <Note tone="info" slim live="status">
            {t('sync:feedReceiving', { count: receiving })}
          </Note>
        )}
        <span className={styles.small}>
          {feed.readAt === null
            ? t('sync:feedNever')
            : t('sync:feedRead', {
                time: moment(feed.readAt),
                position: feed.position,
                count: feed.events,
              })}
        </span>
        {feed.parked > 0 && (
          <Note tone="review" slim>
            {t('sync:feedParked', { count: feed.parked })}
          </Note>
        )}
        <Facts
          facts={atHeadquarters.map(({ id, count }) => ({
            id,
            term: t(`sync:atHeadquarters.${id}`),
            value: number(count),
          }))}
        />
        <Link to="/cases">{t('sync:feedCases')}</Link>
      </Stack>
    </Panel>
  );
}
