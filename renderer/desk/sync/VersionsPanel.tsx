import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/access/desk.ts';
import { Facts } from '#renderer/components/Facts.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { dayOf } from '#renderer/language/days.ts';
import styles from './sync.module.css';

/** Which form, rules, settings and library are in force here, and since when. */
export function VersionsPanel() {
  const { t } = useTranslation('reference');
  const { queries } = useDesk();
  const { data } = useQuery(queries.reference.versions.queryOptions());
  if (data === undefined) return null;
  return (
    <Panel title={t('deskTitle')} compact>
      <Stack gap={3}>
        {data.unreadable > 0 && (
          <Note tone="review" slim>
            {t('deskUnreadable', { count: data.unreadable })}
          </Note>
        )}
        <Facts
          facts={data.kinds.map(({ kind, version, published }) => ({
            id: kind,
            term: t(`kind.${kind}`),
            value: (
              <>
                {t('deskVersion', { version })}
                {published !== null && (
                  <>
                    {' · '}
                    <DayText day={dayOf(published.at)} />
                  </>
                )}
              </>
            ),
          }))}
        />
        <span className={styles.small}>{t('newsOpen')}</span>
      </Stack>
    </Panel>
  );
}
