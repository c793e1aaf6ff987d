import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptCopies } from '#shared/domain/copies/keptCopies.ts';

const DAY_MS = 86_400_000;
/** A Sunday, eleven in the morning in Riyadh. */
const SUNDAY = Date.UTC(2026, 10, 22, 8);
const at = (days: number, hours = 0) =>
  new Date(SUNDAY + days * DAY_MS + hours * 3_600_000).toISOString();
const days = (...offsets: readonly number[]) => new Set(offsets.map((offset) => at(offset)));

describe('the copies that stay', () => {
  it('are the last of each of seven days, and of each of four weeks', () => {
    const daily = Array.from({ length: 60 }, (_, day) => at(-day));
    // Saturdays end the weeks before; the running week is in the seven days.
    expect(keptCopies(daily)).toEqual(days(0, -1, -2, -3, -4, -5, -6, -8, -15));
  });

  it('count by the day in Riyadh', () => {
    const late = at(0, 12.5);
    expect(keptCopies([at(0), late, at(0, 13.5)])).toEqual(new Set([late, at(0, 13.5)]));
  });

  it('outlast a holiday: days without a copy do not count', () => {
    const before = Array.from({ length: 7 }, (_, day) => at(-100 - day));
    expect(keptCopies([at(0), ...before]).size).toBe(7 + 1);
  });

  it('always hold the latest, at most eleven, and none that was not given', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1 }), (hours) => {
        const given = hours.map((hour) => at(0, -hour));
        const kept = keptCopies(given);
        expect(kept.has(given.toSorted().at(-1) ?? '')).toBe(true);
        expect(kept.size).toBeLessThanOrEqual(11);
        expect([...kept].every((instant) => given.includes(instant))).toBe(true);
      }),
    );
  });

  it('stay kept when those that went are gone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5_000 })), (hours) => {
        const kept = keptCopies(hours.map((hour) => at(0, -hour)));
        expect(keptCopies([...kept])).toEqual(kept);
      }),
    );
  });
});
