import { CalendarPlus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHqToday } from '#renderer/access/hq/overview.ts';
import { DayField } from '#renderer/caseParts/DayField.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { CheckboxGroup } from '#renderer/components/Checkbox.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { HolidayName } from '#shared/domain/promise/workingCalendar.ts';
import styles from './reference.module.css';
import { WEEKDAYS } from './referenceWords.ts';
import type { SettingsFieldsProps } from './SettingsPanel.tsx';
import { type HolidayDraft, holidayTyped } from './settingsDraft.ts';

/** The days on which nobody works: of every week, and of the year. What is past is kept and not shown. */
export function HolidaysField(props: SettingsFieldsProps) {
  const { draft, change, isReadOnly, faultAt } = props;
  const { t } = useTranslation('reference');
  const today = useHqToday();
  const coming = draft.holidays
    .filter(({ to }) => to >= today)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const past = draft.holidays.length - coming.length;
  const without = (gone: HolidayDraft) =>
    change({ holidays: draft.holidays.filter((each) => each !== gone) });
  return (
    <fieldset className={styles.group}>
      <legend>{t('calendar')}</legend>
      <Stack gap={4}>
        <CheckboxGroup
          label={t('daysOff')}
          columns={3}
          isReadOnly={isReadOnly}
          values={draft.daysOff.map(String)}
          options={WEEKDAYS.map((day) => ({ value: day, label: t(`weekday.${day}`) }))}
          onChange={(days) => change({ daysOff: days.map(Number) })}
          error={faultAt('calendar.daysOff')}
        />
        <DataTable
          caption={t('holidays')}
          isDense
          rows={coming}
          rowId={({ name, from }) => `${name} ${from}`}
          empty={<p>{t('noHolidays')}</p>}
          columns={[
            {
              id: 'name',
              head: t('holidayName'),
              isRowName: true,
              cell: ({ name }) => t(`holiday.${name}`),
            },
            { id: 'from', head: t('from'), cell: ({ from }) => <DayText day={from} /> },
            { id: 'to', head: t('to'), cell: ({ to }) => <DayText day={to} /> },
            ...(isReadOnly
              ? []
              : [
                  {
                    id: 'act',
                    head: t('remove'),
                    isHeadHidden: true,
                    isTight: true,
                    cell: (holiday: HolidayDraft) => (
                      <Button size="sm" kind="quiet" icon={Trash2} onPress={() => without(holiday)}>
                        {t('remove')}
                      </Button>
                    ),
                  },
                ]),
          ]}
        />
        {past > 0 && <p className={styles.path}>{t('pastHolidays', { count: past })}</p>}
        {!isReadOnly && (
          <AddHoliday onAdd={(holiday) => change({ holidays: [...draft.holidays, holiday] })} />
        )}
      </Stack>
    </fieldset>
  );
}

function AddHoliday({ onAdd }: { readonly onAdd: (holiday: HolidayDraft) => void }) {
  const { t } = useTranslation('reference');
  const [name, setName] = useState<HolidayName>('other');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [asked, setAsked] = useState(false);
  const holiday = holidayTyped(name, from, to);
  const add = () => {
    setAsked(true);
    if (holiday === null) return;
    onAdd(holiday);
    setFrom('');
    setTo('');
    setAsked(false);
  };
  return (
    <Stack gap={3}>
      <Fields>
        <Select
          span={4}
          label={t('holidayName')}
          options={HolidayName.options.map((value) => ({ value, label: t(`holiday.${value}`) }))}
          value={name}
          onChange={(value) => setName(HolidayName.parse(value))}
          placeholder={t('choose')}
          nothingFound={t('nothingFound')}
        />
        <DayField
          span={4}
          label={t('from')}
          value={from}
          onChange={setFrom}
          error={asked && holiday === null ? t('holidayMissing') : undefined}
        />
        <DayField span={4} label={t('to')} help={t('toHelp')} value={to} onChange={setTo} />
      </Fields>
      <div>
        <Button icon={CalendarPlus} onPress={add}>
          {t('addHoliday')}
        </Button>
      </div>
    </Stack>
  );
}
