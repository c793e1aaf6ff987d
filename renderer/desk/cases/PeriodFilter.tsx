import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenStatus } from '#renderer/access/status.ts';
import type { CasesPlace } from '#renderer/caseParts/casesPlace.ts';
import { isoDayOf } from '#renderer/caseParts/isoDayOf.ts';
import { useDateTexts } from '#renderer/caseParts/useDateTexts.ts';
import { DateField } from '#renderer/components/DateField.tsx';
import { type DateParts, emptyDateParts } from '#renderer/components/date-parts.ts';
import { toDateParts } from '#renderer/components/date-reading.ts';
import { Select } from '#renderer/components/Select.tsx';
import { addDays } from '#shared/domain/calendar/dateArithmetic.ts';
import { fromDayNumber, isoDate } from '#shared/domain/calendar/dayNumber.ts';
import { dayNumberOf } from '#shared/domain/documents/days.ts';
import type { IsoDay } from '#shared/domain/identity.ts';

/** Periods up to today, by how many days before it they begin. */
const DAYS_BACK = { day: 0, week: 6, month: 29, year: 364 } as const;
type Period = 'every' | keyof typeof DAYS_BACK | 'between';
const PERIODS: readonly Period[] = ['every', 'day', 'week', 'month', 'year', 'between'];

export interface PeriodFilterProps {
  readonly place: CasesPlace;
  readonly onChange: (place: CasesPlace) => void;
}

/** When a case was opened: one of the usual periods up to today, or from one day to another. */
export function PeriodFilter({ place, onChange }: PeriodFilterProps) {
  const { t } = useTranslation('today');
  const { today } = useOpenStatus();
  const [isBetween, setBetween] = useState(false);
  const { since: _since, until: _until, ...ever } = place;
  const period: Period = isBetween ? 'between' : periodOf(place, today);
  const choose = (chosen: Period) => {
    setBetween(chosen === 'between');
    if (chosen === 'between') return;
    onChange(chosen === 'every' ? ever : { ...ever, since: firstDay(chosen, today) });
  };
  return (
    <>
      <Select
        id="cases-period"
        label={t('period')}
        span={2}
        value={period}
        options={PERIODS.map((value) => ({ value, label: t(`periods.${value}`) }))}
        onChange={(value) => choose(PERIODS.find((each) => each === value) ?? 'every')}
        placeholder={t('period')}
        nothingFound={t('nothingFits')}
      />
      {period === 'between' && (
        <>
          <DayBound
            id="cases-since"
            label={t('since')}
            day={place.since}
            onDay={(since) => onChange(since === null ? withoutSince(place) : { ...place, since })}
          />
          <DayBound
            id="cases-until"
            label={t('until')}
            day={place.until}
            onDay={(until) => onChange(until === null ? withoutUntil(place) : { ...place, until })}
          />
        </>
      )}
    </>
  );
}

interface DayBoundProps {
  readonly id: string;
  readonly label: string;
  readonly day: IsoDay | undefined;
  /** Null when the boxes hold no day. */
  readonly onDay: (day: IsoDay | null) => void;
}

function DayBound({ id, label, day, onDay }: DayBoundProps) {
  const texts = useDateTexts();
  const [parts, setParts] = useState<DateParts>(() =>
    day === undefined
      ? emptyDateParts('hijri')
      : toDateParts(fromDayNumber(dayNumberOf(day), 'gregorian')),
  );
  return (
    <DateField
      id={id}
      label={label}
      span={4}
      parts={parts}
      onChange={(changed) => {
        setParts(changed);
        const chosen = isoDayOf(changed);
        if (chosen !== (day ?? null)) onDay(chosen);
      }}
      texts={texts}
    />
  );
}

function firstDay(period: keyof typeof DAYS_BACK, today: IsoDay): IsoDay {
  return isoDate(addDays(dayNumberOf(today), -DAYS_BACK[period]));
}

function periodOf({ since, until }: CasesPlace, today: IsoDay): Period {
  if (since === undefined && until === undefined) return 'every';
  const usual = (['day', 'week', 'month', 'year'] as const).find(
    (period) => firstDay(period, today) === since,
  );
  return until === undefined && usual !== undefined ? usual : 'between';
}

function withoutSince({ since: _since, ...place }: CasesPlace): CasesPlace {
  return place;
}

function withoutUntil({ until: _until, ...place }: CasesPlace): CasesPlace {
  return place;
}
