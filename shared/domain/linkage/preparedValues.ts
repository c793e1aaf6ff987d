/** The texts of a dictionary, by code. */
export interface TextsByCode {
  at(code: number): string;
}

/** What is known of the values of a dictionary that grows, worked out once for each. */
export class PreparedValues<Value> {
  readonly #texts: TextsByCode;
  readonly #prepare: (text: string) => Value;
  readonly #known: (Value | undefined)[] = [];

  constructor(texts: TextsByCode, prepare: (text: string) => Value) {
    this.#texts = texts;
    this.#prepare = prepare;
  }

  of(code: number): Value {
    return (this.#known[code] ??= this.#prepare(this.#texts.at(code)));
  }

  /** Numbers about each value, `width` a value, side by side in one array. */
  facts(width: number, tell: (value: Value) => readonly number[]): ValueFacts {
    return new ValueFacts(width, (code) => tell(this.#prepare(this.#texts.at(code))));
  }
}

/** Flat numbers about values: what nearly all comparisons get by with. */
export class ValueFacts {
  numbers: Int32Array;
  readonly #width: number;
  readonly #tell: (code: number) => readonly number[];
  #filled = 0;

  constructor(width: number, tell: (code: number) => readonly number[]) {
    this.#width = width;
    this.#tell = tell;
    this.numbers = new Int32Array(width * 16);
  }

  /** Itself, with the numbers of every value up to a code. */
  upTo(code: number): this {
    if (code < this.#filled) return this;
    let room = this.numbers.length;
    while (room < (code + 1) * this.#width) room *= 2;
    if (room > this.numbers.length) {
      const larger = new Int32Array(room);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    for (; this.#filled <= code; this.#filled += 1) {
      this.numbers.set(this.#tell(this.#filled), this.#filled * this.#width);
    }
    return this;
  }
}
