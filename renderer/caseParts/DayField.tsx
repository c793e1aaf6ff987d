import { DateField } from '#renderer/components/DateField.tsx';
import { type DateParts, emptyDateParts } from '#renderer/components/date-parts.ts';
import { readDateParts, toDateParts } from '#renderer/components/date-reading.ts';
import type { FieldFrameProps } from '#renderer/components/Field.tsx';
import {
  fromDayNumber,
  isoDate,
  parseIsoDate,
  toDayNumber,
} from '#shared/domain/calendar/dayNumber.ts';
import { IsoDay } from '#shared/domain/identity.ts';
import { useDateTexts } from './useDateTexts.ts';

export interface DayFieldProps extends FieldFrameProps {
  /** What stands in the boxes, as `typedDay` writes it; kept whole, also while it is no day yet. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A day of our own making, such as a due day, typed in either calendar. */
export function DayField({ value, onChange, ...frame }: DayFieldProps) {
  const texts = useDateTexts();
  return (
    <DateField
      {...frame}
      texts={texts}
      parts={partsOf(value)}
      onChange={(parts) =>
        onChange([parts.calendar, parts.day, parts.month, parts.year].join(' ').trim())
      }
    />
  );
}

function partsOf(value: string): DateParts {
  const [calendar, day = '', month = '', year = ''] = value.split(' ');
  return { ...emptyDateParts(calendar === 'hijri' ? 'hijri' : 'gregorian'), day, month, year };
}

/** A day as it stands in the boxes of a day field. */
export function typedDay(day: IsoDay): string {
  const number = parseIsoDate(day);
  if (number === null) return '';
  const { calendar, ...parts } = toDateParts(fromDayNumber(number, 'gregorian'));
  return [calendar, parts.day, parts.month, parts.year].join(' ');
}

/** The day that the boxes hold; null while they hold none. */
export function dayTyped(value: string): IsoDay | null {
  const { date } = readDateParts(partsOf(value));
  const number = date === null ? null : toDayNumber(date);
  return number === null ? null : IsoDay.parse(isoDate(number));
}

/** What keeps a day from being one on which something happened. */
export function pastDayProblem(day: IsoDay | null, today: IsoDay): 'missing' | 'toCome' | null {
  if (day === null) return 'missing';
  return day > today ? 'toCome' : null;
}
