import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyTable } from '#shared/domain/linkage/keyTable.ts';
import { seededRandom } from '#shared/domain/linkage/seededRandom.ts';

const WIDTH = 3;
const MOST_OF_A_KEY = 160;

/** What a table must find: by line, the newest first, so many of a key at the most. */
function foundIn(records: readonly Uint32Array[], keys: Uint32Array): readonly number[] {
  return [...keys].flatMap((key, line) =>
    key === 0
      ? []
      : [...records.keys()]
          .filter((record) => records[record]?.[line] === key)
          .toReversed()
          .slice(0, MOST_OF_A_KEY),
  );
}

describe('a table of keys', () => {
  it('finds the records that have a key in common, the newest first', () => {
    fc.assert(
      fc.property(
        fc.record({ seed: fc.nat(), size: fc.integer({ min: 0, max: 3000 }), kinds: fc.nat(400) }),
        ({ seed, size, kinds }) => {
          const random = seededRandom(seed);
          // Keys of all 32 bits, some of them of many records; a fifth is lacking.
          const keyOf = () =>
            random() < 0.2 ? 0 : 0xffff_ffff - Math.floor(random() ** 2 * (kinds + 1));
          const table = new KeyTable(WIDTH);
          const records = Array.from({ length: size }, () =>
            Uint32Array.from({ length: WIDTH }, keyOf),
          );
          for (const keys of records) table.add(keys);
          for (let asked = 0; asked < 20; asked += 1) {
            const keys = Uint32Array.from({ length: WIDTH }, keyOf);
            const found: number[] = [];
            table.walk(keys, (record) => found.push(record));
            expect(found).toEqual(foundIn(records, keys));
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
