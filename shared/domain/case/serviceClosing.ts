import { addDays } from '../calendar/dateArithmetic.ts';
import { isoDate } from '../calendar/dayNumber.ts';
import { dayNumberOf } from '../documents/days.ts';
import type { IsoDay } from '../identity.ts';
import { lastAppealDay } from './appeal.ts';
import { openAppeal } from './appealState.ts';
import type { CaseState } from './caseState.ts';
import { outcomeOf } from './decision.ts';
import { releasedItems } from './headquartersState.ts';
import { deliveryConflicts } from './serviceConflicts.ts';
import type { ClosingReason } from './serviceEvents.ts';
import { itemServices } from './serviceState.ts';

/** S2 is asked so many days after the notice or the delivery (policy, section 8). */
const ASKED_AFTER_DAYS = 3;
const ASKED_UNTIL_DAYS = 14;
/** Tried so often in vain, nobody is asked any more. */
export const MOST_ATTEMPTS = 3;

/** The days in which the person is asked what they think of the service (S2); null while nothing is due. */
export function opinionDue(
  state: CaseState,
): { readonly from: IsoDay; readonly until: IsoDay } | null {
  const { service } = state;
  if (service.opinion !== null || service.attempts.length >= MOST_ATTEMPTS) return null;
  const day = answeredOrServedOn(state);
  if (day === null) return null;
  return {
    from: isoDate(addDays(dayNumberOf(day), ASKED_AFTER_DAYS)),
    until: isoDate(addDays(dayNumberOf(day), ASKED_UNTIL_DAYS)),
  };
}

/** The day of the last delivery, or of the last notice of a rejection; null before them. */
function answeredOrServedOn(state: CaseState): IsoDay | null {
  if (state.stage === 'serviceDelivered') {
    return lastOf(state.service.deliveries.map(({ deliveredOn }) => deliveredOn));
  }
  return lastOf(rejectionsTold(state).map(({ toldOn }) => toldOn));
}

/** Of a request of which nothing was accepted and nothing is left to decide: what was told of it. */
function rejectionsTold(state: CaseState) {
  const { stage, headquarters } = state;
  const items = releasedItems(headquarters);
  const isOver = stage === 'notified' && openAppeal(state) === null && items.length > 0;
  if (!isOver || outcomeOf(items) !== 'rejected') return [];
  return headquarters.decisions.flatMap(({ content, told }) =>
    content === null || told === null ? [] : [{ content, toldOn: told.toldOn }],
  );
}

function lastOf(days: readonly IsoDay[]): IsoDay | null {
  return days.toSorted().at(-1) ?? null;
}

/**
 * Why a case is over on this day; null while it is not: an opinion after the service was given, declined
 * or asked for in vain, or the last day of an appeal has passed. Nothing closes over an open conflict.
 */
export function closingReason(state: CaseState, today: IsoDay): ClosingReason | null {
  const { stage, headquarters, service } = state;
  if (stage === 'serviceDelivered') {
    const isOwed = itemServices(headquarters, service).some(({ isComplete }) => !isComplete);
    if (isOwed || deliveryConflicts(headquarters, service).length > 0) return null;
    if (service.opinion?.outcome === 'given') return 'opinionGiven';
    if (service.opinion?.outcome === 'declined') return 'opinionDeclined';
    return service.attempts.length >= MOST_ATTEMPTS ? 'notReached' : null;
  }
  const lastDay = appealsUntil(state);
  return lastDay !== null && today > lastDay ? 'appealPeriodOver' : null;
}

/** The last day on which a rejected person may still appeal; null for every other case. */
export function appealsUntil(state: CaseState): IsoDay | null {
  return lastOf(rejectionsTold(state).map(({ content, toldOn }) => lastAppealDay(content, toldOn)));
}
