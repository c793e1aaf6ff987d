import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { FolderOpen, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { ROWS_AT_ONCE, useLongList } from '#renderer/access/longList.ts';
import { useKeepPlace } from '#renderer/caseParts/BackToList.tsx';
import { type CasesPlace, casesPlace } from '#renderer/caseParts/casesPlace.ts';
import { buttonClass } from '#renderer/components/button-class.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { CaseFilters } from './CaseFilters.tsx';
import { CasesTable } from './CasesTable.tsx';

/** All cases of this laptop; what is looked at stands in the address, and coming back finds it again. */
export function CasesScreen() {
  const { t } = useTranslation(['today', 'papers']);
  const { client, queries } = useDesk();
  const place = useSearch({ from: '/cases' });
  const navigate = useNavigate();
  const keepPlace = useKeepPlace('/cases');
  const { from = 0, status, ...rest } = place;
  const filter = { ...rest, ...(status === undefined ? {} : { status: [status] }) };
  const listKey = JSON.stringify(filter);
  const list = useLongList(listKey, from, (offset) => {
    const input = { ...filter, offset, limit: ROWS_AT_ONCE };
    return {
      queryKey: [...queries.cases.list.queryKey({ input }), 'rows'],
      queryFn: async () => {
        const { cases, total } = await client.cases.list(input);
        return { rows: cases, total };
      },
    };
  });
  const go = (search: CasesPlace) => {
    // Reads it as an address is read, so that what says nothing does not stand in it.
    const kept = casesPlace({ ...search });
    keepPlace(kept);
    void navigate({ to: '/cases', search: kept, replace: true });
  };
  const isFiltered = Object.keys(filter).some((part) => part !== 'order');
  return (
    <Page
      title={t('today:casesTitle')}
      subtitle={
        list.total === null ? undefined : (
          <span role="status">{t('today:casesTotal', { count: list.total })}</span>
        )
      }
      action={
        <Link to="/request-form" className={buttonClass('plain', 'md')}>
          <Icon of={Printer} />
          <span>{t('papers:request.print')}</span>
        </Link>
      }
    >
      <CaseFilters place={place} onChange={({ from: _from, ...changed }) => go(changed)} />
      <DeskErrorNote error={list.error} />
      {list.total === 0 && (
        <EmptyState
          icon={FolderOpen}
          title={t(isFiltered ? 'today:filterEmpty' : 'today:casesEmpty')}
        >
          {t(isFiltered ? 'today:filterEmptyLine' : 'today:casesEmptyLine')}
        </EmptyState>
      )}
      {list.total !== null && list.total > 0 && (
        <CasesTable
          key={listKey}
          list={list}
          total={list.total}
          from={from}
          onFrom={(row) => go({ ...place, from: row })}
        />
      )}
    </Page>
  );
}
