import { ENTRIES_A_PART, readEntry } from './indexEntry.ts';
import { bitsOf, CODE_BYTES } from './personCode.ts';

const WORDS = 4;
const FIRST_ROOM = 4096;
/** Bytes of the code that make up its sketch, evenly spread. */
const SKETCH_BYTES = WORDS * 4;
const STEP = CODE_BYTES / SKETCH_BYTES;
/**
 * Two codes that are just alike enough (`REVIEW_BITS`) have about 8 of the first 64 bits of their sketches apart and 16
 * of all 128: more than these in fewer than one pair of a thousand.
 */
const FIRST_LIMIT = 16;
const LIMIT = 26;
/** So many at the most are worth reading their codes: of a name that thousands bear, those whose sketch is nearest. */
const MOST_NEAR = 200;

/**
 * A quarter of the bits of each code, in memory: nearly everybody is told apart by them, and only the codes of
 * the few who are left are read. 16 bytes a person.
 */
export class CodeSketches {
  #words = new Uint32Array(FIRST_ROOM * WORDS);
  #length = 0;

  /** Takes the entries of a part in, or in place of what stood there. */
  put(part: number, bytes: Uint8Array): void {
    const end = (part + 1) * ENTRIES_A_PART;
    this.#grow(end);
    for (let place = 0; place < ENTRIES_A_PART; place += 1) {
      const at = (part * ENTRIES_A_PART + place) * WORDS;
      const entry = readEntry(bytes, place);
      for (let word = 0; word < WORDS; word += 1) {
        this.#words[at + word] = entry === null ? 0 : wordOf(entry.code, word);
      }
    }
    this.#length = Math.max(this.#length, end);
  }

  /** The places whose sketch is near that of a code, the nearest first. */
  near(code: Uint8Array): readonly number[] {
    const words = this.#words;
    const [first, second, third, fourth] = [0, 1, 2, 3].map((word) => wordOf(code, word));
    const byDistance: number[][] = Array.from({ length: LIMIT + 1 }, () => []);
    const end = this.#length * WORDS;
    for (let at = 0; at < end; at += WORDS) {
      const one = words[at] ?? 0;
      const two = words[at + 1] ?? 0;
      const early = bitsOf(one ^ (first ?? 0)) + bitsOf(two ^ (second ?? 0));
      if (early > FIRST_LIMIT || (one | two) === 0) continue;
      const apart =
        early +
        bitsOf((words[at + 2] ?? 0) ^ (third ?? 0)) +
        bitsOf((words[at + 3] ?? 0) ^ (fourth ?? 0));
      if (apart <= LIMIT) byDistance[apart]?.push(at / WORDS);
    }
    return byDistance.flat().slice(0, MOST_NEAR);
  }

  clear(): void {
    this.#words = new Uint32Array(FIRST_ROOM * WORDS);
    this.#length = 0;
  }

  #grow(entries: number): void {
    if (entries * WORDS <= this.#words.length) return;
    const larger = new Uint32Array(Math.ceil(entries * 1.25) * WORDS);
    larger.set(this.#words);
    this.#words = larger;
  }
}

function wordOf(code: Uint8Array, word: number): number {
  let value = 0;
  for (let byte = 0; byte < 4; byte += 1) {
    value = (value << 8) | (code[(word * 4 + byte) * STEP] ?? 0);
  }
  return value >>> 0;
}
