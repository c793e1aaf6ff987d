import i18next from 'i18next';
import { DualDate } from '#renderer/components/DualDate.tsx';
import type { CalendarName, PrintedDate } from '#shared/domain/answers/answer.ts';
import {
  fromDayNumber,
  isoDate,
  parseIsoDate,
  toDayNumber,
} from '#shared/domain/calendar/dayNumber.ts';
import { formatNumericDate } from '#shared/domain/calendar/formatDate.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import { clockTime, dayOf, readInto } from './days.ts';
import { useLanguage } from './useLanguage.ts';

type Eras = Readonly<Record<CalendarName, string>>;
const eras = new Map<Language, Eras>();

/** Kept for each language: a list shows hundreds of dates at once. */
function erasIn(language: Language): Eras {
  const known = eras.get(language);
  if (known !== undefined) return known;
  const t = i18next.getFixedT(language, 'common');
  const made = { hijri: t('hijriEra'), gregorian: t('gregorianEra') };
  eras.set(language, made);
  return made;
}

/** A date as it was printed, first and stronger; the same day in the other calendar after it. */
export function PrintedDateText({
  date,
  layout = 'line',
}: {
  readonly date: PrintedDate;
  readonly layout?: 'line' | 'stack';
}) {
  const words = erasIn(useLanguage());
  const day = toDayNumber(date);
  const other = date.calendar === 'hijri' ? 'gregorian' : 'hijri';
  const second = day === null ? null : readInto(day, other);
  return (
    <DualDate
      layout={layout}
      iso={day === null ? undefined : isoDate(day)}
      first={{ text: formatNumericDate(date), era: words[date.calendar] }}
      second={second === null ? undefined : { text: formatNumericDate(second), era: words[other] }}
    />
  );
}

/** A civil day of our own making (`YYYY-MM-DD`) in both calendars, Hijri first. */
export function DayText({
  day,
  layout = 'line',
}: {
  readonly day: string;
  readonly layout?: 'line' | 'stack';
}) {
  const number = parseIsoDate(day);
  const hijri = number === null ? null : readInto(number, 'hijri');
  if (number === null) return null;
  return <PrintedDateText date={hijri ?? fromDayNumber(number, 'gregorian')} layout={layout} />;
}

/**
 * The time for today's instants; for others the day in both calendars, one under the other, or side by
 * side (`line`) where it stands among words.
 */
export function InstantText({
  instant,
  today,
  layout = 'stack',
}: {
  readonly instant: string;
  readonly today: string;
  readonly layout?: 'line' | 'stack';
}) {
  const language = useLanguage();
  const day = dayOf(instant);
  if (day === today) return <bdi dir="ltr">{clockTime(instant)}</bdi>;
  return (
    <span lang={language}>
      <DayText day={day} layout={layout} />
    </span>
  );
}
