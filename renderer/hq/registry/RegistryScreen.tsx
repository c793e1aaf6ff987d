import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { UsersRound } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { ROWS_AT_ONCE, useLongList } from '#renderer/access/longList.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { RegistryFilters } from './RegistryFilters.tsx';
import { RegistryTable } from './RegistryTable.tsx';
import { keepRegistryPlace, type RegistryPlace, readRegistryPlace } from './registryPlace.ts';

export interface RegistryScreenProps {
  readonly search: Readonly<Record<string, unknown>>;
}

/** Everybody in the registry: found, narrowed, sorted, and left as it is come back to. */
export function RegistryScreen({ search }: RegistryScreenProps) {
  const { t } = useTranslation('hqRegistry');
  const { client, queries } = useHq();
  const navigate = useNavigate();
  const place = readRegistryPlace(search);
  const { from = 0, order = 'latest', asked, ...filter } = place;
  const filters = useQuery(queries.registry.filters.queryOptions());
  const listKey = JSON.stringify({ ...filter, order });
  // Where each stretch ends the next can be gone on with, which costs the same anywhere in the list.
  const cursors = useRef(new Map<string, string>());
  const list = useLongList(listKey, from, (offset) => {
    const input = { ...filter, order, offset, limit: ROWS_AT_ONCE };
    return {
      queryKey: [...queries.registry.list.queryKey({ input }), 'rows'],
      queryFn: async () => {
        const after = cursors.current.get(`${listKey} ${offset}`);
        const page = await client.registry.list(after === undefined ? input : { ...input, after });
        if (page.next !== null)
          cursors.current.set(`${listKey} ${offset + ROWS_AT_ONCE}`, page.next);
        return { rows: page.people, total: page.total, isCut: page.isCut };
      },
    };
  });
  const go = (changes: RegistryPlace) => {
    const next = readRegistryPlace({ ...place, ...changes });
    keepRegistryPlace(next);
    void navigate({ to: '/registry' as string, search: next as never, replace: true });
  };
  // Also of an address that somebody came by, such as a question from the bar on top.
  useEffect(() => keepRegistryPlace(place), [place]);
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Page
      title={t('title')}
      subtitle={
        list.total === null ? undefined : (
          <span role="status">{t('total', { count: list.total })}</span>
        )
      }
    >
      <RegistryFilters
        key={asked}
        place={place}
        offered={filters.data ?? { branches: [], categories: [], needs: [] }}
        onChange={(changes) => go({ ...changes, from: 0 })}
      />
      <HqErrorNote error={list.error ?? filters.error} />
      {list.isCut && <Note tone="review">{t('cut')}</Note>}
      {list.total === 0 && (
        <EmptyState icon={UsersRound} title={t(isFiltered ? 'filterEmpty' : 'empty')}>
          {t(isFiltered ? 'filterEmptyLine' : 'emptyLine')}
        </EmptyState>
      )}
      {list.total !== null && list.total > 0 && (
        <RegistryTable
          key={listKey}
          list={list}
          total={list.total}
          from={from}
          onFrom={(row) => go({ from: row })}
          offered={filters.data ?? null}
        />
      )}
    </Page>
  );
}
