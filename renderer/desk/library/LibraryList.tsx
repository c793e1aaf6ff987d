import { Link } from '@tanstack/react-router';
import { SearchX, Sparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import {
  type Library,
  type LibraryPage,
  newsOf,
  type PageNews,
  type Reading,
} from '#shared/domain/library/library.ts';
import { searchLibrary } from '#shared/domain/library/searchLibrary.ts';
import styles from './library.module.css';

export interface LibraryListProps {
  readonly library: Library;
  readonly words: string;
  readonly current: string | null;
  readonly reading: Reading;
}

/** All pages under their tools, or those in which the words stand with the line that holds them. */
export function LibraryList({ library, words, current, reading }: LibraryListProps) {
  const { t } = useTranslation('library');
  const language = useLanguage();
  const entry = (page: LibraryPage, line: string | null) => (
    <li key={page.id}>
      <Link
        to="/library"
        search={{ page: page.id, ...(words === '' ? {} : { words }) }}
        className={styles.entry}
        aria-current={page.id === current ? 'page' : undefined}
      >
        <span className={styles.entryTitle}>{inLanguage(page.title, language)}</span>
        <News news={newsOf(page, reading)} />
        {line !== null && <span className={styles.line}>{line}</span>}
      </Link>
    </li>
  );
  if (words.trim() !== '') {
    const hits = searchLibrary(library, words, language);
    return (
      <section aria-label={t('found')}>
        <p className={styles.count} role="status">
          {t('foundCount', { count: hits.length })}
        </p>
        {hits.length === 0 ? (
          <EmptyState icon={SearchX} title={t('nothingFound')}>
            {t('nothingFoundLine')}
          </EmptyState>
        ) : (
          <ul className={styles.list}>{hits.map(({ page, line }) => entry(page, line))}</ul>
        )}
      </section>
    );
  }
  return (
    <nav aria-label={t('title')} className={styles.tools}>
      {library.tools.map((tool) => (
        <section key={tool.id} aria-labelledby={`tool-${tool.id}`}>
          <h2 className={styles.tool} id={`tool-${tool.id}`}>
            {inLanguage(tool.title, language)}
          </h2>
          <ul className={styles.list}>
            {library.pages.filter((page) => page.tool === tool.id).map((page) => entry(page, null))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

/** What is new or changed stands out; what was never opened is only told. */
function News({ news }: { readonly news: PageNews | null }) {
  const { t } = useTranslation('library');
  if (news === null) return null;
  if (news === 'unread') return <span className={styles.unread}>{t('unread')}</span>;
  return (
    <Badge tone="review" icon={Sparkles}>
      {t(news)}
    </Badge>
  );
}
