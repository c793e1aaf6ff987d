import type { Crypto } from '../../ports.ts';
import { utf8Bytes } from '../../protocol/bytes.ts';
import { personTokens } from './personTokens.ts';

/** Bits of the filter before it is laid over itself, and of the code that is kept. */
const FILTER_BITS = 1024;
export const CODE_BITS = 512;
export const CODE_BYTES = CODE_BITS / 8;
/** Positions that one keyed hash gives: two bytes each. */
const POSITIONS_A_HASH = 16;
/** So many tokens are remembered: letters come again and again. */
const REMEMBERED = 200_000;

/**
 * Encodes names and birth date of a person in one filter (CLK after Schnell), which is then laid over itself
 * by exclusive or: nothing of a single name or date can be read from the code, and two codes are alike as far
 * as the persons are. Positions come from keyed hashes, each of its own and none worked out from another.
 */
export class PersonEncoder {
  readonly #crypto: Crypto;
  readonly #key: Uint8Array;
  readonly #known = new Map<string, Uint16Array>();

  constructor(crypto: Crypto, key: Uint8Array) {
    this.#crypto = crypto;
    this.#key = key;
  }

  /** @returns null for a person of whom too little is known */
  code(values: readonly string[]): Uint8Array | null {
    const tokens = personTokens(values);
    if (tokens.length === 0) return null;
    const filter = new Uint8Array(FILTER_BITS / 8);
    for (const { text, bits } of tokens) {
      for (const position of this.#positions(text, bits)) {
        filter[position >> 3] = (filter[position >> 3] ?? 0) | (1 << (position & 7));
      }
    }
    return filter.subarray(0, CODE_BYTES).map((byte, at) => byte ^ (filter[at + CODE_BYTES] ?? 0));
  }

  #positions(text: string, bits: number): Uint16Array {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const positions = new Uint16Array(bits);
    let hash = new Uint8Array(0);
    for (let at = 0; at < bits; at += 1) {
      const place = at % POSITIONS_A_HASH;
      if (place === 0) {
        const part = String.fromCharCode(65 + at / POSITIONS_A_HASH);
        hash = Uint8Array.from(
          this.#crypto.hmacSha256(this.#key, utf8Bytes(`clk ${part} ${text}`)),
        );
      }
      const value = ((hash[place * 2] ?? 0) << 8) | (hash[place * 2 + 1] ?? 0);
      positions[at] = value % FILTER_BITS;
    }
    if (this.#known.size < REMEMBERED) this.#known.set(text, positions);
    return positions;
  }
}

/** In how many bits two codes differ; about half of all for two who have nothing in common. */
export function bitsApart(one: Uint8Array, other: Uint8Array): number {
  let apart = 0;
  for (let at = 0; at < one.length; at += 1) {
    apart += bitsOf((one[at] ?? 0) ^ (other[at] ?? 0));
  }
  return apart;
}

/** How many bits of a whole of 32 are set. */
export function bitsOf(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
