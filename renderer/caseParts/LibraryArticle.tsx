import { useTranslation } from 'react-i18next';
import { DayText } from '#renderer/language/dates.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { Library, LibraryPage } from '#shared/domain/library/library.ts';
import styles from './LibraryArticle.module.css';

export interface LibraryArticleProps {
  readonly page: LibraryPage;
  readonly library: Library;
  /** Of the page's title; null where somebody else shows the title. */
  readonly headingLevel: 2 | null;
}

/** One page of the library: its tool, its parts, and of which clauses and version it is. */
export function LibraryArticle({ page, library, headingLevel }: LibraryArticleProps) {
  const { t } = useTranslation('library');
  const language = useLanguage();
  const tool = library.tools.find(({ id }) => id === page.tool);
  return (
    <article className={styles.article}>
      {tool !== undefined && <p className={styles.tool}>{inLanguage(tool.title, language)}</p>}
      {headingLevel === 2 && <h2 className={styles.title}>{inLanguage(page.title, language)}</h2>}
      {page.parts.map((part, at) => {
        // Nothing keeps two parts or two paragraphs from saying the same.
        const key = `${at} ${part.heading?.ar}`;
        return (
          <section key={key}>
            {part.heading !== null && (
              <h3 className={styles.heading}>{inLanguage(part.heading, language)}</h3>
            )}
            {part.lines.map((line, number) => (
              <p key={`${number} ${line.ar}`} className={styles.line}>
                {inLanguage(line, language)}
              </p>
            ))}
          </section>
        );
      })}
      <p className={styles.foot}>
        {page.clauses.length > 0 && (
          <span>
            {t('clauses')} <bdi dir="ltr">{page.clauses.join(' · ')}</bdi>
          </span>
        )}
        <span>
          {t('version')} <bdi dir="ltr">{page.version}</bdi>
        </span>
        <span>
          {t('changedOn')} <DayText day={page.changedOn} />
        </span>
      </p>
    </article>
  );
}
