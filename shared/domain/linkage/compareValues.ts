import { normalizeName } from '../names/normalizeName.ts';
import { DIFFERENT, DISPLACED, NEAR, SIMILAR, VARIANT } from './levels.ts';
import { areCalledAlike } from './petNames.ts';
import { dayOfDate, type RegisterDate } from './readBirthDate.ts';
import { soundKey } from './soundKey.ts';
import { canBeNear, editDistance, isLike } from './textDistance.ts';

/** What is known of a part of a name before it meets another. */
export interface NameValue {
  readonly text: string;
  /** With one of each group of spellings, and without article. */
  readonly canonical: string;
  readonly sound: string;
  readonly isArabic: boolean;
}

export function nameValue(text: string): NameValue {
  const isArabic = /[\u0600-\u06ff]/.test(text);
  const canonical = isArabic
    ? text.replace(/^ال ?(?=..)/, '')
    : normalizeName(text)
        .tokens.map((token) => token.text)
        .join('');
  return { text, canonical, sound: soundKey(text), isArabic };
}

/** Jaro and Winkler's likeness from which two names, or two texts, are alike. */
const ALIKE = 0.88;

/** The level of two different parts of names. */
export function compareNameValues(a: NameValue, b: NameValue): number {
  if (a.isArabic !== b.isArabic) return compareSounds(a.sound, b.sound);
  if (a.canonical === b.canonical) return VARIANT;
  const shorter = Math.min(a.text.length, b.text.length);
  // An initial, or a name that is called by its beginning.
  const isBegun = a.text.startsWith(b.text) || b.text.startsWith(a.text);
  if (isBegun && (shorter === 1 || (shorter >= 3 && !a.isArabic))) return SIMILAR;
  if (areCalledAlike(a.text, b.text)) return SIMILAR;
  if (shorter > 1 && !canBeNear(a.text, b.text, 2)) {
    return sharesWords(a.text, b.text) ? SIMILAR : DIFFERENT;
  }
  const distance = editDistance(a.text, b.text, 2);
  if (distance === 1) return shorter >= 4 ? VARIANT : SIMILAR;
  if (distance === 2 && shorter >= 6) return SIMILAR;
  if (isLike(a.text, b.text, ALIKE)) return SIMILAR;
  return sharesWords(a.text, b.text) ? SIMILAR : DIFFERENT;
}

function compareSounds(a: string, b: string): number {
  if (a === '' || b === '') return DIFFERENT;
  if (a === b) return VARIANT;
  return Math.min(a.length, b.length) >= 3 && editDistance(a, b, 1) <= 1 ? SIMILAR : DIFFERENT;
}

/** So often a name is written that is no slip of another, and so many times as often the other may be. */
const IN_USE = 4;
const SLIPS = 60;

/**
 * Whether two names that are near one another are two names all the same, since people bear either of them (Hani
 * and Tahani, Gary and Mary). What sounds alike in Latin letters may be two spellings of one, however many
 * write them. @param useOfA how many people have the name, in any column of names
 */
export function areTwoNames(a: NameValue, b: NameValue, useOfA: number, useOfB: number): boolean {
  const rarer = Math.min(useOfA, useOfB);
  if (rarer < IN_USE || rarer * SLIPS < Math.max(useOfA, useOfB)) return false;
  if (a.canonical === b.canonical || a.isArabic !== b.isArabic) return false;
  if (areCalledAlike(a.text, b.text)) return false;
  if (a.isArabic) return true;
  return a.sound !== b.sound && !a.text.startsWith(b.text) && !b.text.startsWith(a.text);
}

/** Whether half of the words of two texts, at least one of three letters, are the same. */
function sharesWords(a: string, b: string): boolean {
  if (a.length < 3 || b.length < 3) return false;
  if (!a.includes(' ') && !b.includes(' ')) return false;
  const words = new Set(a.split(' '));
  const others = b.split(' ');
  const common = others.filter((word) => word.length > 2 && words.has(word)).length;
  return common * 2 >= Math.min(words.size, others.length) && common > 0;
}

