import { nameValue } from './compareValues.ts';
import type { LinkageField } from './fields.ts';
import { dateOfText, dayOfDate } from './readBirthDate.ts';
import type { Register } from './register.ts';

/**
 * One thing that two records of a person can have in common although other things differ: a value, the
 * sound of a name, half of a number. Keys for blocking are made of one to three of them.
 */
export interface Atom {
  readonly name: string;
  /** The fields from which it is taken: two atoms of one field say little more than one. */
  readonly fields: readonly number[];
  /** Whether it stands for the whole value; the others are parts that outlive a slip. */
  readonly whole: boolean;
  /** By record; 0 where the value is missing. */
  readonly keys: Uint32Array;
}

/** FNV-1a over UTF-16 units, never 0. */
export function hashText(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1)) >>> 0;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mix(hash);
}

export function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x7feb352d);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x846ca68b);
  hash ^= hash >>> 16;
  return hash >>> 0 || 1;
}

/** The parts of a value that make atoms; '' makes none. */
type Part = readonly [name: string, whole: boolean, take: (value: string) => string];

const NAME_ATOMS: readonly Part[] = [
  ['equal', true, (value) => value],
  ['sound', false, (value) => nameValue(value).sound],
  ['head', false, (value) => (value.length >= 3 ? nameValue(value).canonical.slice(0, 3) : '')],
  ['tail', false, (value) => (value.length >= 5 ? value.slice(-3) : '')],
];

const DATE_ATOMS: readonly Part[] = [
  ['day', true, dayKey],
  [
    'anyOrder',
    false,
    (value) => [value.slice(4, 6), value.slice(6)].sort().join(value.slice(0, 4)),
  ],
  ['monthAndDay', false, (value) => value.slice(4)],
  ['yearAndMonth', false, (value) => dayKey(value).slice(0, 6)],
  ['year', false, (value) => dayKey(value).slice(0, 4)],
];

const CODE_ATOMS: readonly Part[] = [
  ['equal', true, (value) => value],
  [
    'head',
    false,
    (value) => (value.length >= 4 ? value.slice(0, Math.ceil(value.length / 2)) : ''),
  ],
  ['tail', false, (value) => (value.length >= 4 ? value.slice(-Math.floor(value.length / 2)) : '')],
];

const TEXT_ATOMS: readonly Part[] = [
  ['equal', true, (value) => value],
  ['head', false, (value) => (value.length >= 5 ? value.slice(0, 4) : '')],
  ['tail', false, (value) => (value.length >= 6 ? value.slice(-4) : '')],
];

/** The Gregorian day of a date that exists, so that both calendars meet; another as it is written. */
function dayKey(text: string): string {
  const day = dayOfDate(dateOfText(text));
  if (Number.isNaN(day)) return text;
  return new Date(day * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
}

export function partsOf(field: LinkageField): readonly Part[] {
  switch (field.kind) {
    case 'name':
      return NAME_ATOMS;
    case 'date':
      return DATE_ATOMS;
    case 'code':
      return CODE_ATOMS;
    case 'text':
      return TEXT_ATOMS;
    case 'category':
      return [['equal', true, (value: string) => value]];
  }
}

/** Keys are made of so many fields at most: the number of keys grows with the square of it. */
const MOST_FIELDS = 24;

export function shareField(one: readonly number[], other: readonly number[]): boolean {
  return one.some((field) => other.includes(field));
}

/** The atoms of all records, of those fields that tell people apart best. */
export function atomsOf(register: Register): readonly Atom[] {
  const telling = tellingFields(register);
  const atoms = register.fields.flatMap((field, index) => {
    if (!telling.has(index)) return [];
    const column = register.columns[index] ?? new Int32Array(0);
    const { values } = register.dictionaries[index] ?? { values: [] };
    const counts = register.counts[index] ?? new Uint32Array(0);
    // One seed for a group: a value in another column of the group has the same key.
    const seed = field.group === null ? index + 10 : field.group === 'name' ? 1 : 2;
    return partsOf(field).map(([name, whole, take], part): Atom => {
      const ofValue = new Uint32Array(values.length);
      for (let code = 1; code < values.length; code += 1) {
        if (counts[code] === 0) continue;
        const text = take(values[code] ?? '');
        if (text !== '') ofValue[code] = hashText(text, seed * 8 + part);
      }
      const keys = new Uint32Array(column.length);
      for (let row = 0; row < keys.length; row += 1) keys[row] = ofValue[column[row] ?? 0] ?? 0;
      return { name: `${field.key}.${name}`, fields: [index], whole, keys };
    });
  });
  return [...atoms, ...exchangedNames(register.fields, atoms)];
}

function tellingFields({ counts, size }: Register): ReadonlySet<number> {
  // In nats, over all records: values missing tell nothing.
  const information = counts.map((ofField) =>
    ofField.reduce((sum, count) => (count === 0 ? sum : sum - count * Math.log(count / size)), 0),
  );
  const ranked = [...information.keys()].toSorted(
    (one, other) => (information[other] ?? 0) - (information[one] ?? 0),
  );
  return new Set(ranked.slice(0, MOST_FIELDS));
}

/** Two parts of a name in either order. */
function exchangedNames(fields: readonly LinkageField[], atoms: readonly Atom[]): readonly Atom[] {
  const wholeNames = fields.flatMap(({ key, kind }) => {
    const atom = atoms.find(({ name }) => name === `${key}.equal`);
    return kind === 'name' && atom !== undefined ? [atom] : [];
  });
  const [given, ...rest] = wholeNames;
  if (given === undefined) return [];
  return rest.map((other) => ({
    name: `${given.name}+${other.name}`,
    fields: [...given.fields, ...other.fields],
    whole: true,
    keys: Uint32Array.from(given.keys, (key, row) => {
      const second = other.keys[row] ?? 0;
      return key === 0 || second === 0 ? 0 : mix((key + second) >>> 0);
    }),
  }));
}
