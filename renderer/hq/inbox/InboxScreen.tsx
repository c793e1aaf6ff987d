import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqToday, useLookEvery } from '#renderer/access/hq/overview.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { Tabs } from '#renderer/components/Tabs.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import type { ImportCounts } from '#shared/contracts/hq/imports.ts';
import { BatchPanel } from './BatchPanel.tsx';
import { BatchTable, type ListedBatch } from './BatchTable.tsx';
import { CaseTable } from './CaseTable.tsx';
import { GapNotes } from './GapNotes.tsx';
import { sumOf } from './importTones.ts';
import styles from './inbox.module.css';
import { inboxLink, keepInboxPlace, readInboxPlace, VIEWS, type View } from './inboxPlace.ts';
import { useImportAction } from './useImportAction.ts';
import { WorkPanel } from './WorkPanel.tsx';

const LOOK_WHILE_WORKING_MS = 1_000;
/** Batches that are listed at first, and how many more at each wish. */
const BATCHES_AT_ONCE = 200;
const MOST_BATCHES = 1_000;

export interface InboxScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
  readonly search: Readonly<Record<string, unknown>>;
}

/** What the branches sent: batches, what is missing between them, and the cases that need a person. */
export function InboxScreen({ params, search }: InboxScreenProps) {
  const { t } = useTranslation(['import', 'common']);
  const { queries, client } = useHq();
  const navigate = useNavigate();
  const [limit, setLimit] = useState(BATCHES_AT_ONCE);
  const look = useLookEvery();
  const mayRead = useHqMay('cases.read');
  const mayImport = useHqMay('cases.import');
  const place = readInboxPlace(params, search);
  const { view, batchId, from } = place;
  // Also of an address that somebody came by.
  useEffect(() => keepInboxPlace(place), [place]);
  const batches = useQuery({
    ...queries.intake.batches.queryOptions({ input: { limit } }),
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
  const selected = useOpenBatch(batchId, batches.data?.batches);
  const countOf = (each: View): { readonly count?: number } => {
    if (each === 'batches' || counts === undefined) return {};
    return { count: each === 'person' ? forPerson : counts[each] };
  };
  const contentOf = (each: View) =>
    each === 'batches' ? (
      batches.data === undefined ? (
        batches.isPending && <Skeleton label={t('common:loading')} />
      ) : (
        <>
          <BatchTable batches={batches.data.batches} selectedId={selected?.batchId ?? null} />
          <MoreBatches
            shown={batches.data.batches.length}
            total={batches.data.total}
            onMore={limit < MOST_BATCHES ? () => setLimit(limit + BATCHES_AT_ONCE) : null}
          />
        </>
      )
    ) : (
      <CaseTable
        view={each}
        from={from}
        onFrom={(row) =>
          void navigate({ ...inboxLink({ view: each, from: row }), replace: true } as never)
        }
      />
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
            busy={importAll.isPending || overview.data?.ordered === true}
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
              onSelect={(id) => {
                const chosen = VIEWS.find((each) => each === id) ?? 'batches';
                void navigate(inboxLink({ view: chosen }) as never);
              }}
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
        {view === 'batches' && <BatchPanel batch={selected} />}
      </div>
    </Page>
  );
}

/** The batch that is open: one of those listed, or an older one that is asked for by itself. */
function useOpenBatch(
  batchId: string | undefined,
  listed: readonly ListedBatch[] | undefined,
): ListedBatch | null {
  const { queries } = useHq();
  const found = listed?.find((each) => each.batchId === batchId);
  const older = useQuery({
    ...queries.intake.batches.queryOptions({ input: { batchId, limit: 1 } }),
    enabled: batchId !== undefined && listed !== undefined && found === undefined,
  });
  if (batchId === undefined) return null;
  return found ?? older.data?.batches.find((each) => each.batchId === batchId) ?? null;
}

interface MoreBatchesProps {
  readonly shown: number;
  readonly total: number;
  /** Null where no more are listed. */
  readonly onMore: (() => void) | null;
}

/** That there are more batches than are listed, and the way to them. */
function MoreBatches({ shown, total, onMore }: MoreBatchesProps) {
  const { t } = useTranslation('import');
  if (shown >= total) return null;
  return (
    <div className={styles.further}>
      <Note
        tone="info"
        slim
        action={
          onMore === null ? undefined : (
            <Button kind="quiet" size="sm" onPress={onMore}>
              {t('showMore')}
            </Button>
          )
        }
      >
        {t('batchesShown', { shown, count: total })}
      </Note>
    </div>
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
