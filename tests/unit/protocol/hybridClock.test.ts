import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laterHlc, nextHlc } from '#shared/protocol/hybridClock.ts';

const milliseconds = fc.integer({ min: 0, max: 4_000_000_000_000 });

describe('the hybrid clock', () => {
  it('never goes back nor stands, whatever the wall clock does, and sorts as text', () => {
    fc.assert(
      fc.property(fc.array(milliseconds, { minLength: 1, maxLength: 50 }), (times) => {
        let previous: string | null = null;
        for (const now of times) {
          const next: string = nextHlc(previous, now);
          expect(next).toMatch(/^\d{15}-\d{5}$/);
          expect(Number(next.slice(0, 15))).toBeGreaterThanOrEqual(now);
          if (previous !== null) expect(next > previous).toBe(true);
          previous = next;
        }
      }),
    );
  });

  it('is wall time when wall time has moved on', () => {
    expect(nextHlc(null, 1_740_355_200_000)).toBe('001740355200000-00000');
    expect(nextHlc('001740355200000-00007', 1_740_355_200_001)).toBe('001740355200001-00000');
    expect(nextHlc('001740355200000-00007', 1_740_355_200_000)).toBe('001740355200000-00008');
  });

  it('goes to the next millisecond when the counter is full', () => {
    expect(nextHlc('001740355200000-99999', 5)).toBe('001740355200001-00000');
  });

  it('takes the later of two stamps', () => {
    expect(laterHlc('001740355200000-00001', '001740355200000-00002')).toBe(
      '001740355200000-00002',
    );
    expect(laterHlc(null, '001740355200000-00002')).toBe('001740355200000-00002');
    expect(laterHlc(null, null)).toBeNull();
  });

  it('refuses what is no stamp and no time', () => {
    expect(() => nextHlc('yesterday', 1)).toThrow(RangeError);
    expect(() => nextHlc(null, -1)).toThrow(RangeError);
    expect(() => nextHlc(null, Number.NaN)).toThrow(RangeError);
    expect(() => nextHlc('999999999999999-99999', 1)).toThrow(RangeError);
  });
});
