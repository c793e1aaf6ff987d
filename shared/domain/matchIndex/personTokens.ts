import { fromDayNumber, toDayNumber } from '../calendar/dayNumber.ts';
import { PERSON_FIELDS } from '../linkage/personValues.ts';
import { dateOfText } from '../linkage/readBirthDate.ts';

/** What stands for a part of a person in an encoding, and how many bits it sets. */
export interface PersonToken {
  readonly text: string;
  readonly bits: number;
}

/**
 * Bits a pair of letters or a part of a date sets. What is a person's own weighs more than what brothers and
 * sisters share: a given name's letters and the birth date set about two thirds of all bits.
 */
const BITS = { given: 18, line: 6, birth: 16 } as const;

const AT = {
  given: fieldAt('given'),
  father: fieldAt('father'),
  grandfather: fieldAt('grandfather'),
  family: fieldAt('family'),
  birthDate: fieldAt('birthDate'),
} as const;

function fieldAt(key: string): number {
  return PERSON_FIELDS.findIndex((field) => field.key === key);
}

/**
 * The tokens of a person, from values as `personValues` gives them; empty where given name, family or birth
 * date is not known: such a person cannot be told from others and stands in no index.
 */
export function personTokens(values: readonly string[]): readonly PersonToken[] {
  const of = (part: keyof typeof AT) => values[AT[part]] ?? '';
  if (of('given') === '' || of('family') === '' || of('birthDate') === '') return [];
  const birth = birthTokens(of('birthDate'));
  if (birth.length === 0) return [];
  return [
    ...bigrams('g', of('given'), BITS.given),
    // One label for the line: a grandfather written as the father, or left out, still agrees.
    ...bigrams('l', of('father'), BITS.line),
    ...bigrams('l', of('grandfather'), BITS.line),
    ...bigrams('l', of('family'), BITS.line),
    ...birth,
  ];
}

function bigrams(label: string, name: string, bits: number): readonly PersonToken[] {
  const letters = Array.from(`_${name.replaceAll(' ', '')}_`);
  if (letters.length <= 2) return [];
  return letters.slice(1).map((letter, at) => ({ text: `${label}${letters[at]}${letter}`, bits }));
}

/** In one calendar, so that a date read in the other agrees but for a day. */
function birthTokens(text: string): readonly PersonToken[] {
  const day = toDayNumber(dateOfText(text));
  if (day === null) return [];
  const { year, month, day: dayOfMonth } = fromDayNumber(day, 'gregorian');
  const [low, high] = month < dayOfMonth ? [month, dayOfMonth] : [dayOfMonth, month];
  return [
    `y${year}`,
    `m${year}.${month}`,
    `d${month}.${dayOfMonth}`,
    `x${year}.${low}.${high}`,
    `n${day - 1}`,
    `n${day}`,
    `n${day + 1}`,
  ].map((token) => ({ text: token, bits: BITS.birth }));
}
