import { ageOn } from '../calendar/dateArithmetic.ts';
import { dateProblem, fromDayNumber, isDayNumber, toDayNumber } from '../calendar/dayNumber.ts';
import { stripBidi, toAsciiDigits } from '../identifiers/digits.ts';
import { checkIban } from '../identifiers/iban.ts';
import { checkNationalId } from '../identifiers/nationalId.ts';
import { parsePhone, parseSaudiMobile } from '../identifiers/phone.ts';
import type { EngineFunctions } from './engineFunctions.ts';

/** The engine's functions over the project's own calendar and identifiers. */
export const STANDARD_FUNCTIONS: EngineFunctions = {
  dayNumber(date) {
    if (dateProblem(date) === 'outOfRange') return 'dateOutOfRange';
    return toDayNumber(date) ?? 'dateNoSuchDay';
  },
  ageOn(birth, today) {
    if (!isDayNumber(birth) || !isDayNumber(today)) return null;
    return ageOn(fromDayNumber(birth, 'gregorian'), today);
  },
  checkNationalId(text) {
    const check = checkNationalId(text);
    if (check.ok) return null;
    if (check.problem === 'form') return 'idForm';
    return check.likelyTransposition ? 'idTransposed' : 'idChecksum';
  },
  checkIban(text) {
    const check = checkIban(text);
    return check.ok ? null : IBAN_PROBLEMS[check.problem];
  },
  parseSaudiMobile,
  parsePhone: (text) => parsePhone(text)?.value ?? null,
  asciiDigits: (text) => toAsciiDigits(stripBidi(text)),
};

const IBAN_PROBLEMS = {
  country: 'ibanCountry',
  length: 'ibanLength',
  form: 'ibanForm',
  checksum: 'ibanChecksum',
} as const;
