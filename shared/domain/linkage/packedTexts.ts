import { mix } from './atoms.ts';

/** A text may take three bytes a letter. */
const BYTES_A_LETTER = 3;

/**
 * Distinct texts, numbered from 1 in the order in which they come; 0 is the empty one. They stand one after the
 * other in flat arrays, so that each takes its own letters and about ten bytes, where a text in a map takes eighty.
 */
export class PackedTexts {
  #bytes = new Uint8Array(4096);
  /** By code: where the text ends; it begins where the one before ends. */
  #ends = new Uint32Array(256);
  /** Codes by hash; 0 for a free slot. */
  #slots = new Uint32Array(512);
  #count = 0;
  /** The text that is looked for. */
  #asked = new Uint8Array(64);

  /** The number of a text, a new one for a text that has none. */
  encode(text: string): number {
    if (text === '') return 0;
    const length = this.#write(text);
    const slot = this.#slotOf(this.#asked, 0, length);
    const known = this.#slots[slot] ?? 0;
    if (known !== 0) return known;
    this.#count += 1;
    const code = this.#count;
    const start = this.#ends[code - 1] ?? 0;
    this.#reserve(code, start + length);
    this.#bytes.set(this.#asked.subarray(0, length), start);
    this.#ends[code] = start + length;
    this.#slots[slot] = code;
    // Slots are free for a third at least, or looking takes long.
    if (this.#count * 3 > this.#slots.length * 2) this.#spread();
    return code;
  }

  /** @returns -1 for a text that was never encoded. */
  find(text: string): number {
    if (text === '') return 0;
    const code = this.#slots[this.#slotOf(this.#asked, 0, this.#write(text))] ?? 0;
    return code === 0 ? -1 : code;
  }

  /** The text of a number; '' for one that none has. */
  at(code: number): string {
    if (code <= 0 || code > this.#count) return '';
    const bytes = this.#bytes;
    const units: number[] = [];
    const end = this.#ends[code] ?? 0;
    for (let at = this.#ends[code - 1] ?? 0; at < end; at += 1) {
      const first = bytes[at] ?? 0;
      if (first < 0x80) {
        units.push(first);
      } else if (first < 0xe0) {
        at += 1;
        units.push(((first & 0x1f) << 6) | ((bytes[at] ?? 0) & 0x3f));
      } else {
        at += 2;
        const rest = (((bytes[at - 1] ?? 0) & 0x3f) << 6) | ((bytes[at] ?? 0) & 0x3f);
        units.push(((first & 0x0f) << 12) | rest);
      }
    }
    return String.fromCharCode(...units);
  }

  /** Letters as UTF-8 has them, but each half of a pair by itself: whatever a text holds comes back. */
  #write(text: string): number {
    if (this.#asked.length < text.length * BYTES_A_LETTER) {
      this.#asked = new Uint8Array(text.length * BYTES_A_LETTER);
    }
    const bytes = this.#asked;
    let length = 0;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit < 0x80) {
        bytes[length] = unit;
        length += 1;
      } else if (unit < 0x800) {
        bytes[length] = 0xc0 | (unit >> 6);
        bytes[length + 1] = 0x80 | (unit & 0x3f);
        length += 2;
      } else {
        bytes[length] = 0xe0 | (unit >> 12);
        bytes[length + 1] = 0x80 | ((unit >> 6) & 0x3f);
        bytes[length + 2] = 0x80 | (unit & 0x3f);
        length += 3;
      }
    }
    return length;
  }

  /** Where a text stands or would stand. */
  #slotOf(bytes: Uint8Array, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    let slot = mix(hash) & mask;
    for (;;) {
      const code = this.#slots[slot] ?? 0;
      if (code === 0 || this.#isEqual(code, bytes, start, end)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #isEqual(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const begin = this.#ends[code - 1] ?? 0;
    if ((this.#ends[code] ?? 0) - begin !== end - start) return false;
    for (let at = start; at < end; at += 1) {
      if (this.#bytes[begin + at - start] !== bytes[at]) return false;
    }
    return true;
  }

  #reserve(code: number, bytes: number): void {
    if (code >= this.#ends.length) {
      const ends = new Uint32Array(Math.ceil(this.#ends.length * 1.5));
      ends.set(this.#ends);
      this.#ends = ends;
    }
    if (bytes > this.#bytes.length) {
      const larger = new Uint8Array(Math.ceil(Math.max(bytes, this.#bytes.length * 1.5)));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
  }

  #spread(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let code = 1; code <= this.#count; code += 1) {
      const start = this.#ends[code - 1] ?? 0;
      this.#slots[this.#slotOf(this.#bytes, start, this.#ends[code] ?? 0)] = code;
    }
  }
}
