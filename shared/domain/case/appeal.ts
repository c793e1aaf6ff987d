import { addDays } from '../calendar/dateArithmetic.ts';
import { isoDate } from '../calendar/dayNumber.ts';
import { dayNumberOf } from '../documents/days.ts';
import type { IsoDay } from '../identity.ts';
import type { DecisionContent } from './decision.ts';

/** The last day on which an appeal may be filed, counted from the day of the notice. */
export function lastAppealDay(
  { appealDays }: Pick<DecisionContent, 'appealDays'>,
  noticeDay: IsoDay,
): IsoDay {
  return isoDate(addDays(dayNumberOf(noticeDay), appealDays));
}
