import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeskErrorSentence } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useLibrary } from '#renderer/access/reference.ts';
import { useFocusKey } from '#renderer/commands/useFocusKey.ts';
import { Note } from '#renderer/components/Note.tsx';
import { SearchBox } from '#renderer/components/SearchBox.tsx';
import { type ResultGroup, SearchResultList } from '#renderer/components/SearchResultList.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { SearchResults } from '#shared/contracts/search.ts';
import type { BeneficiaryId, CaseId } from '#shared/domain/identity.ts';
import { type LibraryHit, searchLibrary } from '#shared/domain/library/searchLibrary.ts';
import styles from './DeskFrame.module.css';

/**
 * One box for all that is found by typing, and for a receipt's QR reader, which is a keyboard that ends
 * with Enter: with no result chosen, Enter reads what stands in the box as a paper first, and chooses among
 * what was found when it is none.
 */
export function FindAnything() {
  const { t } = useTranslation(['shell', 'common', 'today']);
  const { client, queries } = useDesk();
  const language = useLanguage();
  const navigate = useNavigate();
  const listId = useId();
  const [text, setText] = useState('');
  const [activeId, setActiveId] = useState<string | null>(null);
  const box = useRef<HTMLInputElement>(null);
  useFocusKey(box);
  const typed = text.trim();
  const found = useQuery({
    ...queries.search.find.queryOptions({ input: { text: typed } }),
    enabled: typed !== '',
    placeholderData: keepPreviousData,
  });
  const pages = usePagesFound(typed);
  const groups = groupsOf(typed === '' ? undefined : found.data);
  const results = groups.flatMap(({ items }) => items);
  const clear = () => {
    setText('');
    setActiveId(null);
    byPaper.reset();
  };
  const open = async (caseId: CaseId) => {
    clear();
    await navigate({ to: '/case/$caseId/$step', params: { caseId, step: 'now' } });
  };
  const openFile = async (beneficiaryId: BeneficiaryId) => {
    clear();
    await navigate({ to: '/beneficiaries/$beneficiaryId', params: { beneficiaryId } });
  };
  const openPage = async (page: string) => {
    const words = typed;
    clear();
    await navigate({ to: '/library', search: { page, words } });
  };
  const byPaper = useMutation({
    mutationFn: (read: string) => client.cases.findByPaper({ text: read }),
    onSuccess: ({ caseId }) => open(caseId),
  });
  const sentence = useDeskErrorSentence(byPaper.error ?? found.error);
  const isOpen = typed !== '' && sentence === null && found.data !== undefined;

  // What is no paper is a name or a number that was typed: the one who was found, or the first to choose from.
  async function readOrChoose(): Promise<void> {
    const [first, ...others] = found.isPlaceholderData ? [] : results;
    try {
      await byPaper.mutateAsync(text);
    } catch {
      // Words without a digit are no reference either: the list itself says that nothing fits them.
      if (first === undefined && /\p{Nd}/u.test(text)) return;
      byPaper.reset();
      if (first === undefined) return;
      if (others.length === 0) first.open();
      else setActiveId(first.id);
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const at = results.findIndex(({ id }) => id === activeId);
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        const step = event.key === 'ArrowDown' ? 1 : -1;
        const next = at === -1 && step === -1 ? results.length - 1 : at + step;
        setActiveId(results[next]?.id ?? null);
        return;
      }
      case 'Enter':
        if (typed === '') return;
        if (at === -1) void readOrChoose();
        else results[at]?.open();
        return;
      case 'Escape':
        clear();
        return;
    }
  }

  function groupsOf(data: SearchResults | undefined): readonly ResultGroup[] {
    if (data === undefined) return [];
    return [
      {
        id: 'people',
        title: t('foundPeople'),
        items: data.people.map(({ beneficiaryId, name, maskedId, caseCount }) => ({
          id: `${listId}-person-${beneficiaryId}`,
          name,
          number: maskedId,
          note: t('requests', { count: caseCount }),
          open: () => void openFile(beneficiaryId),
        })),
      },
      {
        id: 'cases',
        title: t('foundCases'),
        items: data.cases.map(({ caseId, reference, applicantName, status }) => ({
          id: `${listId}-case-${caseId}`,
          name: applicantName ?? t('today:noName'),
          number: reference,
          note: t(`common:status.${status}`),
          open: () => void open(caseId),
        })),
      },
      {
        id: 'library',
        title: t('foundLibrary'),
        items: pages.map(({ page, line }) => ({
          id: `${listId}-page-${page.id}`,
          name: inLanguage(page.title, language),
          number: null,
          note: line,
          open: () => void openPage(page.id),
        })),
      },
    ];
  }

  return (
    <div className={styles.find}>
      <SearchBox
        ref={box}
        label={t('findPaperLabel')}
        placeholder={t('findPaper')}
        shortcut="Ctrl K"
        value={text}
        controls={listId}
        expanded={isOpen}
        {...(activeId === null ? {} : { activeDescendant: activeId })}
        onChange={(now) => {
          setText(now);
          setActiveId(null);
          byPaper.reset();
        }}
        onKeyDown={onKeyDown}
      />
      <div className={styles.found}>
        {sentence !== null && (
          <Note tone="review" slim live="alert">
            {sentence}
          </Note>
        )}
        <SearchResultList
          id={listId}
          label={t('foundLabel')}
          nothing={t('foundNothing')}
          groups={groups}
          activeId={activeId}
          isOpen={isOpen}
        />
      </div>
    </div>
  );
}

/** A number is somebody's or a case's; one letter stands in every page. */
const WORDS = /\p{L}{2}/u;
const MOST_PAGES = 3;

/** Pages of the library in which the words stand, looked for when the hand pauses. */
function usePagesFound(typed: string): readonly LibraryHit[] {
  const library = useLibrary();
  const language = useLanguage();
  const words = useDeferredValue(typed);
  return useMemo(
    () => (WORDS.test(words) ? searchLibrary(library, words, language).slice(0, MOST_PAGES) : []),
    [library, words, language],
  );
}
