import {
  areTwoNames,
  compareCodes,
  compareDateValues,
  compareNameValues,
  compareTexts,
  type DateValue,
  dateValue,
  isDayUnknown,
  type NameValue,
  nameValue,
} from './compareValues.ts';
import type { LinkageField } from './fields.ts';
import { DIFFERENT, NEAR, SIMILAR, VARIANT } from './levels.ts';
import { digitsApart, type PackedDigits, packDigits } from './packedDigits.ts';
import { hasPetNames } from './petNames.ts';
import { PreparedValues, type TextsByCode } from './preparedValues.ts';
import { dateOfText } from './readBirthDate.ts';
import type { Register } from './register.ts';
import { canLettersBeNear, lettersOf } from './textDistance.ts';

/** The level of two different codes of one dictionary. */
type CodeLevels = (a: number, b: number) => number;

/** Compares the values of one dictionary, which may grow. */
export interface ValueComparison {
  readonly ofCodes: CodeLevels;
  /** A value that need not be in the dictionary, against those that are. */
  readonly against: (text: string) => (code: number) => number;
}

/** How many people have a value, in the field or in another that shares its dictionary. */
export type ValueUse = (field: number, text: string) => number;

/** What the counts of a register say: those of all fields of one dictionary together. */
export function ofFieldsTogether({ fields, dictionaries, counts }: Register): ValueUse {
  const byDictionary = new Map<TextsByCode, Uint32Array>();
  for (const [field, { kind }] of fields.entries()) {
    const dictionary = dictionaries[field];
    const own = counts[field];
    if (kind !== 'name' || dictionary === undefined || own === undefined) continue;
    const sums = byDictionary.get(dictionary) ?? new Uint32Array(own.length);
    for (const [code, count] of own.entries()) sums[code] = (sums[code] ?? 0) + count;
    byDictionary.set(dictionary, sums);
  }
  const ofField = dictionaries.map((dictionary) => byDictionary.get(dictionary));
  return (field, text) => ofField[field]?.[dictionaries[field]?.find(text) ?? -1] ?? 0;
}

/** By field; fields that share a dictionary share what is remembered. */
export function valueComparisons(
  fields: readonly LinkageField[],
  dictionaries: readonly TextsByCode[],
  use: ValueUse,
): readonly ValueComparison[] {
  const byDictionary = new Map<TextsByCode, ValueComparison>();
  return fields.map(({ kind }, index) => {
    const dictionary = dictionaries[index];
    if (dictionary === undefined) return NEVER_ALIKE;
    const known =
      byDictionary.get(dictionary) ?? comparisonOf(kind, dictionary, (text) => use(index, text));
    byDictionary.set(dictionary, known);
    return known;
  });
}

const NEVER_ALIKE: ValueComparison = {
  ofCodes: () => DIFFERENT,
  against: () => () => DIFFERENT,
};

function comparisonOf(
  kind: LinkageField['kind'],
  values: TextsByCode,
  usesOf: (text: string) => number,
): ValueComparison {
  switch (kind) {
    case 'name':
      return nameComparison(values, usesOf);
    case 'date':
      return dateComparison(values);
    case 'text':
      return textComparison(values);
    case 'code':
      return codeComparison(values);
    case 'category':
      return NEVER_ALIKE;
  }
}

const ARABIC = 1;
const WORDS = 2;
/** The name has others by which one is called: they need not look alike. */
const CALLED = 4;

/** Most pairs of names have too few letters in common, which flat arrays tell without looking at the names. */
function nameComparison(values: TextsByCode, usesOf: (text: string) => number): ValueComparison {
  const names = new PreparedValues<NameValue>(values, nameValue);
  const canonical = new Map<string, number>();
  const facts = names.facts(4, ({ text, canonical: form, isArabic }) => {
    const known = canonical.get(form) ?? canonical.size;
    canonical.set(form, known);
    const called = hasPetNames(text) ? CALLED : 0;
    const flags = (isArabic ? ARABIC : 0) | (text.includes(' ') ? WORDS : 0) | called;
    return [lettersOf(text), text.length, known, flags];
  });
  const levelOf = (a: NameValue, b: NameValue) => {
    const level = compareNameValues(a, b);
    const isNear = level === VARIANT || level === SIMILAR;
    return isNear && areTwoNames(a, b, usesOf(a.text), usesOf(b.text)) ? NEAR : level;
  };
  const remembered = remembering((a, b) => levelOf(names.of(a), names.of(b)));
  return {
    ofCodes: (a, b) => {
      const { numbers } = facts.upTo(a > b ? a : b);
      const [atA, atB] = [a * 4, b * 4];
      const flagsOfA = numbers[atA + 3] ?? 0;
      const flagsOfB = numbers[atB + 3] ?? 0;
      if (((flagsOfA ^ flagsOfB) & ARABIC) !== 0) return remembered(a, b);
      if (numbers[atA + 2] === numbers[atB + 2]) return VARIANT;
      const [lengthOfA, lengthOfB] = [numbers[atA + 1] ?? 0, numbers[atB + 1] ?? 0];
      if (
        ((flagsOfA | flagsOfB) & WORDS) === 0 &&
        (flagsOfA & flagsOfB & CALLED) === 0 &&
        lengthOfA > 1 &&
        lengthOfB > 1 &&
        !canLettersBeNear(numbers[atA] ?? 0, lengthOfA, numbers[atB] ?? 0, lengthOfB, 2)
      ) {
        return DIFFERENT;
      }
      return remembered(a, b);
    },
    against: (text) => {
      const value = nameValue(text);
      return (code) => levelOf(value, names.of(code));
    },
  };
}

