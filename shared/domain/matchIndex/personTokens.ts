import { fromDayNumber, toDayNumber } from '../calendar/dayNumber.ts';
import { PERSON_FIELDS } from '../linkage/personValues.ts';
import { dateOfText } from '../linkage/readBirthDate.ts';
import { soundKey } from '../linkage/soundKey.ts';

/** What stands for a part of a person in an encoding, and how many bits it sets. */
export interface PersonToken {
  readonly text: string;
  readonly bits: number;
}

/**
 * Bits that a pair of sounds, and of letters, of a name sets. Sounds outlive slips, spellings and the script; letters
 * tell apart what sounds alike. The given name weighs more than what brothers and sisters share.
 */
const GIVEN_BITS = { sounds: 21, letters: 3 } as const;
const LINE_BITS = { sounds: 12, letters: 1 } as const;
type NameBits = Readonly<Record<'sounds' | 'letters', number>>;
/** Of the birth date: what each part says that the others may say wrongly. */
const BIRTH_BITS = { year: 8, yearBeside: 8, month: 6, dayOfYear: 16, anyOrder: 5, dayBeside: 4 };

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
    ...nameTokens('g', of('given'), GIVEN_BITS),
    // One label for the line: a grandfather written as the father, or left out, still agrees.
    ...(['father', 'grandfather', 'family'] as const).flatMap((part) =>
      nameTokens('l', of(part), LINE_BITS),
    ),
    ...birth,
  ];
}

function nameTokens(
  label: string,
  name: string,
  { sounds, letters }: NameBits,
): readonly PersonToken[] {
  return [...bigrams(`${label}s`, soundKey(name), sounds), ...bigrams(`${label}l`, name, letters)];
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
  const { yearBeside, dayBeside } = BIRTH_BITS;
  return [
    { text: `y${year}`, bits: BIRTH_BITS.year },
    { text: `m${year}.${month}`, bits: BIRTH_BITS.month },
    { text: `d${month}.${dayOfMonth}`, bits: BIRTH_BITS.dayOfYear },
    { text: `x${year}.${low}.${high}`, bits: BIRTH_BITS.anyOrder },
    ...[-1, 0, 1].flatMap((beside) => [
      { text: `b${year + beside}`, bits: yearBeside },
      { text: `n${day + beside}`, bits: dayBeside },
    ]),
  ];
}
