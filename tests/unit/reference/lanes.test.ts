import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GIVEN_LANES, laneByChance, RESTORED_LANES } from '#shared/domain/reference/lanes.ts';
import { formatReference, parseReference } from '#shared/domain/reference/reference.ts';

describe('lanes', () => {
  it('of restored desks are none that a founding takes or headquarters gives', () => {
    expect(new Set(GIVEN_LANES).size).toBe(1024);
    expect(new Set(RESTORED_LANES).size).toBe(132);
    expect(RESTORED_LANES.filter((lane) => GIVEN_LANES.includes(lane))).toEqual([]);
  });

  it('make references that are read again', () => {
    for (const lane of [...GIVEN_LANES, ...RESTORED_LANES]) {
      const text = formatReference({ branch: 'MKH01', lane, year: 2026, counter: 1 });
      expect(parseReference(text)).toMatchObject({ ok: true, parts: { lane } });
    }
  });

  it('are drawn from those that are free', () => {
    const random = fc.uint8Array({ minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.subarray([...RESTORED_LANES], { maxLength: 131 }), random, (taken, bytes) => {
        const lane = laneByChance(RESTORED_LANES, new Set(taken), bytes);
        expect(RESTORED_LANES).toContain(lane);
        expect(taken).not.toContain(lane);
      }),
    );
    expect(() => laneByChance(['AB'], new Set(['AB']), new Uint8Array(4))).toThrow(RangeError);
  });
});
