import { useTranslation } from 'react-i18next';
import { DualDate } from '#renderer/components/DualDate.tsx';
import type { PrintedDate } from '#shared/domain/answers/answer.ts';
import {
  type DayNumber,
  fromDayNumber,
  isoDate,
  parseIsoDate,
  riyadhDayNumber,
  toDayNumber,
} from '#shared/domain/calendar/dayNumber.ts';
import { describeDate, formatNumericDate } from '#shared/domain/calendar/formatDate.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import { useLanguage } from './useLanguage.ts';

/** A date as it was printed, first and stronger; the same day in the other calendar after it. */
export function PrintedDateText({
  date,
  layout = 'line',
}: {
  readonly date: PrintedDate;
  readonly layout?: 'line' | 'stack';
}) {
  const { t } = useTranslation();
  const day = toDayNumber(date);
  const eras = { hijri: t('hijriEra'), gregorian: t('gregorianEra') };
  const other = date.calendar === 'hijri' ? 'gregorian' : 'hijri';
  const second = day === null ? null : readInto(day, other);
  return (
    <DualDate
      layout={layout}
      iso={day === null ? undefined : isoDate(day)}
      first={{ text: formatNumericDate(date), era: eras[date.calendar] }}
      second={second === null ? undefined : { text: formatNumericDate(second), era: eras[other] }}
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
 * A day as a sentence says it, in both calendars: weekday, then `5 رجب 1447هـ`, `25 ديسمبر 2025م`.
 * @param day `YYYY-MM-DD`
 */
export function spokenDay(
  day: string,
  language: Language,
): { readonly weekday: string; readonly hijri: string; readonly gregorian: string } {
  const number = parseIsoDate(day);
  if (number === null) return { weekday: '', hijri: '', gregorian: day };
  const gregorian = describeDate(fromDayNumber(number, 'gregorian'), language);
  const hijriDate = readInto(number, 'hijri');
  const hijri = hijriDate === null ? null : describeDate(hijriDate, language);
  const say = (part: typeof gregorian) =>
    language === 'ar'
      ? `${part.day} ${part.month} ${part.year}${part.era}`
      : `${part.day} ${part.month} ${part.year} ${part.era}`;
  return {
    weekday: gregorian.weekday,
    hijri: hijri === null ? '' : say(hijri),
    gregorian: say(gregorian),
  };
}

const RIYADH_TIME = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Riyadh',
  numberingSystem: 'latn',
});

/** `10:42`, Riyadh time, of an instant in ISO 8601. */
export function clockTime(instant: string): string {
  return RIYADH_TIME.format(new Date(instant));
}

/** The civil day in Riyadh of an instant. */
export function dayOf(instant: string): string {
  return isoDate(riyadhDayNumber(Date.parse(instant)));
}

/** The time for today's instants; the day in both calendars, one under the other, for others. */
export function InstantText({
  instant,
  today,
}: {
  readonly instant: string;
  readonly today: string;
}) {
  const language = useLanguage();
  const day = dayOf(instant);
  if (day === today) return <bdi dir="ltr">{clockTime(instant)}</bdi>;
  return (
    <span lang={language}>
      <DayText day={day} layout="stack" />
    </span>
  );
}

function readInto(day: DayNumber, calendar: 'hijri' | 'gregorian'): PrintedDate | null {
  try {
    return fromDayNumber(day, calendar);
  } catch (error) {
    // Outside 1343-1500 AH there is no table, and no guess is made.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
