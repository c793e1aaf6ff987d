import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField, dayTyped, typedDay } from '#renderer/caseParts/DayField.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import { RegistryOrder } from '#shared/contracts/hq/registry.ts';
import { UNTOLD_STATUSES } from '#shared/domain/case/heardStatus.ts';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import type { LocalText } from '#shared/domain/questionnaire/model.ts';
import type { RegistryPlace } from './registryPlace.ts';

export interface OfferedFilters {
  readonly branches: readonly { readonly branchOfficeId: string; readonly name: string }[];
  readonly categories: readonly { readonly name: string; readonly label: LocalText }[];
  readonly needs: readonly { readonly name: string; readonly label: LocalText }[];
}

export interface RegistryFiltersProps {
  readonly place: RegistryPlace;
  readonly offered: OfferedFilters;
  /** An empty text takes a filter away. */
  readonly onChange: (changes: Readonly<Record<string, string>>) => void;
}

const EVERY = 'every';
const ASK_AFTER_MS = 200;
/** What a request can be once it is in the registry, as it is heard there. */
const STATUSES = CaseStatus.exclude([
  'draft',
  'interviewed',
  'matched',
  'signed',
  'submitted',
  ...UNTOLD_STATUSES,
]);

export function RegistryFilters({ place, offered, onChange }: RegistryFiltersProps) {
  const { t } = useTranslation(['hqRegistry', 'common']);
  const language = useLanguage();
  const choices = (all: OfferedFilters['needs']) =>
    all.map(({ name, label }) => ({ value: name, label: inLanguage(label, language) }));
  const filters = [
    {
      key: 'branchOfficeId',
      options: offered.branches.map(({ branchOfficeId, name }) => ({
        value: branchOfficeId,
        label: name,
      })),
    },
    {
      key: 'status',
      options: STATUSES.options.map((value) => ({ value, label: t(`common:status.${value}`) })),
    },
    { key: 'category', options: choices(offered.categories) },
    { key: 'need', options: choices(offered.needs) },
  ] as const;
  return (
    <Fields>
      <TypedFilter text={place.text ?? ''} onText={(text) => onChange({ text })} />
      <Select
        label={t('hqRegistry:order')}
        span={3}
        value={place.order ?? 'latest'}
        options={RegistryOrder.options.map((value) => ({
          value,
          label: t(`hqRegistry:orders.${value}`),
        }))}
        onChange={(order) => onChange({ order })}
        placeholder={t('hqRegistry:order')}
        nothingFound={t('hqRegistry:nothingFits')}
      />
      {filters.map(({ key, options }) => (
        <Select
          key={key}
          label={t(`hqRegistry:filter.${key}`)}
          span={key === 'branchOfficeId' ? 3 : 2}
          value={place[key] ?? EVERY}
          options={[{ value: EVERY, label: t('hqRegistry:every') }, ...options]}
          onChange={(chosen) => onChange({ [key]: chosen === EVERY ? '' : chosen })}
          placeholder={t('hqRegistry:every')}
          nothingFound={t('hqRegistry:nothingFits')}
        />
      ))}
      <DayBound
        id="registry-since"
        label={t('hqRegistry:filter.since')}
        day={place.since ?? ''}
        onDay={(since) => onChange({ since })}
      />
      <DayBound
        id="registry-until"
        label={t('hqRegistry:filter.until')}
        day={place.until ?? ''}
        onDay={(until) => onChange({ until })}
      />
    </Fields>
  );
}

interface TypedFilterProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Asked for at a pause of the typing. */
function TypedFilter({ text, onText }: TypedFilterProps) {
  const { t } = useTranslation('hqRegistry');
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    if (typed.trim() === text) return;
    const timer = setTimeout(() => onText(typed.trim()), ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed, text, onText]);
  return (
    <TextField
      label={t('find')}
      help={t('findHelp')}
      type="search"
      span={6}
      value={typed}
      onChange={setTyped}
    />
  );
}

interface DayBoundProps {
  readonly id: string;
  readonly label: string;
  readonly day: string;
  readonly onDay: (day: string) => void;
}

/** Counts once it is a whole day, and no more once it is emptied. */
function DayBound({ id, label, day, onDay }: DayBoundProps) {
  const [typed, setTyped] = useState(() => (day === '' ? '' : typedDay(day)));
  const change = (value: string) => {
    setTyped(value);
    const read = dayTyped(value);
    const isEmpty = value.replace(/^(gregorian|hijri)/u, '').trim() === '';
    if (read !== null && read !== day) onDay(read);
    else if (isEmpty && day !== '') onDay('');
  };
  return <DayField id={id} label={label} span={3} value={typed} onChange={change} />;
}
