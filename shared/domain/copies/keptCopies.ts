import { riyadhDayNumber } from '../calendar/dayNumber.ts';
import type { Instant } from '../identity.ts';

/** So many days, and so many weeks, keep their last copy. */
export const DAILY_COPIES = 7;
export const WEEKLY_COPIES = 4;

/** Day 0 was a Thursday; a week begins with its Sunday. */
const DAYS_TO_SUNDAY = 4;

/**
 * Which copies stay: the last of each of the seven latest days that have one, and the last of each of
 * the four latest weeks. Days and weeks without a copy do not count, so that a desk that was shut over
 * a holiday finds its copies where it left them.
 */
export function keptCopies(madeAt: readonly Instant[]): ReadonlySet<Instant> {
  const latestFirst = madeAt.toSorted().toReversed();
  const dayOf = (instant: Instant) => riyadhDayNumber(Date.parse(instant));
  const weekOf = (instant: Instant) => Math.floor((dayOf(instant) + DAYS_TO_SUNDAY) / 7);
  return new Set([
    ...lastOfEach(latestFirst, dayOf, DAILY_COPIES),
    ...lastOfEach(latestFirst, weekOf, WEEKLY_COPIES),
  ]);
}

function lastOfEach(
  latestFirst: readonly Instant[],
  spanOf: (instant: Instant) => number,
  spans: number,
): readonly Instant[] {
  const lasts = new Map<number, Instant>();
  for (const instant of latestFirst) {
    const span = spanOf(instant);
    if (!lasts.has(span) && lasts.size < spans) lasts.set(span, instant);
  }
  return [...lasts.values()];
}
