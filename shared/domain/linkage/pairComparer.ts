import {
  compareCodes,
  compareDateValues,
  compareNameValues,
  compareTexts,
  type DateValue,
  dateValue,
  type NameValue,
  nameValue,
} from './compareValues.ts';
import { DIFFERENT, DISPLACED, equalLevel, MISSING } from './levels.ts';
import { dateOfText } from './readBirthDate.ts';
import type { Register, ValueDictionary } from './register.ts';

/** The level of two different codes of one dictionary. */
type CodeComparison = (a: number, b: number) => number;

/**
 * Compares records of a register field by field. Similar values meet again and again, so the levels of
 * pairs of distinct values are remembered, in a table of fixed size.
 */
export class PairComparer {
  /** The levels of the last pair, by field. */
  readonly levels: Uint8Array;
  readonly #columns: readonly Int32Array[];
  readonly #comparisons: readonly CodeComparison[];
  /** By field: the other fields of its group. */
  readonly #others: readonly (readonly Int32Array[])[];
  /** By field, by code. */
  readonly #equalLevels: readonly Uint8Array[];

  constructor(register: Register) {
    const { fields, columns, dictionaries } = register;
    this.levels = new Uint8Array(fields.length);
    this.#columns = columns;
    const byDictionary = new Map<ValueDictionary, CodeComparison>();
    this.#comparisons = fields.map(({ kind }, index) => {
      const dictionary = dictionaries[index];
      if (dictionary === undefined) return () => DIFFERENT;
      const known = byDictionary.get(dictionary) ?? comparisonOf(kind, dictionary);
      byDictionary.set(dictionary, known);
      return known;
    });
    this.#others = fields.map(({ group }, index) =>
      group === null
        ? []
        : columns.filter((_, other) => other !== index && fields[other]?.group === group),
    );
    this.#equalLevels = register.counts.map((counts) => {
      const total = counts.reduce((sum, count) => sum + count, 0);
      return Uint8Array.from(counts, (count) => equalLevel(count / Math.max(1, total)));
    });
  }

  /** Fills `levels`. */
  compare(a: number, b: number): void {
    const { levels } = this;
    for (let field = 0; field < levels.length; field += 1) {
      const column = this.#columns[field];
      const valueOfA = column?.[a] ?? 0;
      const valueOfB = column?.[b] ?? 0;
      levels[field] = this.#level(field, valueOfA, valueOfB, a, b);
    }
  }

  #level(field: number, valueOfA: number, valueOfB: number, a: number, b: number): number {
    if (valueOfA === 0 || valueOfB === 0) return MISSING;
    if (valueOfA === valueOfB) return this.#equalLevels[field]?.[valueOfA] ?? DIFFERENT;
    const level = this.#comparisons[field]?.(valueOfA, valueOfB) ?? DIFFERENT;
    if (level !== DIFFERENT) return level;
    for (const column of this.#others[field] ?? []) {
      if (column[b] === valueOfA || column[a] === valueOfB) return DISPLACED;
    }
    return DIFFERENT;
  }
}

function comparisonOf(kind: string, dictionary: ValueDictionary): CodeComparison {
  const { values } = dictionary;
  switch (kind) {
    case 'name': {
      const names = new Array<NameValue | undefined>(values.length);
      const nameOf = (code: number) => (names[code] ??= nameValue(values[code] ?? ''));
      return remembering((a, b) => compareNameValues(nameOf(a), nameOf(b)));
    }
    case 'date': {
      const dates = new Array<DateValue | undefined>(values.length);
      const dateOf = (code: number) => {
        const text = values[code] ?? '';
        return (dates[code] ??= dateValue(dateOfText(text), text));
      };
      return remembering((a, b) => compareDateValues(dateOf(a), dateOf(b)));
    }
    case 'code':
      return (a, b) => compareCodes(values[a] ?? '', values[b] ?? '');
    case 'text':
      return remembering((a, b) => compareTexts(values[a] ?? '', values[b] ?? ''));
    default:
      return () => DIFFERENT;
  }
}

/** A power of two. */
const REMEMBERED_PAIRS = 1 << 18;

/** Symmetric; a newer pair takes the place of an older one. */
function remembering(compare: CodeComparison): CodeComparison {
  const lows = new Int32Array(REMEMBERED_PAIRS);
  const highs = new Int32Array(REMEMBERED_PAIRS);
  const levels = new Uint8Array(REMEMBERED_PAIRS);
  return (a, b) => {
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    const mixed = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
    const slot = (mixed ^ (mixed >>> 15)) & (REMEMBERED_PAIRS - 1);
    if (lows[slot] === low && highs[slot] === high) return levels[slot] ?? DIFFERENT;
    const level = compare(low, high);
    lows[slot] = low;
    highs[slot] = high;
    levels[slot] = level;
    return level;
  };
}
