/** No value is compared beyond so many characters: what is longer has been cut when it was read. */
export const LONGEST_COMPARED = 120;

const rows = [0, 1, 2].map(() => new Uint16Array(LONGEST_COMPARED + 2));
const takenOfA = new Uint8Array(LONGEST_COMPARED + 1);
const takenOfB = new Uint8Array(LONGEST_COMPARED + 1);

/** Letters with smaller numbers have a place in the table of `bitDistance`: Latin and Arabic have. */
const LETTERS_WITH_PLACE = 2048;
/** By letter: at which places of the first text it stands, one bit each. Empty between two calls. */
const places = new Int32Array(LETTERS_WITH_PLACE);
/** The longest text whose places fit into the bits of a number. */
const LONGEST_IN_BITS = 32;

/**
 * How many letters must be put in, left out, exchanged, or swapped with their neighbour to make `b` of
 * `a` (Damerau and Levenshtein, optimal alignment); anything above `limit` is given as `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (a.length === 0 || b.length === 0) return Math.max(a.length, b.length);
  const distance = a.length <= LONGEST_IN_BITS ? bitDistance(a, b, limit) : -1;
  return distance >= 0 ? distance : tableDistance(a, b, limit);
}

/**
 * All cells of a column of the distance table at once, in the bits of numbers (Hyyrö 2003).
 * @returns -1 where a letter has no place.
 */
function bitDistance(a: string, b: string, limit: number): number {
  const { length } = a;
  const width = b.length;
  for (let index = 0; index < length; index += 1) {
    const letter = a.charCodeAt(index);
    if (letter >= LETTERS_WITH_PLACE) {
      clearPlaces(a, index);
      return -1;
    }
    places[letter] = (places[letter] ?? 0) | (1 << index);
  }
  const last = 1 << (length - 1);
  let rising = -1;
  let falling = 0;
  let diagonal = 0;
  let before = 0;
  let distance = length;
  for (let column = 0; column < width; column += 1) {
    const letter = b.charCodeAt(column);
    const found = letter < LETTERS_WITH_PLACE ? (places[letter] ?? 0) : 0;
    const swapped = ((~diagonal & found) << 1) & before;
    diagonal = ((((found & rising) + rising) | 0) ^ rising) | found | falling | swapped;
    let up = falling | ~(diagonal | rising);
    let down = diagonal & rising;
    if ((up & last) !== 0) distance += 1;
    else if ((down & last) !== 0) distance -= 1;
    if (distance - (width - 1 - column) > limit) break;
    up = (up << 1) | 1;
    down <<= 1;
    rising = down | ~(diagonal | up);
    falling = up & diagonal;
    before = found;
  }
  clearPlaces(a, length);
  return Math.min(distance, limit + 1);
}

function clearPlaces(text: string, end: number): void {
  for (let index = 0; index < end; index += 1) places[text.charCodeAt(index)] = 0;
}

/** The distance for long texts and rare scripts, cell by cell. */
function tableDistance(a: string, b: string, limit: number): number {
  const { length } = a;
  const width = b.length;
  let [before, previous, current] = rows;
  if (before === undefined || previous === undefined || current === undefined) return limit + 1;
  for (let column = 0; column <= width; column += 1) previous[column] = column;
  for (let row = 1; row <= length; row += 1) {
    const letter = a.charCodeAt(row - 1);
    const letterBefore = row > 1 ? a.charCodeAt(row - 2) : -1;
    current[0] = row;
    let least = row;
    for (let column = 1; column <= width; column += 1) {
      const other = b.charCodeAt(column - 1);
      let cost = (previous[column - 1] ?? 0) + (letter === other ? 0 : 1);
      cost = Math.min(cost, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      if (column > 1 && letterBefore === other && letter === b.charCodeAt(column - 2)) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      }
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [before, previous, current] = [previous, current, before];
  }
  return Math.min(previous[width] ?? 0, limit + 1);
}

/** Jaro's likeness with Winkler's bonus for a common beginning: 0 for nothing in common, 1 for equal. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const { length } = a;
  const width = b.length;
  if (length === 0 || width === 0) return 0;
  const reach = Math.max(0, Math.floor(Math.max(length, width) / 2) - 1);
  takenOfA.fill(0, 0, length);
  takenOfB.fill(0, 0, width);
  let common = 0;
  for (let index = 0; index < length; index += 1) {
    const letter = a.charCodeAt(index);
    const last = Math.min(width - 1, index + reach);
    for (let other = Math.max(0, index - reach); other <= last; other += 1) {
      if (takenOfB[other] === 0 && b.charCodeAt(other) === letter) {
        takenOfA[index] = 1;
        takenOfB[other] = 1;
        common += 1;
        break;
      }
    }
  }
  if (common === 0) return 0;
  let outOfOrder = 0;
  let next = 0;
  for (let index = 0; index < length; index += 1) {
    if (takenOfA[index] === 0) continue;
    while (takenOfB[next] === 0) next += 1;
    if (a.charCodeAt(index) !== b.charCodeAt(next)) outOfOrder += 1;
    next += 1;
  }
  const jaro = (common / length + common / width + (common - outOfOrder / 2) / common) / 3;
  let start = 0;
  while (start < 4 && start < length && start < width && a[start] === b[start]) start += 1;
  return jaro + start * 0.1 * (1 - jaro);
}

/** Whether Jaro and Winkler's likeness of two texts is so great; most pairs are told by their letters alone. */
export function isLike(a: string, b: string, least: number): boolean {
  const { length } = a;
  const width = b.length;
  if (length === 0 || width === 0) return false;
  let start = 0;
  while (start < 4 && start < length && start < width && a[start] === b[start]) start += 1;
  const jaroNeeded = (least - start * 0.1) / (1 - start * 0.1);
  const ofA = lettersOf(a);
  const ofB = lettersOf(b);
  const common = Math.min(length - countBits(ofA & ~ofB), width - countBits(ofB & ~ofA));
  if ((common / length + common / width + 1) / 3 < jaroNeeded) return false;
  return jaroWinkler(a, b) >= least;
}

/** Which letters occur in a text, each as one of 32 bits. */
export function lettersOf(text: string): number {
  let letters = 0;
  for (let index = 0; index < text.length; index += 1)
    letters |= 1 << (text.charCodeAt(index) & 31);
  return letters;
}

/**
 * Whether two texts can be near at all, told by their letters alone: with `edits` changes at the most, or
 * with a Jaro likeness of 0.8, below which Winkler's bonus reaches no 0.88. Much quicker than measuring.
 */
export function canBeNear(a: string, b: string, edits: number): boolean {
  return canLettersBeNear(lettersOf(a), a.length, lettersOf(b), b.length, edits);
}

/** The same of texts whose letters and lengths are known already. */
export function canLettersBeNear(
  ofA: number,
  lengthOfA: number,
  ofB: number,
  lengthOfB: number,
  edits: number,
): boolean {
  const onlyInA = countBits(ofA & ~ofB);
  const onlyInB = countBits(ofB & ~ofA);
  if (onlyInA <= edits && onlyInB <= edits && Math.abs(lengthOfA - lengthOfB) <= edits) return true;
  return 2 - onlyInA / lengthOfA - onlyInB / lengthOfB >= 1.4;
}

function countBits(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
