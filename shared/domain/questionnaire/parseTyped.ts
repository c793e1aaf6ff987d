import type { Answer, AnswerValue, PrintedDate } from '../answers/answer.ts';
import { LONGEST_TEXT } from '../answers/answer.ts';
import type { EngineFunctions } from './engineFunctions.ts';
import { canonicalText, checkFormat } from './formats.ts';
import type { Choice, Field } from './model.ts';
import { type Problem, type ProblemCode, problem } from './problem.ts';
import { STANDARD_FUNCTIONS } from './standardFunctions.ts';

export type Typed = { readonly answer: Answer } | { readonly problem: Problem };

/**
 * Typed text as an answer of the field: digits of either script, phones to `+966…`, IBANs compact,
 * amounts in riyals to halalas, dates as day/month/year (or year-month-day) in the calendar that
 * the year shows. The problem's path is the field's path without row ids. Empty text is `required`.
 * A wrong checksum is a problem too; who keys it again stores it with `asPrinted`.
 */
export function parseTyped(
  field: Field,
  text: string,
  functions: EngineFunctions = STANDARD_FUNCTIONS,
): Typed {
  const path = field.schemaPath;
  const typed = text.replace(DIRECTION_OVERRIDES, '').trim();
  if (typed === '') return { problem: problem(path, 'required') };
  if (typed.length > LONGEST_TEXT) {
    return { problem: problem(path, 'tooLong', { params: { most: LONGEST_TEXT } }) };
  }
  const read = readValue(field, typed, functions);
  return 'code' in read ? { problem: problem(path, read.code) } : { answer: { value: read.value } };
}

/**
 * Embeddings, overrides and isolates come along unseen when a name is pasted; on screen and paper they
 * would show its letters in another order than they are kept, and reach into the text around it.
 */
const DIRECTION_OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g;

type ReadValue = { readonly value: AnswerValue } | { readonly code: ProblemCode };

function readValue(field: Field, typed: string, functions: EngineFunctions): ReadValue {
  switch (field.type) {
    case 'text': {
      const value = canonicalText(field.format, typed, functions);
      const code = field.format ? checkFormat(field.format, value, functions) : null;
      return code ? { code } : { value };
    }
    case 'integer': {
      const digits = plainNumber(typed, functions);
      const value = /^-?\d{1,15}$/.test(digits) ? Number(digits) : Number.NaN;
      return Number.isSafeInteger(value) ? { value: value + 0 } : { code: 'integerForm' };
    }
    case 'money': {
      const value = halalas(plainNumber(typed, functions));
      return value === null ? { code: 'moneyForm' } : { value };
    }
    case 'date':
      return readDate(functions.asciiDigits(typed), functions);
    case 'boolean': {
      const value = BOOLEAN_WORDS.get(typed.toLowerCase());
      return value === undefined ? { code: 'booleanForm' } : { value };
    }
    case 'selectOne': {
      const choice = findChoice(field, typed);
      return choice ? { value: choice.name } : { code: 'notInList' };
    }
    case 'selectMultiple': {
      const words = typed.split(/[\s,،;؛]+/).filter(Boolean);
      const whole = findChoice(field, typed);
      const choices = whole ? [whole] : words.map((word) => findChoice(field, word));
      const names = choices.flatMap((choice) => (choice ? [choice.name] : []));
      return names.length < choices.length ? { code: 'notInList' } : { value: [...new Set(names)] };
    }
    case 'geopoint': {
      const point = /^(-?\d{1,2}(?:\.\d+)?)[,\s]\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(
        functions.asciiDigits(typed),
      );
      const latitude = Number(point?.[1]);
      const longitude = Number(point?.[2]);
      const onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
      return point && onEarth ? { value: { latitude, longitude } } : { code: 'geopointForm' };
    }
    case 'calculate':
    case 'note':
      return { code: 'notTyped' };
  }
}

/** Both languages, since the desk's keyboard may stand in either. */
const BOOLEAN_WORDS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['نعم', true],
  ['false', false],
  ['no', false],
  ['لا', false],
]);

/** Names are what programs and spreadsheets write; people write the label. */
function findChoice(field: Field, typed: string): Choice | undefined {
  return (
    field.choiceList?.byName.get(typed) ??
    field.choices.find(({ label }) => label.ar === typed || label.en === typed)
  );
}

/** Without spaces and separators of thousands; a comma elsewhere stays, since it may be meant as a decimal sign. */
function plainNumber(typed: string, functions: EngineFunctions): string {
  const digits = functions.asciiDigits(typed).replaceAll(/\s/g, '');
  return /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(digits) ? digits.replaceAll(',', '') : digits;
}

/** Riyals with at most two decimals, never below zero. */
function halalas(digits: string): number | null {
  const written = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(digits);
  if (!written) return null;
  return Number(written[1]) * 100 + Number((written[2] ?? '').padEnd(2, '0'));
}

/** Hijri years in living memory and beyond are below 1700, Gregorian ones above. */
const FIRST_GREGORIAN_YEAR = 1700;

function readDate(typed: string, functions: EngineFunctions): ReadValue {
  const dayFirst = /^(\d{1,2})[/\-.](\d{1,2})[/\-.](\d{4})$/.exec(typed);
  const yearFirst = /^(\d{4})[/\-.](\d{1,2})[/\-.](\d{1,2})$/.exec(typed);
  const parts = dayFirst?.slice(1).reverse() ?? yearFirst?.slice(1);
  if (!parts) return { code: 'dateForm' };
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  if (month < 1 || month > 12 || day < 1 || day > 31) return { code: 'dateNoSuchDay' };
  const value: PrintedDate = {
    calendar: year < FIRST_GREGORIAN_YEAR ? 'hijri' : 'gregorian',
    year,
    month,
    day,
  };
  const number = functions.dayNumber(value);
  return typeof number === 'number' ? { value } : { code: number };
}
