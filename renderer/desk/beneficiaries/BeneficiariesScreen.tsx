import { useNavigate, useSearch } from '@tanstack/react-router';
import { UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { ROWS_AT_ONCE, useLongList } from '#renderer/access/longList.ts';
import { useKeepPlace } from '#renderer/caseParts/BackToList.tsx';
import type { BeneficiariesPlace } from '#renderer/caseParts/beneficiariesPlace.ts';
import { TypedFilter } from '#renderer/caseParts/TypedFilter.tsx';
import { useCategories } from '#renderer/caseParts/useCategories.ts';
import { Segmented } from '#renderer/components/Choice.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { BeneficiaryOrder, BeneficiaryView } from '#shared/contracts/beneficiaries.ts';
import { BeneficiariesTable } from './BeneficiariesTable.tsx';

const EVERY = 'every';

/** The people of this office; what is looked at stands in the address, and coming back finds it again. */
export function BeneficiariesScreen() {
  const { t } = useTranslation(['beneficiaries', 'common']);
  const { client, queries } = useDesk();
  const navigate = useNavigate();
  const place = useSearch({ from: '/beneficiaries' });
  const { view = 'all', order = 'latest', category, text, from = 0 } = place;
  const categories = useCategories();
  const keepPlace = useKeepPlace('/beneficiaries');
  const filter = {
    view,
    order,
    ...(category === undefined ? {} : { category }),
    ...(text === undefined ? {} : { text }),
  };
  const list = useLongList(JSON.stringify(filter), from, (offset) => {
    const input = { ...filter, offset, limit: ROWS_AT_ONCE };
    return {
      queryKey: [...queries.beneficiaries.list.queryKey({ input }), 'rows'],
      queryFn: async () => {
        const { people, total } = await client.beneficiaries.list(input);
        return { rows: people, total };
      },
    };
  });
  const go = (changes: BeneficiariesPlace) => {
    const search = without({ ...place, ...changes });
    keepPlace(search);
    void navigate({ to: '/beneficiaries', search, replace: true });
  };
  const isFiltered = view !== 'all' || category !== undefined || text !== undefined;
  return (
    <Page
      title={t('beneficiaries:title')}
      subtitle={
        list.total === null ? undefined : (
          <span role="status">{t('beneficiaries:total', { count: list.total })}</span>
        )
      }
    >
      <Segmented
        label={t('beneficiaries:view')}
        value={view}
        options={BeneficiaryView.options.map((value) => ({
          value,
          label: t(`beneficiaries:views.${value}`),
        }))}
        onChange={(chosen) => go({ view: BeneficiaryView.parse(chosen), from: 0 })}
      />
      <Fields>
        <TypedFilter
          label={t('beneficiaries:find')}
          help={t('beneficiaries:findHelp')}
          text={text ?? ''}
          onText={(typed) => go({ text: typed, from: 0 })}
        />
        <Select
          label={t('beneficiaries:category')}
          span={3}
          value={category ?? EVERY}
          options={[{ value: EVERY, label: t('beneficiaries:everyCategory') }, ...categories]}
          onChange={(chosen) => go({ category: chosen === EVERY ? '' : chosen, from: 0 })}
          placeholder={t('beneficiaries:everyCategory')}
          nothingFound={t('beneficiaries:everyCategory')}
        />
        <Select
          label={t('beneficiaries:order')}
          span={3}
          value={order}
          options={BeneficiaryOrder.options.map((value) => ({
            value,
            label: t(`beneficiaries:orders.${value}`),
          }))}
          onChange={(chosen) => go({ order: BeneficiaryOrder.parse(chosen), from: 0 })}
          placeholder={t('beneficiaries:order')}
          nothingFound={t('beneficiaries:order')}
        />
      </Fields>
      <DeskErrorNote error={list.error} />
      {list.total === 0 && (
        <EmptyState
          icon={UserRound}
          title={t(isFiltered ? 'beneficiaries:filterEmpty' : 'beneficiaries:empty')}
        >
          {t(isFiltered ? 'beneficiaries:filterEmptyLine' : 'beneficiaries:emptyLine')}
        </EmptyState>
      )}
      {list.total !== null && list.total > 0 && (
        <BeneficiariesTable
          key={JSON.stringify(filter)}
          list={list}
          total={list.total}
          from={from}
          onFrom={(row) => go({ from: row })}
        />
      )}
    </Page>
  );
}

/** The place without what says nothing. */
function without({ view, order, category, text, from }: BeneficiariesPlace): BeneficiariesPlace {
  return {
    ...(view === undefined || view === 'all' ? {} : { view }),
    ...(order === undefined || order === 'latest' ? {} : { order }),
    ...(category === undefined || category === '' ? {} : { category }),
    ...(text === undefined || text === '' ? {} : { text }),
    ...(from === undefined || from === 0 ? {} : { from }),
  };
}