function textComparison(values: TextsByCode): ValueComparison {
  const texts = new PreparedValues<string>(values, String);
  const facts = texts.facts(3, (text) => [
    lettersOf(text),
    text.length,
    text.includes(' ') ? WORDS : 0,
  ]);
  const remembered = remembering((a, b) => compareTexts(values.at(a), values.at(b)));
  return {
    ofCodes: (a, b) => {
      const { numbers } = facts.upTo(a > b ? a : b);
      const [atA, atB] = [a * 3, b * 3];
      const lengthOfA = numbers[atA + 1] ?? 0;
      const lengthOfB = numbers[atB + 1] ?? 0;
      if (
        ((numbers[atA + 2] ?? 0) | (numbers[atB + 2] ?? 0)) === 0 &&
        !canLettersBeNear(numbers[atA] ?? 0, lengthOfA, numbers[atB] ?? 0, lengthOfB, 3)
      ) {
        return DIFFERENT;
      }
      return remembered(a, b);
    },
    against: (text) => (code) => compareTexts(text, values.at(code)),
  };
}

/** Numbers seldom come twice: remembering levels costs more than it saves, packed digits do not. */
function codeComparison(values: TextsByCode): ValueComparison {
  const packed = new PreparedValues<PackedDigits>(values, packDigits);
  const facts = packed.facts(3, ({ high, low, length }) => [high, low, length]);
  return {
    ofCodes: (a, b) => {
      const { numbers } = facts.upTo(a > b ? a : b);
      const [atA, atB] = [a * 3, b * 3];
      const length = numbers[atA + 2] ?? 0;
      // Length 0 stands for what is no number of sixteen digits at the most.
      if (length !== numbers[atB + 2] || length === 0) {
        return compareCodes(values.at(a), values.at(b));
      }
      const high = (numbers[atA] ?? 0) ^ (numbers[atB] ?? 0);
      const low = (numbers[atA + 1] ?? 0) ^ (numbers[atB + 1] ?? 0);
      const apart = digitsApart(high) + digitsApart(low);
      if (apart === 1) return VARIANT;
      // Two slips change four digits at the most, unless the digits between are moved along.
      return apart > 4 ? DIFFERENT : compareCodes(values.at(a), values.at(b));
    },
    against: (text) => (code) => compareCodes(text, values.at(code)),
  };
}

const HIJRI = 1;
const DAY_UNKNOWN = 2;
const NO_DAY = -0x7fffffff;

function dateComparison(values: TextsByCode): ValueComparison {
  const dates = new PreparedValues<DateValue>(values, dateOfValue);
  const facts = dates.facts(3, (date) => [
    packDigits(date.text).low,
    Number.isNaN(date.dayNumber) ? NO_DAY : date.dayNumber,
    (date.calendar === 'hijri' ? HIJRI : 0) | (isDayUnknown(date) ? DAY_UNKNOWN : 0),
  ]);
  return {
    ofCodes: (a, b) => {
      const { numbers } = facts.upTo(a > b ? a : b);
      const [atA, atB] = [a * 3, b * 3];
      const flags = (numbers[atA + 2] ?? 0) | (numbers[atB + 2] ?? 0);
      const isOneCalendar = (((numbers[atA + 2] ?? 0) ^ (numbers[atB + 2] ?? 0)) & HIJRI) === 0;
      const [dayOfA, dayOfB] = [numbers[atA + 1] ?? NO_DAY, numbers[atB + 1] ?? NO_DAY];
      if (dayOfA !== NO_DAY && dayOfB !== NO_DAY && (flags & DAY_UNKNOWN) === 0) {
        const apart = Math.abs(dayOfA - dayOfB);
        // Years apart, and neither of the parts can agree: most pairs of dates end here.
        if (apart > 366 && !isOneCalendar) return DIFFERENT;
        const digits = (numbers[atA] ?? 0) ^ (numbers[atB] ?? 0);
        if (apart > 366 && (digits & 0xffff) !== 0 && digitsApart(digits) > 2) return DIFFERENT;
        if (isOneCalendar && digitsApart(digits) === 1) return SIMILAR;
      }
      return compareDateValues(dates.of(a), dates.of(b));
    },
    // Of the many dates that one applicant meets none is kept: they are read as quickly as they are found again.
    against: (text) => {
      const value = dateOfValue(text);
      return (code) => compareDateValues(value, dateOfValue(values.at(code)));
    },
  };
}

function dateOfValue(text: string): DateValue {
  return dateValue(dateOfText(text), text);
}

/** A power of two. */
const REMEMBERED_PAIRS = 1 << 17;
/** Levels stand in the bits above a code; a register has fewer values of a field. */
const BITS_OF_CODE = 27;
const CODE = (1 << BITS_OF_CODE) - 1;

/** Symmetric; a newer pair takes the place of an older one. */
function remembering(compare: CodeLevels): CodeLevels {
  // The two codes of a pair stand side by side, the level on top of the second. Made when it is first needed.
  let kept: Int32Array | null = null;
  return (a, b) => {
    kept ??= new Int32Array(REMEMBERED_PAIRS * 2);
    const pairs = kept;
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    const mixed = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
    const slot = ((mixed ^ (mixed >>> 15)) & (REMEMBERED_PAIRS - 1)) * 2;
    const second = pairs[slot + 1] ?? 0;
    if (pairs[slot] === low && (second & CODE) === high) return second >>> BITS_OF_CODE;
    const level = compare(low, high);
    pairs[slot] = low;
    pairs[slot + 1] = high | (level << BITS_OF_CODE);
    return level;
  };
}
