import type { LinkageField } from './fields.ts';

/** The distinct values of a column, or of several that can hold one another's values. Code 0 is "missing". */
export class ValueDictionary {
  readonly values: string[] = [''];
  readonly #codes = new Map<string, number>([['', 0]]);

  encode(value: string): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const code = this.values.length;
    this.#codes.set(value, code);
    this.values.push(value);
    return code;
  }

  at(code: number): string {
    return this.values[code] ?? '';
  }

  /** @returns -1 for a value that no record has. */
  find(value: string): number {
    return this.#codes.get(value) ?? -1;
  }
}

/** Records by columns of codes: what linkage works on. */
export interface Register {
  readonly fields: readonly LinkageField[];
  /** All records; those of the left file come first. */
  readonly size: number;
  /** Equal to `size` where one file is compared with itself. */
  readonly leftSize: number;
  /** By field, by record. */
  readonly columns: readonly Int32Array[];
  /** By field; fields of one group share theirs. */
  readonly dictionaries: readonly ValueDictionary[];
  /** By field, by code: how many records have the value there. */
  readonly counts: readonly Uint32Array[];
}

/** Takes records one by one, so that a file never stands whole in memory. */
export class RegisterBuilder {
  readonly fields: readonly LinkageField[];
  readonly dictionaries: readonly ValueDictionary[];
  readonly #columns: GrowingColumn[];
  #size = 0;
  #leftSize = -1;

  constructor(fields: readonly LinkageField[]) {
    this.fields = fields;
    this.dictionaries = oneAField(fields, () => new ValueDictionary());
    this.#columns = fields.map(() => new GrowingColumn());
  }

  get size(): number {
    return this.#size;
  }

  add(values: readonly string[]): void {
    for (const [index, column] of this.#columns.entries()) {
      column.push(this.dictionaries[index]?.encode(values[index] ?? '') ?? 0);
    }
    this.#size += 1;
  }

  /** What comes after this belongs to the right file. */
  beginRight(): void {
    this.#leftSize = this.#size;
  }

  finish(): Register {
    const columns = this.#columns.map((column) => column.finish(this.#size));
    return {
      fields: this.fields,
      size: this.#size,
      leftSize: this.#leftSize < 0 ? this.#size : this.#leftSize,
      columns,
      dictionaries: this.dictionaries,
      counts: columns.map((column, index) =>
        countCodes(column, this.dictionaries[index]?.values.length ?? 1),
      ),
    };
  }
}

/** One dictionary a field; fields of one group share theirs. */
export function oneAField<Dictionary>(
  fields: readonly LinkageField[],
  make: () => Dictionary,
): readonly Dictionary[] {
  const groups = new Map<string, Dictionary>();
  return fields.map(({ group }) => {
    const shared = group === null ? undefined : groups.get(group);
    const dictionary = shared ?? make();
    if (group !== null) groups.set(group, dictionary);
    return dictionary;
  });
}

/** Codes of a column, one after the other. */
export class GrowingColumn {
  #codes = new Int32Array(0);
  #length = 0;

  push(code: number): void {
    this.#reserve(this.#length + 1);
    this.#codes[this.#length] = code;
    this.#length += 1;
  }

  get length(): number {
    return this.#length;
  }

  /** 0 where nothing stands. */
  at(index: number): number {
    return index < this.#length ? (this.#codes[index] ?? 0) : 0;
  }

  /** Adds to the number that stands at an index, 0 where none does. */
  increase(index: number, by: number): void {
    this.#reserve(index + 1);
    this.#length = Math.max(this.#length, index + 1);
    this.#codes[index] = (this.#codes[index] ?? 0) + by;
  }

  finish(length: number): Int32Array {
    return this.#codes.slice(0, length);
  }

  #reserve(length: number): void {
    if (length <= this.#codes.length) return;
    const larger = new Int32Array(Math.ceil(Math.max(length, 256, this.#codes.length * 1.5)));
    larger.set(this.#codes);
    this.#codes = larger;
  }
}

function countCodes(column: Int32Array, distinct: number): Uint32Array {
  const counts = new Uint32Array(distinct);
  for (const code of column) counts[code] = (counts[code] ?? 0) + 1;
  counts[0] = 0;
  return counts;
}

/** Whether two records may be a pair: two different ones, and of two files where there are two. */
export function isTwoFiles(register: Register): boolean {
  return register.leftSize < register.size;
}
