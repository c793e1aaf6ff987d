import { v7 } from 'uuid';
import type { Clock, Crypto, IdGenerator } from '#shared/ports.ts';

const LAST_SEQUENCE = 0xffff_ffff;

/**
 * UUIDv7 (RFC 9562), strictly increasing inside this process even when the clock stands still or
 * goes back: the sequence then counts on, and the time moves by one millisecond when it is used up.
 */
export function createUuidV7Generator(clock: Clock, crypto: Crypto): IdGenerator {
  let milliseconds = -1;
  let sequence = 0;
  return {
    uuid: () => {
      const random = crypto.randomBytes(16);
      const now = clock.now();
      if (now > milliseconds || sequence === LAST_SEQUENCE) {
        milliseconds = Math.max(now, milliseconds + 1);
        // Half of the range stays free for ids of the same millisecond.
        // Its bytes are those that the id itself does not take from `random`.
        sequence = random.subarray(0, 4).reduce((sum, byte) => sum * 256 + byte, 0) >>> 1;
      } else {
        sequence += 1;
      }
      return v7({ msecs: milliseconds, seq: sequence, random });
    },
  };
}
