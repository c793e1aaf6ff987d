import { dateAnswer } from '#renderer/caseParts/answerText.ts';
import type { DateParts } from '#renderer/components/date-parts.ts';
import { isNonAnswer, PrintedDate } from '#shared/domain/answers/answer.ts';
import { isoDate, toDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import type { IsoDay } from '#shared/domain/identity.ts';

/** The civil day that was typed in either calendar; null while it is none. */
export function isoDayOf(parts: DateParts): IsoDay | null {
  const answer = dateAnswer(parts);
  if (answer === null || isNonAnswer(answer)) return null;
  const date = PrintedDate.safeParse(answer.value);
  const day = date.success ? toDayNumber(date.data) : null;
  return day === null ? null : isoDate(day);
}
