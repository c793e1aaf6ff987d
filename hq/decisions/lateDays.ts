import { riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import type { HubContext } from '../context.ts';

/** Days since the submission of an undecided case; null until the association's own target has passed. */
export function lateDaysOf(
  { clock, reference }: Pick<HubContext, 'clock' | 'reference'>,
  submittedAt: Date | null,
): number | null {
  if (submittedAt === null) return null;
  const days = riyadhDayNumber(clock.now()) - riyadhDayNumber(submittedAt.getTime());
  return days > reference.settings.periods.decisionTargetDays ? days : null;
}
