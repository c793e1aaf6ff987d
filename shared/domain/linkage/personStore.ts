import type { LinkageField } from './fields.ts';
import { dictionariesOf, GrowingColumn, type ValueDictionary } from './register.ts';

/**
 * The values of persons who come and go, as codes with counts. The codes of one person stand side by side,
 * since persons are visited in no order.
 */
export class PersonStore {
  readonly dictionaries: readonly ValueDictionary[];
  readonly #rows = new GrowingColumn();
  readonly #width: number;
  /** By field, by code: how many persons have the value. */
  readonly #counts: readonly GrowingColumn[];
  readonly #known: Uint32Array;
  #records = 0;

  constructor(fields: readonly LinkageField[]) {
    this.dictionaries = dictionariesOf(fields);
    this.#width = fields.length;
    this.#counts = fields.map(() => new GrowingColumn());
    this.#known = new Uint32Array(fields.length);
  }

  /** @returns the number of the record, from 0 in the order in which they come. */
  add(values: readonly string[]): number {
    for (const [field, dictionary] of this.dictionaries.entries()) {
      const code = dictionary.encode(values[field] ?? '');
      this.#rows.push(code);
      this.#count(field, code, 1);
    }
    this.#records += 1;
    return this.#records - 1;
  }

  /** The values count no longer; whoever asks for them still finds them. */
  forget(record: number): void {
    for (let field = 0; field < this.#width; field += 1) {
      this.#count(field, this.codeOf(field, record), -1);
    }
  }

  /** 0 where nothing is known. */
  codeOf(field: number, record: number): number {
    return this.#rows.at(record * this.#width + field);
  }

  valuesOf(record: number): readonly string[] {
    return this.dictionaries.map(({ values }, field) => values[this.codeOf(field, record)] ?? '');
  }

  /** How many persons have a value, of all who have one in the field. */
  countOf(field: number, code: number): { readonly count: number; readonly total: number } {
    const count = code > 0 ? (this.#counts[field]?.at(code) ?? 0) : 0;
    return { count, total: this.#known[field] ?? 0 };
  }

  #count(field: number, code: number, by: number): void {
    if (code === 0) return;
    this.#counts[field]?.increase(code, by);
    this.#known[field] = (this.#known[field] ?? 0) + by;
  }
}
