import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/access/desk.ts';
import { useLibraryNews } from '#renderer/access/libraryReads.ts';
import { CountBadge } from '#renderer/components/Badge.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { dayOf, spokenDay } from '#renderer/language/days.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import styles from './today.module.css';

/** The others are found in the library, where they are marked. */
const MOST_PAGES = 5;

/** Pages of the library that are new since the person read it, until each of them was opened. */
export function LibraryNews() {
  const { t } = useTranslation(['library', 'reference']);
  const language = useLanguage();
  const news = useLibraryNews();
  const { queries } = useDesk();
  const versions = useQuery(queries.reference.versions.queryOptions());
  if (news.length === 0) return null;
  const published = versions.data?.kinds.find(({ kind }) => kind === 'library')?.published;
  const day = published == null ? null : spokenDay(dayOf(published.at), language);
  return (
    <Panel title={t('library:newsTitle')} aside={<CountBadge count={news.length} />} compact>
      <Stack gap={2}>
        {published != null && day !== null && (
          <p>
            {t('reference:news.library', {
              day: `${day.hijri} (${day.gregorian})`,
              reason: published.reason,
            })}
          </p>
        )}
        <ul className={styles.pages}>
          {news.slice(0, MOST_PAGES).map(({ id, title }) => (
            <li key={id}>
              <Link to="/library" search={{ page: id }}>
                {inLanguage(title, language)}
              </Link>
            </li>
          ))}
        </ul>
        {news.length > MOST_PAGES && (
          <Link to="/library">{t('library:newsMore', { count: news.length - MOST_PAGES })}</Link>
        )}
      </Stack>
    </Panel>
  );
}
