/** Combinations of levels with a weight each. */
export interface WeightedPatterns {
  readonly length: number;
  readonly counts: Float64Array;
  /** The levels of a pattern, by field. */
  readonly levelsOf: (pattern: number) => Uint8Array;
}

/** Some of the patterns, with weights of their own. */
export function patternSample(
  source: WeightedPatterns,
  chosen: Uint32Array,
  counts: Float64Array,
): WeightedPatterns {
  return {
    length: chosen.length,
    counts,
    levelsOf: (pattern) => source.levelsOf(chosen[pattern] ?? 0),
  };
}

/**
 * Counts how often each combination of levels occurs: there are far fewer of them than pairs, and learning
 * goes over them alone.
 */
export class PatternCounts implements WeightedPatterns {
  readonly #width: number;
  #levels: Uint8Array;
  #counts = new Float64Array(1024);
  #slots = new Int32Array(4096).fill(-1);
  #length = 0;

  constructor(width: number) {
    this.#width = width;
    this.#levels = new Uint8Array(width * 1024);
  }

  get length(): number {
    return this.#length;
  }

  get counts(): Float64Array {
    return this.#counts.subarray(0, this.#length);
  }

  /** The levels of a pattern, by field. */
  levelsOf(pattern: number): Uint8Array {
    return this.#levels.subarray(pattern * this.#width, (pattern + 1) * this.#width);
  }

  /** @returns the number of the pattern, from 0 in the order in which they came. */
  add(levels: Uint8Array, count: number): number {
    const pattern = this.#find(levels);
    this.#counts[pattern] = (this.#counts[pattern] ?? 0) + count;
    return pattern;
  }

  #find(levels: Uint8Array): number {
    const mask = this.#slots.length - 1;
    let hash = 0x811c9dc5;
    for (let field = 0; field < this.#width; field += 1) {
      hash = Math.imul(hash ^ (levels[field] ?? 0), 0x01000193);
    }
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const pattern = this.#slots[slot] ?? -1;
      if (pattern < 0) return this.#append(levels, slot);
      if (this.#isEqual(pattern, levels)) return pattern;
      slot = (slot + 1) & mask;
    }
  }

  #isEqual(pattern: number, levels: Uint8Array): boolean {
    const start = pattern * this.#width;
    for (let field = 0; field < this.#width; field += 1) {
      if (this.#levels[start + field] !== levels[field]) return false;
    }
    return true;
  }

  #append(levels: Uint8Array, slot: number): number {
    if (this.#length === this.#counts.length) this.#grow();
    const pattern = this.#length;
    this.#levels.set(levels, pattern * this.#width);
    this.#length += 1;
    if (this.#length * 2 > this.#slots.length) this.#rehash();
    else this.#slots[slot] = pattern;
    return pattern;
  }

  #grow(): void {
    const levels = new Uint8Array(this.#levels.length * 2);
    levels.set(this.#levels);
    this.#levels = levels;
    const counts = new Float64Array(this.#counts.length * 2);
    counts.set(this.#counts);
    this.#counts = counts;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let pattern = 0; pattern < this.#length; pattern += 1) {
      let hash = 0x811c9dc5;
      for (let field = 0; field < this.#width; field += 1) {
        const level = this.#levels[pattern * this.#width + field] ?? 0;
        hash = Math.imul(hash ^ level, 0x01000193);
      }
      let slot = (hash ^ (hash >>> 15)) & mask;
      while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
      slots[slot] = pattern;
    }
    this.#slots = slots;
  }
}
