import { PackedTexts } from './packedTexts.ts';
import { GrowingColumn } from './register.ts';

/** Which record stands for which person: each change gives a person a new record, and the old one goes. */
export class PersonNumbers {
  readonly #ids = new PackedTexts();
  /** By the number of an id: the record that stands for the person, and one; 0 for none. */
  readonly #standing = new GrowingColumn();
  /** By record: the number of its id. */
  readonly #idOfRecord = new GrowingColumn();
  #size = 0;

  /** How many persons there are. */
  get size(): number {
    return this.#size;
  }

  /** A record for a person who has none; records are numbered in the order in which they come. */
  put(id: string, record: number): void {
    const number = this.#ids.encode(id);
    this.#standing.increase(number, record + 1);
    this.#idOfRecord.increase(record, number);
    this.#size += 1;
  }

  remove(id: string): void {
    const record = this.recordOf(id);
    if (record === null) return;
    this.#standing.increase(this.#ids.find(id), -record - 1);
    this.#size -= 1;
  }

  /** Null where nobody has the id. */
  recordOf(id: string): number | null {
    const standing = this.#standing.at(this.#ids.find(id));
    return standing === 0 ? null : standing - 1;
  }

  idOf(record: number): string {
    return this.#ids.at(this.#idOfRecord.at(record));
  }

  /** Whether a record is that of a person as they are now. */
  stands(record: number): boolean {
    return this.#standing.at(this.#idOfRecord.at(record)) === record + 1;
  }

  /** All that stand, the oldest first. */
  records(): readonly number[] {
    const found: number[] = [];
    for (let record = 0; record < this.#idOfRecord.length; record += 1) {
      if (this.stands(record)) found.push(record);
    }
    return found;
  }
}
