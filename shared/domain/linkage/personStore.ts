import type { LinkageField } from './fields.ts';
import { PackedTexts } from './packedTexts.ts';
import { GrowingColumn, oneAField } from './register.ts';

/**
 * The values of persons who come and go, as codes with counts. A field that nobody tells takes no room.
 */
export class PersonStore {
  /** By field; fields of one group share theirs. */
  readonly dictionaries: readonly PackedTexts[];
  /** By field, by record: the code. */
  readonly #columns: readonly GrowingColumn[];
  /** By field, by code: how many persons have the value. */
  readonly #counts: readonly GrowingColumn[];
  readonly #known: Uint32Array;
  #records = 0;

  constructor(fields: readonly LinkageField[]) {
    this.dictionaries = oneAField(fields, () => new PackedTexts());
    this.#columns = fields.map(() => new GrowingColumn());
    this.#counts = fields.map(() => new GrowingColumn());
    this.#known = new Uint32Array(fields.length);
  }

  /** @returns the number of the record, from 0 in the order in which they come. */
  add(values: readonly string[]): number {
    for (const [field, dictionary] of this.dictionaries.entries()) {
      const code = dictionary.encode(values[field] ?? '');
      if (code === 0) continue;
      this.#columns[field]?.increase(this.#records, code);
      this.#count(field, code, 1);
    }
    this.#records += 1;
    return this.#records - 1;
  }

  /** The values count no longer; whoever asks for them still finds them. */
  forget(record: number): void {
    for (let field = 0; field < this.#columns.length; field += 1) {
      this.#count(field, this.codeOf(field, record), -1);
    }
  }

  /** 0 where nothing is known. */
  codeOf(field: number, record: number): number {
    return this.#columns[field]?.at(record) ?? 0;
  }

  valuesOf(record: number): readonly string[] {
    return this.dictionaries.map((texts, field) => texts.at(this.codeOf(field, record)));
  }

  /** How many persons have a value, of all who have one in the field. */
  countOf(field: number, code: number): { readonly count: number; readonly total: number } {
    const count = code > 0 ? (this.#counts[field]?.at(code) ?? 0) : 0;
    return { count, total: this.#known[field] ?? 0 };
  }

  /** How many persons have a value in a field, or in another of its group. */
  useOf(field: number, text: string): number {
    const dictionary = this.dictionaries[field];
    const code = dictionary?.find(text) ?? -1;
    let use = 0;
    for (let other = 0; other < this.dictionaries.length; other += 1) {
      if (this.dictionaries[other] === dictionary) use += this.#counts[other]?.at(code) ?? 0;
    }
    return use;
  }

  #count(field: number, code: number, by: number): void {
    if (code === 0) return;
    this.#counts[field]?.increase(code, by);
    this.#known[field] = (this.#known[field] ?? 0) + by;
  }
}
