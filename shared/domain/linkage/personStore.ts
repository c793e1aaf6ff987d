import type { LinkageField } from './fields.ts';
import { dictionariesOf, GrowingColumn, type ValueDictionary } from './register.ts';

/** The values of persons who come and go, as columns of codes with counts. */
export class PersonStore {
  readonly dictionaries: readonly ValueDictionary[];
  readonly #columns: readonly GrowingColumn[];
  /** By field, by code: how many persons have the value. */
  readonly #counts: readonly GrowingColumn[];
  readonly #known: Uint32Array;
  #records = 0;

  constructor(fields: readonly LinkageField[]) {
    this.dictionaries = dictionariesOf(fields);
    this.#columns = fields.map(() => new GrowingColumn());
    this.#counts = fields.map(() => new GrowingColumn());
    this.#known = new Uint32Array(fields.length);
  }

  /** @returns the number of the record, from 0 in the order in which they come. */
  add(values: readonly string[]): number {
    for (const [field, column] of this.#columns.entries()) {
      const code = this.dictionaries[field]?.encode(values[field] ?? '') ?? 0;
      column.push(code);
      this.#count(field, code, 1);
    }
    this.#records += 1;
    return this.#records - 1;
  }

  /** The values count no longer; whoever asks for them still finds them. */
  forget(record: number): void {
    for (const [field, column] of this.#columns.entries()) {
      this.#count(field, column.at(record), -1);
    }
  }

  /** 0 where nothing is known. */
  codeOf(field: number, record: number): number {
    return this.#columns[field]?.at(record) ?? 0;
  }

  valuesOf(record: number): readonly string[] {
    return this.#columns.map(
      (column, field) => this.dictionaries[field]?.values[column.at(record)] ?? '',
    );
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
