import { type CalendarName, PrintedDate } from '../answers/answer.ts';
import { stripBidi, toAsciiDigits } from '../identifiers/digits.ts';

const TYPED_DATE = /^(\d{1,2})\s*[/\-. ]\s*(\d{1,2})\s*[/\-. ]\s*(\d{4})$/;

/**
 * Reads a date as people type it: day, month, four digits of the year, in ASCII, Arabic or Persian
 * digits, parted by `/`, `-`, `.` or a space.
 * @returns null for another form. Whether the day exists is for `dateProblem` to say, so that a field
 * can tell "not a date" from "no such day".
 */
export function parseTypedDate(text: string, calendar: CalendarName): PrintedDate | null {
  const match = TYPED_DATE.exec(toAsciiDigits(stripBidi(text)).trim());
  if (match === null) return null;
  const [, day, month, year] = match;
  const parsed = PrintedDate.safeParse({
    calendar,
    year: Number(year),
    month: Number(month),
    day: Number(day),
  });
  return parsed.success ? parsed.data : null;
}
