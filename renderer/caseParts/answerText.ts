import { type DateParts, emptyDateParts } from '#renderer/components/date-parts.ts';
import { type Answer, isNonAnswer, PrintedDate } from '#shared/domain/answers/answer.ts';
import type { Field } from '#shared/domain/questionnaire/model.ts';

const HALALAS = 100;

/** Halalas as they are typed: `18000`, `1320.50`. */
export function typedMoney(halalas: number): string {
  const riyals = Math.trunc(halalas / HALALAS);
  const rest = Math.abs(halalas % HALALAS);
  return rest === 0 ? String(riyals) : `${riyals}.${String(rest).padStart(2, '0')}`;
}

const WRITTEN_MONEY = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** Halalas as they are shown: `18,000`, `1,320.50`. */
export function writtenMoney(halalas: number): string {
  const rest = halalas % HALALAS;
  return rest === 0
    ? WRITTEN_MONEY.format(halalas / HALALAS)
    : `${WRITTEN_MONEY.format(Math.trunc(halalas / HALALAS))}.${String(Math.abs(rest)).padStart(2, '0')}`;
}

/** What stands in a text box for this answer, also when it is not of the field's kind. */
export function typedText(field: Field, answer: Answer | null): string {
  if (answer === null || isNonAnswer(answer)) return '';
  const { value } = answer;
  if (typeof value === 'number') return field.type === 'money' ? typedMoney(value) : String(value);
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || Array.isArray(value)) return '';
  if ('latitude' in value) return `${value.latitude}, ${value.longitude}`;
  return `${value.day}/${value.month}/${value.year}`;
}

const UNFINISHED_DATE = /^(hijri|gregorian) (\d{0,2})\/(\d{0,2})\/(\d{0,4})$/;

/** The three boxes of a date: of an answer, of an unfinished one, or empty in this calendar. */
export function datePartsOf(answer: Answer | null, calendar: DateParts['calendar']): DateParts {
  if (answer === null || isNonAnswer(answer)) return emptyDateParts(calendar);
  const date = PrintedDate.safeParse(answer.value);
  if (date.success) {
    return {
      calendar: date.data.calendar,
      day: String(date.data.day).padStart(2, '0'),
      month: String(date.data.month).padStart(2, '0'),
      year: String(date.data.year),
    };
  }
  const unfinished = typeof answer.value === 'string' ? UNFINISHED_DATE.exec(answer.value) : null;
  if (unfinished === null) return emptyDateParts(calendar);
  return {
    calendar: unfinished[1] === 'hijri' ? 'hijri' : 'gregorian',
    day: unfinished[2] ?? '',
    month: unfinished[3] ?? '',
    year: unfinished[4] ?? '',
  };
}

/**
 * The answer that three boxes make: a date where they can be one at all, otherwise the digits as they
 * stand, so that nothing typed is lost; null for empty boxes.
 */
export function dateAnswer(parts: DateParts): Answer | null {
  if (parts.day === '' && parts.month === '' && parts.year === '') return null;
  const date = PrintedDate.safeParse({
    calendar: parts.calendar,
    year: Number(parts.year),
    month: Number(parts.month),
    day: Number(parts.day),
  });
  const isWhole = parts.day !== '' && parts.month !== '' && parts.year.length === 4;
  if (isWhole && date.success) return { value: date.data };
  return { value: `${parts.calendar} ${parts.day}/${parts.month}/${parts.year}` };
}