/** The level of two different texts of an address and the like; of numbers only one slip counts. */
export function compareTexts(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  if (!canBeNear(a, b, 3)) return sharesWords(a, b) ? SIMILAR : DIFFERENT;
  const distance = editDistance(a, b, shorter >= 12 ? 3 : 2);
  if (distance === 1) return VARIANT;
  if (/^\d+$/.test(a) && /^\d+$/.test(b)) return DIFFERENT;
  if (distance <= 2 && shorter >= 6) return distance === 2 && shorter >= 9 ? VARIANT : SIMILAR;
  if (distance === 3 && shorter >= 12) return SIMILAR;
  if (isLike(a, b, ALIKE)) return SIMILAR;
  return sharesWords(a, b) ? SIMILAR : DIFFERENT;
}

/** The level of two different identifiers or phones: one slip, two slips, or the longer part in common. */
export function compareCodes(a: string, b: string): number {
  const distance = editDistance(a, b, 2);
  const shorter = Math.min(a.length, b.length);
  if (distance === 1) return VARIANT;
  if (distance === 2 && shorter >= 7) return SIMILAR;
  if (shorter >= 6 && (a.endsWith(b) || b.endsWith(a))) return SIMILAR;
  return DIFFERENT;
}

/** What is known of a date before it meets another. */
export interface DateValue extends RegisterDate {
  readonly text: string;
  /** Days since 1970-01-01; NaN when it does not exist. */
  readonly dayNumber: number;
}

export function dateValue(date: RegisterDate, text: string): DateValue {
  return { ...date, text, dayNumber: dayOfDate(date) };
}

/** Converted by another table than ours, a date is up to two days off. */
const CALENDAR_TOLERANCE = 2;

/** The level of two different dates. */
export function compareDateValues(a: DateValue, b: DateValue): number {
  if (a.calendar === b.calendar && isDayUnknown(a) && isDayUnknown(b)) return compareYears(a, b);
  const apart = Math.abs(a.dayNumber - b.dayNumber);
  if (a.calendar !== b.calendar) {
    if (apart <= CALENDAR_TOLERANCE) return VARIANT;
    if (apart <= 31) return DISPLACED;
    return apart <= 366 || isYearAlone(a, b) ? NEAR : DIFFERENT;
  }
  const sameYear = a.year === b.year;
  if (sameYear && a.day === b.month && a.month === b.day) return SIMILAR;
  if (editDistance(a.text, b.text, 1) <= 1) return SIMILAR;
  const sameMonth = a.month === b.month;
  const sameDay = a.day === b.day;
  if (sameYear && (sameMonth || sameDay)) return DISPLACED;
  if (sameYear && (isDayUnknown(a) || isDayUnknown(b))) return DISPLACED;
  if (sameMonth && sameDay && !isDayUnknown(a)) return DISPLACED;
  if (a.month === 0 || b.month === 0) return Math.abs(a.year - b.year) <= 1 ? NEAR : DIFFERENT;
  return sameYear || apart <= 366 ? NEAR : DIFFERENT;
}

/** Where nothing but the year is known, one digit is no slip but another year in most cases. */
function compareYears(a: DateValue, b: DateValue): number {
  const apart = Math.abs(a.year - b.year);
  if (apart <= 1) return DISPLACED;
  return apart === 10 || editDistance(String(a.year), String(b.year), 1) === 1 ? NEAR : DIFFERENT;
}

/** 1/7 and 1/1 are written where only the year is known. */
export function isDayUnknown({ month, day }: RegisterDate): boolean {
  return month === 0 || (day <= 1 && (month === 7 || month === 1));
}

function isYearAlone(a: DateValue, b: DateValue): boolean {
  if (!isDayUnknown(a) && !isDayUnknown(b)) return false;
  const inHijri = (date: DateValue) =>
    date.calendar === 'hijri' ? date.year : Math.round((date.year - 621.6) * 1.0307);
  return Math.abs(inHijri(a) - inHijri(b)) <= 1;
}
