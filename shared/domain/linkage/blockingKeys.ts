import { hashText, mix, partsOf } from './atoms.ts';
import type { LinkageField } from './fields.ts';

/**
 * What brings an applicant together with a person: everything of one line in common. Each line outlives
 * other slips than the rest: a digit of the identifier, a name left out, day and month exchanged.
 */
const LINES: readonly (readonly string[])[] = [
  ['nationalId.equal'],
  ['nationalId.tail'],
  ['nationalId.head', 'given.sound'],
  ['passport.equal'],
  ['mobile.equal'],
  ['mobile.tail', 'given.sound'],
  ['email.equal'],
  ['birthDate.day', 'given.sound'],
  ['birthDate.day', 'father.sound'],
  ['birthDate.day', 'family.sound'],
  ['birthDate.day', 'sex.equal', 'city.equal'],
  ['birthDate.anyOrder', 'given.sound'],
  ['birthDate.monthAndDay', 'given.sound', 'family.sound'],
  ['birthDate.yearAndMonth', 'given.sound', 'father.sound'],
  ['birthDate.yearAndMonth', 'given.sound', 'family.sound'],
  ['birthDate.year', 'given.sound', 'father.sound', 'family.sound'],
  ['birthDate.year', 'given.head', 'father.head', 'family.head'],
  ['birthDate.year', 'father.sound', 'grandfather.sound', 'family.sound'],
  ['given.sound', 'father.sound', 'grandfather.sound'],
  ['given.sound', 'father.sound', 'family.sound'],
  ['given.sound', 'grandfather.sound', 'family.sound'],
  ['given.sound', 'family.sound', 'city.equal'],
  ['street.equal', 'district.equal', 'given.sound'],
];
/** The same two names, each in the other's place or not, of people born in one year. */
const EXCHANGED = ['given', 'family'] as const;

interface KeyAtom {
  readonly field: number;
  readonly seed: number;
  readonly take: (value: string) => string;
}

/** Works out the keys of a record: by line, 0 where something of the line is not known. */
export class BlockingKeys {
  readonly #atoms: readonly KeyAtom[];
  /** By line: the places of its atoms. */
  readonly #lines: readonly (readonly number[])[];
  readonly #exchanged: readonly number[];
  /** By atom: its part of the record, once it is worked out; most stand in many lines. */
  readonly #parts: Uint32Array;
  readonly #isWorkedOut: Uint8Array;
  #filledWith: readonly string[] | null = null;
  readonly keys: Uint32Array;

  constructor(fields: readonly LinkageField[]) {
    const atoms = new Map(
      fields.flatMap((field, index) =>
        partsOf(field).map(([part, , take], number): [string, KeyAtom] => [
          `${field.key}.${part}`,
          { field: index, seed: index * 8 + number, take },
        ]),
      ),
    );
    const places = new Map([...atoms.keys()].map((name, place) => [name, place]));
    const found = (names: readonly string[]) => names.flatMap((name) => places.get(name) ?? []);
    this.#atoms = [...atoms.values()];
    this.#parts = new Uint32Array(atoms.size);
    this.#isWorkedOut = new Uint8Array(atoms.size);
    this.#lines = LINES.filter((names) => names.every((name) => atoms.has(name))).map(found);
    const exchanged = found([...EXCHANGED.map((field) => `${field}.sound`), 'birthDate.year']);
    this.#exchanged = exchanged.length === 3 ? exchanged : [];
    this.keys = new Uint32Array(this.#lines.length + 1);
  }

  /** How many keys a record has at most. */
  get width(): number {
    return this.keys.length;
  }

  /** Fills `keys`. */
  fill(values: readonly string[]): void {
    // Whoever was looked for is put in next.
    if (values === this.#filledWith) return;
    this.#filledWith = values;
    this.#isWorkedOut.fill(0);
    for (const [line, atoms] of this.#lines.entries()) {
      let key = hashText('', line);
      for (const atom of atoms) {
        const part = this.#part(atom, values);
        key = part === 0 ? 0 : mix(Math.imul(key, 31) ^ part);
        if (key === 0) break;
      }
      this.keys[line] = key;
    }
    this.keys[this.#lines.length] = this.#exchangedKey(values);
  }

  #part(place: number, values: readonly string[]): number {
    const atom = this.#atoms[place];
    if (atom === undefined) return 0;
    if (this.#isWorkedOut[place] === 0) {
      this.#parts[place] = partOf(atom, values);
      this.#isWorkedOut[place] = 1;
    }
    return this.#parts[place] ?? 0;
  }

  #exchangedKey(values: readonly string[]): number {
    const [givenAt, familyAt, yearAt] = this.#exchanged;
    if (givenAt === undefined || familyAt === undefined || yearAt === undefined) return 0;
    const [given, family] = [this.#atoms[givenAt], this.#atoms[familyAt]];
    if (given === undefined || family === undefined) return 0;
    // One seed for both, so that either order has one key.
    const one = this.#part(givenAt, values);
    const other = partOf({ ...family, seed: given.seed }, values);
    const born = this.#part(yearAt, values);
    if (one === 0 || other === 0 || born === 0) return 0;
    return mix(Math.imul(mix((one + other) >>> 0), 31) ^ born);
  }
}

function partOf({ field, seed, take }: KeyAtom, values: readonly string[]): number {
  const value = values[field] ?? '';
  if (value === '') return 0;
  const text = take(value);
  return text === '' ? 0 : hashText(text, seed);
}
