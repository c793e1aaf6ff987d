import { seededRandom } from '#shared/domain/linkage/seededRandom.ts';

/** Decisions of a generator: the same seed makes the same ones. */
export class Draw {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  /** From 0 to below 1. */
  share(): number {
    return this.#random();
  }

  chance(probability: number): boolean {
    return this.#random() < probability;
  }

  /** From `least` to `greatest`, both included. */
  whole(least: number, greatest: number): number {
    return least + Math.floor(this.#random() * (greatest - least + 1));
  }

  of<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.#random() * items.length)];
    if (item === undefined) throw new RangeError('nothing to draw from');
    return item;
  }

  /** The first of a list is the most common and the last the rarest, as names are. */
  ranked<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(items.length * this.#random() ** 2.2)];
    if (item === undefined) throw new RangeError('nothing to draw from');
    return item;
  }

  digits(count: number): string {
    let text = '';
    while (text.length < count) text += String(Math.floor(this.#random() * 10));
    return text;
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    const mixed = [...items];
    for (let place = mixed.length - 1; place > 0; place -= 1) {
      const other = this.whole(0, place);
      const [one, two] = [mixed[place], mixed[other]];
      if (one === undefined || two === undefined) continue;
      mixed[place] = two;
      mixed[other] = one;
    }
    return mixed;
  }
}
