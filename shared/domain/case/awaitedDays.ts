import { addDays } from '../calendar/dateArithmetic.ts';
import { isoDate, riyadhDayNumber } from '../calendar/dayNumber.ts';
import { dayNumberOf } from '../documents/days.ts';
import type { IsoDay } from '../identity.ts';
import type { CaseState } from './caseState.ts';
import { type Awaiting, awaitingOf } from './studyState.ts';

/** What is awaited of a case, with the days that headquarters counts (policy, lifecycle: lapse). */
export interface AwaitedDays extends Awaiting {
  /** Reminders that were given since the waiting began. */
  readonly reminders: number;
  /** Null where both were given, or the case is one that does not lapse now. */
  readonly remindOn: IsoDay | null;
  readonly lapseOn: IsoDay;
}

/** Stages in which a waiting in vain ends in a lapse. */
const LAPSING: ReadonlySet<CaseState['stage']> = new Set([
  'draft',
  'interviewed',
  'matched',
  'signed',
  'underStudy',
]);

/**
 * When the next reminder falls due and when the case lapses, after the terms that it began with; the
 * due day that the person was told is never overtaken. Null where nothing is awaited. Pure.
 */
export function nextAwaited(state: CaseState): AwaitedDays | null {
  const awaiting = awaitingOf(state);
  if (awaiting === null || !LAPSING.has(state.stage)) return null;
  const { lapseDays, lapseReminderDays } = state.terms;
  const since = riyadhDayNumber(Date.parse(awaiting.since));
  const reminders = state.study.reminders.filter(({ began }) => began === awaiting.began).length;
  const next = lapseReminderDays[reminders];
  const counted = isoDate(addDays(since, lapseDays));
  return {
    ...awaiting,
    reminders,
    remindOn: next === undefined ? null : isoDate(addDays(since, next)),
    lapseOn: counted > awaiting.dueOn ? counted : isoDate(addDays(dayNumberOf(awaiting.dueOn), 1)),
  };
}
