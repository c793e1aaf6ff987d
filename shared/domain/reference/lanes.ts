/** Without O, I, 0 and 1, which are read for each other on paper; 32, so that a byte falls evenly. */
const CHARACTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** Stand in no lane that a founding or headquarters gives. */
const RESTORED_CHARACTERS = '01';

/** Every lane that a founding may take and headquarters may give: two characters. */
export const GIVEN_LANES: readonly string[] = pairs(CHARACTERS, CHARACTERS);

/**
 * The lanes of desks that were restored, until headquarters gives another: none of them can be the lane
 * of a laptop that was not.
 */
export const RESTORED_LANES: readonly string[] = [
  ...pairs(RESTORED_CHARACTERS, CHARACTERS + RESTORED_CHARACTERS),
  ...pairs(CHARACTERS, RESTORED_CHARACTERS),
];

function pairs(firsts: string, seconds: string): readonly string[] {
  return firsts.split('').flatMap((first) => seconds.split('').map((second) => first + second));
}

/**
 * One of the lanes that are not taken, by chance.
 * @param random four random bytes
 * @throws RangeError when all are taken
 */
export function laneByChance(
  lanes: readonly string[],
  taken: ReadonlySet<string>,
  random: Uint8Array,
): string {
  const free = lanes.filter((lane) => !taken.has(lane));
  const [a = 0, b = 0, c = 0, d = 0] = random;
  const number = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  const lane = free[number % free.length];
  if (lane === undefined) throw new RangeError('every lane is taken');
  return lane;
}
