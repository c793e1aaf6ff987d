import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqToday, useLookEvery } from '#renderer/access/hq/overview.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Tabs } from '#renderer/components/Tabs.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import type { ImportCounts } from '#shared/contracts/hq/imports.ts';
import { BatchPanel } from './BatchPanel.tsx';
import { BatchTable } from './BatchTable.tsx';
import { CaseTable } from './CaseTable.tsx';
import { GapNotes } from './GapNotes.tsx';
import { sumOf } from './importTones.ts';
import styles from './inbox.module.css';
import { useImportAction } from './useImportAction.ts';
import { WorkPanel } from './WorkPanel.tsx';

const LOOK_WHILE_WORKING_MS = 1_000;
const VIEWS = ['batches', 'person', 'returned', 'setAside'] as const;
type View = (typeof VIEWS)[number];

export interface InboxScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
  readonly search: Readonly<Record<string, unknown>>;
}

/** What the branches sent: batches, what is missing between them, and the cases that need a person. */
export function InboxScreen({ params, search }: InboxScreenProps) {
  const { t } = useTranslation('import');
  const { queries, client } = useHq();
  const navigate = useNavigate();
  const look = useLookEvery();
  const mayRead = useHqMay('cases.read');
  const mayImport = useHqMay('cases.import');
  const view = VIEWS.find((each) => each === search['view']) ?? 'batches';
  const batches = useQuery({
    ...queries.intake.batches.queryOptions(),
    refetchInterval: look,
    placeholderData: keepPreviousData,
  });
  const overview = useQuery({
    ...queries.imports.overview.queryOptions(),
    enabled: mayRead,
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'working' || data?.ordered === true ? LOOK_WHILE_WORKING_MS : look(),
  });
  useListsFollow(overview.data?.counts);
  const importAll = useImportAction(() => client.imports.importClean({ batchId: null }));
  const counts = overview.data?.counts;
  const clean = counts?.clean ?? 0;
  const forPerson = counts === undefined ? 0 : sumOf(counts, ['held', 'duplicate', 'changed']);
  const listed = batches.data?.batches ?? [];
  const selected = listed.find(({ batchId }) => batchId === params['batchId']);
  const countOf = (each: View): { readonly count?: number } => {
    if (each === 'batches' || counts === undefined) return {};
    return { count: each === 'person' ? forPerson : counts[each] };
  };
  const contentOf = (each: View) =>
    each === 'batches' ? (
      <BatchTable batches={listed} selectedId={selected?.batchId ?? null} />
    ) : (
      <CaseTable states={STATES_OF[each]} />
    );
  return (
    <Page
      title={t('title')}
      subtitle={
        <>
          <DayText day={useHqToday()} />
          {counts !== undefined && forPerson > 0 && <> · {t('needPerson', { count: forPerson })}</>}
        </>
      }
      action={
        mayImport && clean > 0 ? (
          <Button
            kind={selected === undefined ? 'main' : 'plain'}
            busy={importAll.isPending}
            onPress={() => importAll.mutate(undefined)}
          >
            {t('importAll', { count: clean })}
          </Button>
        ) : undefined
      }
    >
      <HqErrorNote error={batches.error ?? overview.error ?? importAll.error} />
      <GapNotes gaps={batches.data?.gaps ?? []} />
      {overview.data !== undefined && <WorkPanel overview={overview.data} />}
      <div className={view === 'batches' ? styles.grid : undefined}>
        <Panel body="flush" label={t('views')}>
          {mayRead ? (
            <Tabs
              label={t('views')}
              selectedId={view}
              onSelect={(id) =>
                void navigate({
                  to: '/inbox' as string,
                  search: (id === 'batches' ? {} : { view: id }) as never,
                })
              }
              tabs={VIEWS.map((each) => ({
                id: each,
                label: t(`view.${each}`),
                ...countOf(each),
                content: each === view ? contentOf(each) : null,
              }))}
            />
          ) : (
            contentOf('batches')
          )}
        </Panel>
        {view === 'batches' && <BatchPanel batch={selected ?? null} />}
      </div>
    </Page>
  );
}

/** What is listed is looked at again whenever the counts of all cases have moved. */
function useListsFollow(counts: ImportCounts | undefined): void {
  const { queries } = useHq();
  const cache = useQueryClient();
  const seen = counts === undefined ? null : JSON.stringify(counts);
  const before = useRef(seen);
  useEffect(() => {
    if (before.current !== null && before.current !== seen) {
      void cache.invalidateQueries({ queryKey: queries.intake.key() });
      void cache.invalidateQueries({ queryKey: queries.imports.cases.key() });
      void cache.invalidateQueries({ queryKey: queries.overview.key() });
    }
    before.current = seen;
  }, [seen, cache, queries]);
}

const STATES_OF = {
  person: ['held', 'duplicate', 'changed'],
  returned: ['returned'],
  setAside: ['setAside'],
} as const;
