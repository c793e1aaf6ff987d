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
import type { LinkageField } from './fields.ts';
import { DIFFERENT } from './levels.ts';
import { dateOfText } from './readBirthDate.ts';
import type { ValueDictionary } from './register.ts';

/** The level of two different codes of one dictionary. */
type CodeLevels = (a: number, b: number) => number;

/** Compares the values of one dictionary, which may grow. */
export interface ValueComparison {
  readonly ofCodes: CodeLevels;
  /** A value that need not be in the dictionary, against those that are. */
  readonly against: (text: string) => (code: number) => number;
}

/** By field; fields that share a dictionary share what is remembered. */
export function valueComparisons(
  fields: readonly LinkageField[],
  dictionaries: readonly ValueDictionary[],
): readonly ValueComparison[] {
  const byDictionary = new Map<ValueDictionary, ValueComparison>();
  return fields.map(({ kind }, index) => {
    const dictionary = dictionaries[index];
    if (dictionary === undefined) return NEVER_ALIKE;
    const known = byDictionary.get(dictionary) ?? comparisonOf(kind, dictionary.values);
    byDictionary.set(dictionary, known);
    return known;
  });
}

const NEVER_ALIKE: ValueComparison = {
  ofCodes: () => DIFFERENT,
  against: () => () => DIFFERENT,
};

function comparisonOf(kind: LinkageField['kind'], values: readonly string[]): ValueComparison {
  switch (kind) {
    case 'name':
      return prepared(values, nameValue, compareNameValues);
    case 'date':
      return prepared(values, dateOfValue, compareDateValues, false);
    case 'text':
      return prepared(values, String, compareTexts);
    case 'code':
      // Numbers seldom come twice: remembering them costs more than it saves.
      return {
        ofCodes: (a, b) => compareCodes(values[a] ?? '', values[b] ?? ''),
        against: (text) => (code) => compareCodes(text, values[code] ?? ''),
      };
    case 'category':
      return NEVER_ALIKE;
  }
}

function dateOfValue(text: string): DateValue {
  return dateValue(dateOfText(text), text);
}

/** What is known of a value is worked out once. */
function prepared<Value extends NameValue | DateValue | string>(
  values: readonly string[],
  prepare: (text: string) => Value,
  compare: (a: Value, b: Value) => number,
  remembers = true,
): ValueComparison {
  const known: (Value | undefined)[] = [];
  const valueOf = (code: number) => (known[code] ??= prepare(values[code] ?? ''));
  const ofCodes: CodeLevels = (a, b) => compare(valueOf(a), valueOf(b));
  return {
    ofCodes: remembers ? remembering(ofCodes) : ofCodes,
    against: (text) => {
      const value = prepare(text);
      return (code) => compare(value, valueOf(code));
    },
  };
}

/** A power of two. */
const REMEMBERED_PAIRS = 1 << 18;
/** Levels stand in the bits above a code; a register has fewer values of a field. */
const BITS_OF_CODE = 27;
const CODE = (1 << BITS_OF_CODE) - 1;

/** Symmetric; a newer pair takes the place of an older one. */
function remembering(compare: CodeLevels): CodeLevels {
  // The two codes of a pair stand side by side, the level on top of the second.
  const pairs = new Int32Array(REMEMBERED_PAIRS * 2);
  return (a, b) => {
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    const mixed = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
    const slot = ((mixed ^ (mixed >>> 15)) & (REMEMBERED_PAIRS - 1)) * 2;
    const kept = pairs[slot + 1] ?? 0;
    if (pairs[slot] === low && (kept & CODE) === high) return kept >>> BITS_OF_CODE;
    const level = compare(low, high);
    pairs[slot] = low;
    pairs[slot + 1] = high | (level << BITS_OF_CODE);
    return level;
  };
}
