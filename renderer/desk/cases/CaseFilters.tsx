import { useTranslation } from 'react-i18next';
import type { CasesPlace } from '#renderer/caseParts/casesPlace.ts';
import { useCategories, useChoiceNames } from '#renderer/caseParts/useCategories.ts';
import { Segmented } from '#renderer/components/Choice.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { CaseOrder } from '#shared/contracts/cases.ts';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { PeriodFilter } from './PeriodFilter.tsx';

const EVERY = 'every';

export interface CaseFiltersProps {
  readonly place: CasesPlace;
  readonly onChange: (place: CasesPlace) => void;
}

/** What is shown of the cases, and in which order. */
export function CaseFilters({ place, onChange }: CaseFiltersProps) {
  const { t } = useTranslation(['today', 'common']);
  const categories = useCategories();
  const supports = useChoiceNames('supportItems/type');
  const { attention: _attention, ...all } = place;
  const { status: _status, ...everyStatus } = place;
  const { category: _category, ...everyCategory } = place;
  const { support: _support, ...everySupport } = place;
  return (
    <>
      <Segmented
        label={t('today:casesView')}
        value={place.attention === true ? 'attention' : 'all'}
        options={[
          { value: 'all', label: t('today:casesViews.all') },
          { value: 'attention', label: t('today:casesViews.attention') },
        ]}
        onChange={(view) => onChange(view === 'attention' ? { ...place, attention: true } : all)}
      />
      <Fields>
        <Select
          id="cases-status"
          label={t('today:filterStatus')}
          span={2}
          value={place.status ?? EVERY}
          options={[
            { value: EVERY, label: t('today:everyStatus') },
            ...CaseStatus.options.map((value) => ({
              value,
              label: t(`common:status.${value}`),
            })),
          ]}
          onChange={(value) =>
            onChange(value === EVERY ? everyStatus : { ...place, status: CaseStatus.parse(value) })
          }
          placeholder={t('today:everyStatus')}
          nothingFound={t('today:nothingFits')}
        />
        {categories.length > 0 && (
          <Select
            id="cases-category"
            label={t('today:filterCategory')}
            span={2}
            value={place.category ?? EVERY}
            options={[{ value: EVERY, label: t('today:everyCategory') }, ...categories]}
            onChange={(value) =>
              onChange(value === EVERY ? everyCategory : { ...place, category: value })
            }
            placeholder={t('today:everyCategory')}
            nothingFound={t('today:nothingFits')}
          />
        )}
        {supports.length > 0 && (
          <Select
            id="cases-support"
            label={t('today:filterSupport')}
            span={3}
            value={place.support ?? EVERY}
            options={[{ value: EVERY, label: t('today:everySupport') }, ...supports]}
            onChange={(value) =>
              onChange(value === EVERY ? everySupport : { ...place, support: value })
            }
            placeholder={t('today:everySupport')}
            nothingFound={t('today:nothingFits')}
          />
        )}
        <PeriodFilter place={place} onChange={onChange} />
        <Select
          id="cases-order"
          label={t('today:order')}
          span={3}
          value={place.order ?? 'changed'}
          options={CaseOrder.options.map((value) => ({
            value,
            label: t(`today:orders.${value}`),
          }))}
          onChange={(value) => onChange({ ...place, order: CaseOrder.parse(value) })}
          placeholder={t('today:order')}
          nothingFound={t('today:nothingFits')}
        />
      </Fields>
    </>
  );
}
