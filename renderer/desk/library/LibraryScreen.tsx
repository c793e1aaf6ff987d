import { useNavigate, useSearch } from '@tanstack/react-router';
import { BookOpen, SearchX } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLibraryReads } from '#renderer/access/libraryReads.ts';
import { useLibrary } from '#renderer/access/reference.ts';
import { LibraryArticle } from '#renderer/caseParts/LibraryArticle.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Page, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { ScrollColumn } from '#renderer/components/ScrollColumn.tsx';
import { SearchBox } from '#renderer/components/SearchBox.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import { findLibraryPage } from '#shared/domain/library/library.ts';
import { LibraryList } from './LibraryList.tsx';
import styles from './library.module.css';
import { PageChanges } from './PageChanges.tsx';

/** The employee's four tools and the answers to what people ask: all of it here without a network. */
export function LibraryScreen() {
  const { t } = useTranslation('library');
  const language = useLanguage();
  const library = useLibrary();
  const { reading, markRead } = useLibraryReads();
  const { page: id, words = '' } = useSearch({ from: '/library' });
  const navigate = useNavigate();
  const page = id === undefined ? null : findLibraryPage(library, id);
  const open = page?.id ?? null;
  // What is published while a page lies open is read as it comes.
  const version = page?.version ?? null;
  useEffect(() => {
    if (open !== null && version !== null) markRead(open);
  }, [open, version, markRead]);
  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      <div className={styles.sides}>
        <Stack gap={4}>
          <SearchBox
            label={t('searchLabel')}
            placeholder={t('searchPlaceholder')}
            value={words}
            onChange={(typed) =>
              void navigate({
                to: '/library',
                search: { ...(id === undefined ? {} : { page: id }), words: typed },
                replace: true,
              })
            }
          />
          <LibraryList library={library} words={words} current={open} reading={reading} />
        </Stack>
        <ScrollColumn key={open} className={styles.reading}>
          <Stack gap={4}>
            {page === null ? (
              <EmptyState
                icon={id === undefined ? BookOpen : SearchX}
                title={t(id === undefined ? 'choose' : 'pageGone')}
              >
                {t(id === undefined ? 'chooseLine' : 'pageGoneLine')}
              </EmptyState>
            ) : (
              <>
                <PageChanges page={page} />
                <Panel>
                  <LibraryArticle page={page} library={library} headingLevel={2} />
                </Panel>
              </>
            )}
            <Note tone="info">{inLanguage(library.notice, language)}</Note>
          </Stack>
        </ScrollColumn>
      </div>
    </Page>
  );
}
