import type { DeskWriter } from './connection.ts';

/**
 * The next counter of case references, from 1, for this device's lane and a Gregorian year. Taken
 * in the transaction that opens the case, so that a number given out is never given again.
 */
export function takeReferenceCounter(writer: DeskWriter, year: number): number {
  const taken = writer
    .statement<{ readonly last: number }>(
      `INSERT INTO reference_counter (lane, year, last) SELECT lane, ?, 1 FROM device WHERE true
       ON CONFLICT (lane, year) DO UPDATE SET last = last + 1 RETURNING last`,
    )
    .get(year);
  if (!taken) throw new TypeError('a desk without its device');
  return taken.last;
}
