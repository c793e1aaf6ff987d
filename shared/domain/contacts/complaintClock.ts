import { addDays } from '../calendar/dateArithmetic.ts';
import type { DayNumber } from '../calendar/dayNumber.ts';
import { isDayOff } from '../promise/promise.ts';
import type { WorkingDays } from '../promise/workingCalendar.ts';
import { checkCharacter } from '../reference/checkCharacter.ts';
import type { Periods } from '../settings/settings.ts';

/** The day by which a complaint of `day` is to be answered: so many working days after it. */
export function complaintDueDay(
  day: DayNumber,
  { complaintAnswerWorkingDays }: Pick<Periods, 'complaintAnswerWorkingDays'>,
  workingDays: WorkingDays,
): DayNumber {
  if (new Set(workingDays.daysOff).size >= 7) throw new RangeError('no working day in the week');
  let due = day;
  for (let counted = 0; counted < complaintAnswerWorkingDays; ) {
    due = addDays(due, 1);
    if (!isDayOff(due, workingDays)) counted += 1;
  }
  return due;
}

export interface ComplaintNumberParts {
  readonly branch: string;
  readonly lane: string;
  readonly year: number;
  readonly counter: number;
}

/**
 * The number of a complaint, of a series of its own: `MKH01-B7-C2026-000004-X`. The C keeps it apart
 * from the reference of a case, and the check character is made over all that stands before it.
 */
export function formatComplaintNumber(parts: ComplaintNumberParts): string {
  const fields = [
    parts.branch,
    parts.lane,
    `C${String(parts.year).padStart(4, '0')}`,
    String(parts.counter).padStart(6, '0'),
  ];
  return [...fields, checkCharacter(fields.join(''))].join('-');
}
